"""The SIMs of accessories with what their registration says of the device."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, select

from cloud.carrier.context import CarrierContext
from cloud.carrier.registry_models import ProfileRow, RegistrationRow
from cloud.carrier.rules.registry import HOLDING


@dataclass(frozen=True, slots=True)
class AccessorySim:
    """`kind` and `name` are those of the registration that the profile was last given to ("car" before the first)."""

    imsi: str
    msisdn: str
    kind: str
    name: str


class AccessorySims:
    """Those that the network lets in: given to a line, neither barred nor spent."""

    def __init__(self, context: CarrierContext) -> None:
        self._context = context

    def by_imsi(self, imsi: str) -> AccessorySim | None:
        """The SIM, or None when it may not come in."""
        return next(iter(self._find(ProfileRow.imsi == imsi)), None)

    def of(self, msisdn: str) -> list[AccessorySim]:
        """All of a line, by ICCID."""
        return self._find(ProfileRow.msisdn == msisdn)

    def _find(self, which: ColumnElement[bool]) -> list[AccessorySim]:
        same = and_(RegistrationRow.iccid == ProfileRow.iccid, RegistrationRow.msisdn == ProfileRow.msisdn)
        query = (
            select(ProfileRow.imsi, ProfileRow.msisdn, RegistrationRow.kind, RegistrationRow.name)
            .outerjoin(RegistrationRow, same)
            .where(which, ProfileRow.msisdn.is_not(None), ProfileRow.barred.is_(False), ProfileRow.spent.is_(False))
            # One profile may have been in several devices: the one that holds a place comes last, else the newest.
            .order_by(ProfileRow.iccid, RegistrationRow.status.in_(HOLDING), RegistrationRow.id)
        )
        with self._context.database.reading() as session:
            found = {
                imsi: AccessorySim(imsi, msisdn or "", kind or "car", name or "")
                for imsi, msisdn, kind, name in session.execute(query)
            }
        return list(found.values())

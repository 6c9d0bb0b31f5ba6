"""The operator's profiles for accessories: which are free, which line has which (see `accessory_sims`)."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cloud.carrier.context import CarrierContext
from cloud.carrier.registry_models import ProfileRow
from core.errors import BenchError


class ProfileStock:
    """All profiles. Methods that take a `session` belong into the transaction that registers the accessory."""

    def __init__(self, context: CarrierContext) -> None:
        self._context = context

    def add(self, iccid: str, imsi: str, msisdn: str | None) -> None:
        """Put a profile into stock, for one line or for anyone; without effect when it is there."""
        with self._context.database.writing() as session:
            if session.get(ProfileRow, iccid) is None:
                session.add(ProfileRow(iccid=iccid, imsi=imsi, msisdn=msisdn, barred=False, spent=False))

    def give(
        self,
        session: Session,
        msisdn: str,
        *,
        but: Collection[str] = (),
        elsewhere: Collection[str] = (),
        wish: str = "",
    ) -> ProfileRow:
        """A profile for an accessory of this line: `wish` if it can be, one the line has, or a free one; last those
        that are `elsewhere`, on cards of released accessories, from where they cannot be downloaded again.

        Raises `registry.no_profile`.
        """
        query = select(ProfileRow).where(
            ProfileRow.spent.is_(False), (ProfileRow.msisdn == msisdn) | ProfileRow.msisdn.is_(None)
        )
        fit = [row for row in session.scalars(query.order_by(ProfileRow.iccid)) if row.iccid not in but]
        fit.sort(key=lambda row: (row.iccid != wish, row.iccid in elsewhere, row.msisdn != msisdn))
        for row in fit:
            if row.msisdn == msisdn:
                return row
            taken = update(ProfileRow).where(ProfileRow.iccid == row.iccid, ProfileRow.msisdn.is_(None))
            if session.execute(taken.values(msisdn=msisdn)).rowcount:  # type: ignore[attr-defined]
                session.refresh(row)
                return row
        raise BenchError("registry.no_profile")

    @staticmethod
    def is_of(session: Session, iccid: str, msisdn: str) -> bool:
        """Whether the profile was given to this line."""
        row = session.get(ProfileRow, iccid)
        return row is not None and row.msisdn == msisdn and not row.spent

    def imsi_of(self, iccid: str) -> str:
        """The IMSI of a profile of the stock."""
        with self._context.database.reading() as session:
            return session.get_one(ProfileRow, iccid).imsi

    def let_in(self, msisdn: str) -> None:
        """The driver agreed anew: SIMs of accessories that were released may come in again, to be registered again."""
        with self._context.database.writing() as session:
            session.execute(update(ProfileRow).where(ProfileRow.msisdn == msisdn).values(barred=False))

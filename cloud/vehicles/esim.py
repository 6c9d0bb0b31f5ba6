"""The state of each person's personal eSIM, as car and phone ask for it (inside BMW: "customer eSIM")."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from enum import StrEnum

from cloud.context import Context
from cloud.storage.models import PersonalEsim
from core.errors import BenchError


class EsimState(StrEnum):
    """`none`: nothing for this car; `ready`: a profile waits for it; `active`: the car uses it."""

    NONE = "none"
    READY = "ready"
    ACTIVE = "active"


@dataclass(frozen=True)
class EsimView:
    """One person's eSIM seen from one car, or from none. `reason` says why there is none."""

    state: EsimState
    operator: str | None = None
    number_last4: str | None = None
    iccid: str | None = None
    reason: str | None = None

    def to_json(self) -> dict[str, object]:
        """The body of the API's answer."""
        return asdict(self)


class PersonalEsims:
    """All personal eSIMs. One at a time may be in use, since the One Number base contract allows one accessory."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def provide(self, account_id: int, *, operator: str, msisdn: str, iccid: str) -> None:
        """The carrier has made a profile ready for a person."""
        with self._context.database.writing() as session:
            session.merge(
                PersonalEsim(
                    account_id=account_id,
                    operator=operator,
                    msisdn=msisdn,
                    iccid=iccid,
                    vin=None,
                    eid=None,
                    updated_at=self._context.now(),
                )
            )

    def view(self, account_id: int, vin: str | None = None) -> EsimView:
        """What the car `vin` may do for this person; without a car, how the person's contract itself stands."""
        with self._context.database.reading() as session:
            return _view(session.get(PersonalEsim, account_id), vin)

    def report(self, account_id: int, gcid: str, vin: str, report: object) -> EsimView:
        """What a car says it did: `{state: active|inactive, iccid, eid}`.

        Raises `request.invalid` for a report that makes no sense, `esim.not_ready` (nothing for this car) and
        `esim.other_profile` (the ICCID is not the one provided).
        """
        active, iccid, eid = _checked(report)
        with self._context.database.writing() as session:
            row = session.get(PersonalEsim, account_id, with_for_update=True)
            if row is None or row.vin not in (None, vin):
                raise BenchError("esim.not_ready", reason=_view(row, vin).reason)
            if row.iccid != iccid:
                raise BenchError("esim.other_profile")
            row.vin, row.eid = (vin, eid) if active else (None, None)
            row.updated_at = self._context.now()
            view = _view(row, vin)
        kind = "esim.activated" if active else "esim.deactivated"
        self._context.emit(kind, account=gcid, vin=vin, iccid=iccid, eid=eid)
        return view


def _view(row: PersonalEsim | None, vin: str | None) -> EsimView:
    if row is None:
        return EsimView(EsimState.NONE, reason="no_contract")
    if vin is not None and row.vin not in (None, vin):
        return EsimView(EsimState.NONE, reason="used_in_other_vehicle")
    state = EsimState.READY if row.vin is None else EsimState.ACTIVE
    return EsimView(state, row.operator, row.msisdn[-4:], row.iccid)


def _checked(report: object) -> tuple[bool, str, str | None]:
    if not isinstance(report, dict) or report.get("state") not in ("active", "inactive"):
        raise BenchError("request.invalid", field="state")
    iccid, eid = report.get("iccid"), report.get("eid")
    if not isinstance(iccid, str) or not re.fullmatch(r"[0-9]{18,20}", iccid):  # ITU-T E.118
        raise BenchError("request.invalid", field="iccid")
    if eid is not None and (not isinstance(eid, str) or not re.fullmatch(r"[0-9]{32}", eid)):  # SGP.02 §2.2.2
        raise BenchError("request.invalid", field="eid")
    return report["state"] == "active", iccid, eid

"""The first step of each set-up: what the cloud says of the contract, and what the card holds. Blocking."""

from __future__ import annotations

import contextlib
from typing import NamedTuple

from core.errors import BenchError
from headunit.desk import Desk
from headunit.features.esim_card import standing, tell_servers, withdraw
from headunit.services.cloud import OFFLINE
from headunit.services.session import Session
from headunit.services.vehicle import EsimRecord

NOT_ALLOWED = "not_allowed"
"""The driver took, or never gave, the permission to use the personal eSIM in this car (MINI-APP-S1-13)."""
ENDED = frozenset({"no_contract", "not_linked", "released", "used_in_other_vehicle", NOT_ALLOWED})
"""Reasons after which the profile may not be used in this car (domain.md §2.3). Others say that nobody knows now."""
GONE = frozenset({"no_contract", "not_linked", "released"})
"""Reasons after which the profile will never be wanted again: it makes room on the card."""


class Found(NamedTuple):
    """`fact` is the chart's event. `removed`: the driver's profile is not on the card any more."""

    record: EsimRecord | None
    fact: str
    reason: str = ""
    removed: bool = False


def contract_of(desk: Desk, session: Session, allowed: bool) -> EsimRecord:
    """What the cloud says, if the driver allows the car to ask for it. Raises what the cloud raises."""
    return desk.vehicle.esim(session) if allowed else EsimRecord("none", reason=NOT_ALLOWED)


def check(desk: Desk, session: Session, iccid: str, allowed: bool = True) -> Found:
    """Ask both. `iccid` is the profile that the driver had so far, "" when none; `allowed`: the driver's permission.

    Without the cloud, or when that cannot reach the operator, an enabled profile is used on. Raises what the cloud
    and the modem raise.
    """
    try:
        record = contract_of(desk, session, allowed)
    except BenchError as error:
        if error.code not in OFFLINE or not iccid:
            raise
        fact = desk.door.use(lambda modem: standing(modem, iccid))
        if fact == "esimReady":
            raise
        return Found(None, fact)
    if record.state != "none":
        fact = desk.door.use(lambda modem: standing(modem, record.iccid))
        return Found(record, fact if record.state == "active" else "esimReady")
    if not iccid:
        return Found(record, "esimNone", record.reason)
    if record.reason not in ENDED:
        # The operator cannot be asked: what works is not taken away for that.
        with contextlib.suppress(BenchError):
            fact = desk.door.use(lambda modem: standing(modem, iccid))
            if fact != "esimReady":
                return Found(None, fact)
        return Found(record, "esimNone", record.reason)
    removed = desk.door.use(lambda modem: withdraw(modem, iccid, delete=record.reason in GONE))
    if desk.smdp.is_known:
        desk.door.use(tell_servers)
    return Found(record, "esimNone", record.reason, removed)

"""The state of each person's personal eSIM, as car and phone ask for it (inside BMW: "customer eSIM").

It follows from the link to the line and from what the operator said last. That is kept, so that an operator who cannot
be reached takes no working car off the road.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from cloud.association.links import Links, cars_of
from cloud.association.models import AccountLinkRow, CarEsimRow
from cloud.association.rules import CarFacts, LinkFacts, standing
from cloud.context import Context
from cloud.odsa.messages import (
    Answer,
    Eligibility,
    Operation,
    OperationResult,
    OperationType,
    Request,
    ServiceStatus,
)
from cloud.storage.models import Vehicle
from core.errors import BenchError

log = logging.getLogger(__name__)

OUT_OF_REACH = ("carrier.unreachable", "carrier.maintenance", "carrier.refused")
"""The operator did not answer with sense: what is known stays good."""


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
    """All personal eSIMs, one for each person and car."""

    def __init__(self, context: Context, links: Links) -> None:
        self._context = context
        self._links = links

    def view(self, account_id: int, vin: str | None = None) -> EsimView:
        """What the car `vin` may do for this person; without a car, how the person's eSIM itself stands."""
        self.refresh(account_id)
        with self._context.database.reading() as session:
            return _view(session.get(AccountLinkRow, account_id), cars_of(session, account_id), vin)

    def activation_code(self, account_id: int, vin: str, *, eid: str, refused: str = "") -> str | None:
        """The code for the card `eid` in this car, ordered by the operator at the first question.

        None when there is nothing for this car (then `view` says why) and in a cloud without an operator. Raises
        `esim.order_refused {subject, reason}`, `esim.order_failed {reason}`.
        """
        if self._links.client is None:
            return None
        request = self._about_car(
            vin, Operation.MANAGE_SUBSCRIPTION, OperationType.SUBSCRIBE, eid, refused_code=refused
        )
        try:
            answer = self._links.ask(account_id, request)
        except BenchError as error:
            if error.code == "carrier.grant_ended":
                return None
            known = self._car(account_id, vin)
            if known is not None and known.eid == eid and known.code and known.code != refused:
                return known.code
            raise BenchError("esim.order_failed", reason=error.code) from error
        if answer.result is not OperationResult.SUCCESS or not answer.activation_code:
            self.refresh(account_id, now=True)
            _raise_order_error(answer)
            return None
        with self._context.database.writing() as session:
            row = session.get(CarEsimRow, (account_id, vin))
            anew = row is None or row.code != answer.activation_code
            if row is None:
                row = CarEsimRow(account_id=account_id, vin=vin, state="ready", pending=False)
                session.add(row)
            elif anew:
                row.state, row.pending = "ready", False
            row.iccid, row.eid, row.code = answer.iccid, eid, answer.activation_code
            row.updated_at = self._context.now()
        if anew:
            self._context.emit("esim.ordered", iccid=answer.iccid, eid=eid, anew=bool(refused))
            self.refresh(account_id, now=True)
        return answer.activation_code

    def report(self, account_id: int, gcid: str, vin: str, report: object) -> EsimView:
        """What a car says it did: `{state: active|inactive, iccid, eid}`. The operator hears of it, later if need be.

        Raises `request.invalid` for a report that makes no sense, `esim.not_ready {reason}` (nothing for this car) and
        `esim.other_profile` (the ICCID is not the one provided).
        """
        active, iccid, eid = _checked(report)
        seen = self.view(account_id, vin)
        if seen.state is EsimState.NONE:
            raise BenchError("esim.not_ready", reason=seen.reason)
        if seen.iccid != iccid:
            raise BenchError("esim.other_profile")
        with self._context.database.writing() as session:
            row = session.get(CarEsimRow, (account_id, vin))
            if row is None:
                row = CarEsimRow(account_id=account_id, vin=vin, eid=eid or "", code="", state="", pending=False)
                session.add(row)
            changed = (row.state, row.iccid) != ("active" if active else "ready", iccid)
            row.iccid, row.state, row.eid = iccid, "active" if active else "ready", eid or row.eid
            row.updated_at = self._context.now()
            row.pending = (row.pending or changed) if active else False
            if self._links.client is None:
                row.pending = False
                _count_alone(session, account_id)
        kind = "esim.activated" if active else "esim.deactivated"
        self._context.emit(kind, account=gcid, vin=vin, iccid=iccid, eid=eid)
        self.refresh(account_id, now=active and changed)
        view = self.view(account_id, vin)
        if active and view.state is EsimState.NONE:
            raise BenchError("esim.not_ready", reason=view.reason)
        return view

    def left(self, account_id: int, vin: str) -> None:
        """The person is off the car: its registration ends, as soon as the operator can be reached."""
        with self._context.database.writing() as session:
            row = session.get(CarEsimRow, (account_id, vin))
            if row is None:
                return
            if self._links.client is None or not row.eid or row.state == "released":
                session.delete(row)
                session.flush()
                _count_alone(session, account_id)
            else:
                row.state, row.pending, row.code = "leaving", True, ""
        self.refresh(account_id, now=True)

    def unlink(self, account_id: int) -> None:
        """All cars let the line go, then the association ends. Raises the carrier's errors: nothing is lost then."""
        with self._context.database.reading() as session:
            rows = [row for row in cars_of(session, account_id) if row.eid and row.state != "released"]
        try:
            for row in rows:
                self._links.ask(
                    account_id,
                    self._about_car(row.vin, Operation.MANAGE_SUBSCRIPTION, OperationType.UNSUBSCRIBE, row.eid),
                )
            self._links.revoke(account_id)
        except BenchError as error:
            if error.code != "carrier.grant_ended":
                raise
        self._links.end(account_id)

    def refresh(self, account_id: int, *, now: bool = False) -> None:
        """Ask the operator how the line stands, unless it was asked a moment ago."""
        link = self._links.get(account_id)
        if link is None or not link.linked or self._links.client is None:
            return
        with self._context.database.reading() as session:
            pending = [row for row in cars_of(session, account_id) if row.pending]
        age = self._context.now() - link.checked_at
        if not (now or pending) and age < self._context.settings.entitlement_validity:
            return
        try:
            for row in pending:
                self._pass_on(account_id, row)
            answer = self._links.ask(account_id, Request(Operation.ACQUIRE_CONFIGURATION))
        except BenchError as error:
            if error.code not in (*OUT_OF_REACH, "carrier.grant_ended"):
                raise
            log.info("the operator says nothing about a line: %s", error)
            return
        if answer.result is OperationResult.SUCCESS:
            self._take_over(account_id, answer)

    def _pass_on(self, account_id: int, row: CarEsimRow) -> None:
        leaves = row.state == "leaving"
        request = self._about_car(
            row.vin,
            Operation.MANAGE_SUBSCRIPTION if leaves else Operation.MANAGE_SERVICE,
            OperationType.UNSUBSCRIBE if leaves else OperationType.ACTIVATE_SERVICE,
            row.eid,
            companion_terminal_iccid="" if leaves else row.iccid,
        )
        answer = self._links.ask(account_id, request)
        with self._context.database.writing() as session:
            stored = session.get(CarEsimRow, (account_id, row.vin))
            if stored is None or (stored.state, stored.iccid) != (row.state, row.iccid):
                return
            if leaves:
                session.delete(stored)
            else:
                stored.pending = False
                if answer.result is not OperationResult.SUCCESS:
                    stored.state = "released"  # there was no place for it, or the contract has ended meanwhile

    def _take_over(self, account_id: int, answer: Answer) -> None:
        status = {(one.iccid, one.eid): one.status for one in answer.configurations if one.eid}
        gone = (ServiceStatus.DEACTIVATED, ServiceStatus.DEACTIVATED_NO_REUSE)
        with self._context.database.writing() as session:
            link = session.get(AccountLinkRow, account_id)
            if link is None or not link.linked:
                return
            link.checked_at = self._context.now()
            link.eligible = answer.eligibility is Eligibility.ENABLED
            link.slots, link.number = answer.slots, answer.msisdn or link.number
            link.reserved = next((one.iccid for one in answer.configurations if not one.eid), "")
            for row in cars_of(session, account_id):
                if row.pending or row.state not in ("ready", "active"):
                    continue
                if status.get((row.iccid, row.eid), ServiceStatus.DEACTIVATED) in gone and row.eid:
                    was_used = row.state == "active" or not row.code
                    if was_used:
                        row.state, row.code = "released", ""
                        self._context.emit("esim.released", vin=row.vin, iccid=row.iccid)
                    else:
                        session.delete(row)  # another car has taken the place of a set-up that was only begun

    def _about_car(self, vin: str, operation: Operation, kind: OperationType, eid: str, **more: str) -> Request:
        """The car is called by its brand (MGMT-TOP1-07, -10); which car it is stays with the car maker."""
        with self._context.database.reading() as session:
            vehicle = session.get(Vehicle, vin)
        own = self._context.brand
        brand = self._context.brands.get(vehicle.brand, own) if vehicle is not None else own
        return Request(
            operation,
            kind,
            companion_terminal_id=brand.id,
            companion_terminal_friendly_name=brand.name,
            companion_terminal_eid=eid,
            **more,
        )

    def _car(self, account_id: int, vin: str) -> CarEsimRow | None:
        with self._context.database.reading() as session:
            return session.get(CarEsimRow, (account_id, vin))


def _view(link: AccountLinkRow | None, cars: Sequence[CarEsimRow], vin: str | None) -> EsimView:
    facts = None
    if link is not None:
        heard = link.checked_at > 0
        facts = LinkFacts(link.linked, heard, link.eligible, link.slots, link.reserved, link.reason)
    state, iccid, reason = standing(facts, [CarFacts(car.vin, car.iccid, car.state) for car in cars], vin)
    if state == "none" or link is None:
        return EsimView(EsimState.NONE, reason=reason)
    return EsimView(EsimState(state), link.operator, link.number[-4:] or None, iccid)


def _count_alone(session: Session, account_id: int) -> None:
    """Without an operator the cloud counts itself: one car at a time, as the base contract has it."""
    link = session.get(AccountLinkRow, account_id)
    if link is not None:
        link.slots = 0 if any(car.eid for car in cars_of(session, account_id)) else 1


def _raise_order_error(answer: Answer) -> None:
    code, _, rest = answer.error.partition(" ")
    subject, _, reason = rest.partition("/")
    if code == "esim.order_refused":
        raise BenchError(code, subject=subject, reason=reason)
    if code == "esim.order_failed":
        raise BenchError(code, reason=reason)


def _checked(report: object) -> tuple[bool, str, str | None]:
    if not isinstance(report, dict) or report.get("state") not in ("active", "inactive"):
        raise BenchError("request.invalid", field="state")
    iccid, eid = report.get("iccid"), report.get("eid")
    if not isinstance(iccid, str) or not re.fullmatch(r"[0-9]{18,20}", iccid):  # ITU-T E.118
        raise BenchError("request.invalid", field="iccid")
    if eid is not None and (not isinstance(eid, str) or not re.fullmatch(r"[0-9]{32}", eid)):  # SGP.02 §2.2.2
        raise BenchError("request.invalid", field="eid")
    return report["state"] == "active", iccid, eid

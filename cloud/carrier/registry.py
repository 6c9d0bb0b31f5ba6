"""The One Number registry: which accessories share a line's number (domain.md §2.3, guide rows MGMT-*)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cloud.carrier.context import CarrierContext
from cloud.carrier.contracts import Contracts
from cloud.carrier.profile_stock import ProfileStock
from cloud.carrier.registry_models import HistoryRow, ProfileRow, RegistrationRow
from cloud.carrier.rules.registry import HOLDING, Place, clean_name, free_name, free_slots, making_room
from cloud.odsa.messages import ServiceStatus
from core.errors import BenchError


@dataclass(frozen=True)
class Registration:
    """An accessory. `registered_at`: seconds since 1970, None until it was used for the first time."""

    id: int
    msisdn: str
    kind: str
    name: str
    imei: str
    iccid: str
    eid: str
    status: ServiceStatus
    registered_at: float | None
    code: str = ""
    installed: bool = False


@dataclass(frozen=True)
class HistoryEntry:
    """One registration or release, as the management site lists them."""

    at: float
    kind: str
    device: str
    name: str
    imei: str


class Registrations:
    """All accessories. `on_change(msisdn)` is told after it is stored: the car maker asks again, the network looks who
    may stay.
    """

    def __init__(self, context: CarrierContext, contracts: Contracts, stock: ProfileStock) -> None:
        self._context = context
        self._contracts = contracts
        self._stock = stock
        self.lock = threading.RLock()
        """Held from a registration's first write to its order: two cars that ask at once must not order twice."""
        self.on_change: list[Callable[[str], None]] = []

    def of(self, msisdn: str) -> list[Registration]:
        """The accessories that are registered or about to be, in the order of registration."""
        with self._context.database.reading() as session:
            return [_registration(row) for row in _rows(session, msisdn) if row.status in HOLDING]

    def all_of(self, msisdn: str) -> list[Registration]:
        """Those and the released ones."""
        with self._context.database.reading() as session:
            return [_registration(row) for row in _rows(session, msisdn)]

    def count(self, msisdn: str) -> int:
        """How many are registered; asked by the contracts."""
        return sum(one.status is ServiceStatus.ACTIVATED for one in self.of(msisdn))

    def free_slots(self, msisdn: str) -> int:
        """How many more the contract allows."""
        with self._context.database.reading() as session:
            places = [_place(row) for row in _rows(session, msisdn)]
        return free_slots(places, self._contracts.view(msisdn).most)

    def begin(
        self, msisdn: str, *, eid: str, kind: str = "car", name: str = "BMW", imei: str = "", iccid: str = ""
    ) -> Registration:
        """Register the card `eid`, or find it registered. `iccid`: a profile of the line that is on the card already.

        Raises `registry.no_contract`, `registry.no_free_slot {most}`, `registry.no_profile` (none in stock, or `iccid`
        is not this line's).
        """
        most = self._contracts.view(msisdn).most
        with self.lock, self._context.database.writing() as session:
            rows = _rows(session, msisdn)
            for number in making_room([_place(row) for row in rows], eid=eid, most=most):
                giving = next(row for row in rows if row.id == number)
                giving.status, giving.code = ServiceStatus.DEACTIVATED, ""
            row = next((one for one in rows if one.eid == eid), None)
            if row is not None and row.status in HOLDING and iccid in ("", row.iccid):
                return _registration(row)
            used = {one.iccid for one in rows if one.eid != eid and one.status in HOLDING}
            if iccid and not self._stock.is_of(session, iccid, msisdn):
                raise BenchError("registry.no_profile")
            wished = iccid or (row.iccid if row is not None else "")
            elsewhere = {one.iccid for one in rows if one.eid != eid and one.installed}
            profile = self._stock.give(session, msisdn, but=used, elsewhere=elsewhere, wish=wished)
            if row is None:
                taken = [one.name for one in rows if one.status in HOLDING]
                row = RegistrationRow(
                    msisdn=msisdn,
                    kind=kind,
                    name=free_name(name, taken),
                    imei=imei,
                    eid=eid,
                    code="",
                    installed=False,
                )
                session.add(row)
            else:
                row.code, row.installed, row.registered_at = "", False, None
            row.iccid, row.status = profile.iccid, ServiceStatus.ACTIVATING
            profile.barred = False
            session.flush()
            found = _registration(row)
        self._context.emit("registration.begun", line=msisdn[-4:], iccid=found.iccid, eid=eid, name=found.name)
        return found

    def keep_code(self, registration_id: int, code: str) -> None:
        """The activation code that was ordered for it."""
        with self._context.database.writing() as session:
            session.get_one(RegistrationRow, registration_id).code = code

    def replace_profile(self, registration_id: int) -> Registration:
        """The profile is lost with its card: give the accessory another one. Raises `registry.no_profile`."""
        with self.lock, self._context.database.writing() as session:
            row = session.get_one(RegistrationRow, registration_id)
            used = {one.iccid for one in _rows(session, row.msisdn)}
            profile = self._stock.give(session, row.msisdn, but=used)
            session.get_one(ProfileRow, row.iccid).spent = True
            row.iccid, row.code, row.installed = profile.iccid, "", False
            session.flush()
            return _registration(row)

    def installed(self, iccid: str, eid: str) -> None:
        """The SM-DP+ tells that the profile is on the card."""
        with self._context.database.reading() as session:
            found = [row for row in _by_iccid(session, iccid) if row.status in HOLDING and row.eid == eid]
        for row in found:
            self.activate(row.msisdn, eid)

    def activate(self, msisdn: str, eid: str) -> None:
        """The accessory works: ACTIVATING → ACTIVATED, with an entry in the history. Without effect when it is so.

        Raises `registry.unknown`.
        """
        now = self._context.now()
        with self._context.database.writing() as session:
            row = next((one for one in _rows(session, msisdn) if one.eid == eid and one.status in HOLDING), None)
            if row is None:
                raise BenchError("registry.unknown")
            if row.status == ServiceStatus.ACTIVATED:
                return
            row.status, row.registered_at, row.installed = ServiceStatus.ACTIVATED, now, True
            session.add(_entry(row, now, "registered"))
            iccid = row.iccid
        self._context.emit("registration.activated", line=msisdn[-4:], iccid=iccid, eid=eid)
        self.line_changed(msisdn)

    def release(self, msisdn: str, registration_id: int, *, bar: bool = True) -> None:
        """「登録の解除」. Without effect when it is released already. Raises `registry.unknown`.

        Not to `bar` its SIM is for cars whose driver left: the profile stays on the card, disabled, for the next time.
        """
        now = self._context.now()
        with self.lock, self._context.database.writing() as session:
            row = session.get(RegistrationRow, registration_id)
            if row is None or row.msisdn != msisdn:
                raise BenchError("registry.unknown")
            if row.status not in HOLDING:
                return
            if row.status == ServiceStatus.ACTIVATED:
                session.add(_entry(row, now, "released"))
            row.status = ServiceStatus.DEACTIVATED
            profile = session.get_one(ProfileRow, row.iccid)
            profile.barred = bar
            iccid = row.iccid
        self._context.emit("registration.released", line=msisdn[-4:], iccid=iccid)
        self.line_changed(msisdn)

    def contract_ended(self, msisdn: str) -> None:
        """Release what is left; asked by the contracts. Car makers hear of it even when nothing is."""
        left = self.of(msisdn)
        for one in left:
            self.release(msisdn, one.id)
        if not left:
            self.line_changed(msisdn)

    def rename(self, msisdn: str, registration_id: int, name: str) -> Registration:
        """「端末名」. Raises `registry.unknown` and the errors of `rules.registry.clean_name`."""
        with self.lock, self._context.database.writing() as session:
            rows = [row for row in _rows(session, msisdn) if row.status in HOLDING]
            row = next((one for one in rows if one.id == registration_id), None)
            if row is None:
                raise BenchError("registry.unknown")
            row.name = clean_name(name, [one.name for one in rows if one.id != registration_id])
            return _registration(row)

    def history(self, msisdn: str) -> list[HistoryEntry]:
        """「登録履歴」, the newest first."""
        query = (
            select(HistoryRow).where(HistoryRow.msisdn == msisdn).order_by(HistoryRow.at.desc(), HistoryRow.id.desc())
        )
        with self._context.database.reading() as session:
            return [HistoryEntry(row.at, row.kind, row.device, row.name, row.imei) for row in session.scalars(query)]

    def reserved(self, msisdn: str) -> str:
        """The ICCID that the next accessory of this line will get, "" if there is none: the car looks for it on its
        card before it asks for a download. The profile is the line's from now on.
        """
        with self.lock, self._context.database.writing() as session:
            used = {row.iccid for row in _rows(session, msisdn) if row.status in HOLDING}
            try:
                return self._stock.give(session, msisdn, but=used).iccid
            except BenchError:
                return ""

    def line_changed(self, msisdn: str) -> None:
        """Something of a line's accessories is new."""
        for tell in self.on_change:
            tell(msisdn)


def _rows(session: Session, msisdn: str) -> list[RegistrationRow]:
    query = select(RegistrationRow).where(RegistrationRow.msisdn == msisdn).order_by(RegistrationRow.id)
    return list(session.scalars(query))


def _by_iccid(session: Session, iccid: str) -> list[RegistrationRow]:
    return list(session.scalars(select(RegistrationRow).where(RegistrationRow.iccid == iccid)))


def _place(row: RegistrationRow) -> Place:
    return Place(row.id, row.eid, ServiceStatus(row.status))


def _entry(row: RegistrationRow, at: float, kind: str) -> HistoryRow:
    return HistoryRow(msisdn=row.msisdn, at=at, kind=kind, device=row.kind, name=row.name, imei=row.imei)


def _registration(row: RegistrationRow) -> Registration:
    return Registration(
        row.id,
        row.msisdn,
        row.kind,
        row.name,
        row.imei,
        row.iccid,
        row.eid,
        ServiceStatus(row.status),
        row.registered_at,
        row.code,
        row.installed,
    )

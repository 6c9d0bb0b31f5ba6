"""The service centre: takes short messages, keeps them, hands them to the devices that are owed them (TS 23.040)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from cloud.network.fault_port import strike
from cloud.network.rules import messages
from cloud.network.rules.numbers import ECHO_LINE, national
from cloud.network.rules.subscribers import Hlr, Subscriber
from cloud.network.rules.validity import validity_of
from cloud.network.sms_store import SmsStore, Waiting
from cloud.network.visitors import Visit, Visitors
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog, caused_by, current_cause
from core.faults import Faults
from core.sms.alphabet import is_gsm
from core.sms.fields import Address, PduError
from core.sms.parts import split_text
from core.sms.pdu import Deliver, StatusReport, Submit, decode_submit

ACTOR = "network"
EXPIRED, UNKNOWN = 0x46, 0x41
"""TP-ST (§9.2.3.15): validity period expired; incompatible destination."""
LONGEST_NAME = 11
"""GSM letters that fit an alphanumeric sender (§9.1.2.5: 20 semi-octets, 10 octets of 7-bit letters)."""


class SmsCentre:
    """All of it runs on the network's thread."""

    def __init__(
        self,
        store: SmsStore,
        *,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        hlr: Hlr,
        visitors: Visitors,
        deliver: Callable[[int, Waiting], None],
        post: Callable[[Callable[[], None]], None],
        reachable: Callable[[str], bool],
        validity: float,
    ) -> None:
        self.store = store
        self._clock = clock
        self._events = events
        self._faults = faults
        self._hlr = hlr
        self._visitors = visitors
        self._deliver = deliver
        self._post = post
        self._reachable = reachable
        self._validity = validity
        self._looks_at: float | None = None

    # -- taking ---------------------------------------------------------------------------------------------------

    def send(self, msisdn: str, sender: str, text: str, kind: str) -> None:
        """A text of the operator or of somebody outside to a line."""
        reference = (self.store.number + 1) & 0xFF
        coding, parts = split_text(text, reference)
        originator = _originator(sender)
        tpdus = [Deliver(originator, self._now(), part, coding).encode() for part in parts]
        self._take(self._message(msisdn, tpdus, kind=kind), sender)

    def submit(self, visit: Visit, tpdus: Sequence[bytes], ref: str) -> str:
        """What a device hands in. Gives why it is refused, or ""."""
        subscriber = visit.subscriber
        group = self._hlr.group(subscriber.msisdn)
        if not messages.may_send(subscriber, group, self._registered(subscriber.msisdn)):
            self._events.emit(ACTOR, "sms.refused", imsi=subscriber.imsi, device=subscriber.kind)
            return "not_allowed"
        try:
            submits = [decode_submit(tpdu) for tpdu in tpdus]
        except PduError:
            submits = []
        if not submits:
            return "damaged"
        cause = current_cause.get()

        def forward() -> None:  # later: "sent" is told before "delivered"
            with caused_by(cause):
                self._forward(subscriber, submits, ref)

        self._post(forward)
        return ""

    # -- handing out ----------------------------------------------------------------------------------------------

    def attempt(self, msisdn: str) -> None:
        """Hand out what waits for a line, as far as its devices are in reach."""
        for message in list(self.store.sorted()):
            if message.msisdn == msisdn:
                self._attempt(message)

    def acknowledged(self, imsi: str, identity: str) -> None:
        """A device has a message."""
        message = self.store.waiting.get(identity)
        if message is None or imsi not in message.in_flight:
            return
        message.in_flight.discard(imsi)
        message.progress.done.add(imsi)
        self._step(message, "sms.delivered", imsi=imsi, device=self._kind(imsi))
        self._attempt(message)
        if identity in self.store.waiting:
            self._save()

    def lost(self, imsi: str) -> None:
        """A device is gone; what was on its way to it waits again."""
        for message in self.store.waiting.values():
            message.in_flight.discard(imsi)

    def resume(self) -> None:
        """After a start: what waits may have become too old meanwhile."""
        if self.store.damaged is not None:
            self._events.emit(ACTOR, "sms.store_damaged", kept_aside=str(self.store.damaged))
        self._watch()

    # -- priority -------------------------------------------------------------------------------------------------

    def priority(self, msisdn: str) -> str:
        """The IMSI that is preferred, "" for the phone."""
        return self.store.priorities.get(msisdn, "")

    def set_priority(self, msisdn: str, imsi: str) -> None:
        """Prefer a device; "" is the phone."""
        if imsi:
            self.store.priorities[msisdn] = imsi
        else:
            self.store.priorities.pop(msisdn, None)
        self._save()
        self._events.emit(ACTOR, "sms.priority", line=msisdn, imsi=imsi or "phone")
        self.attempt(msisdn)

    # -- inside ---------------------------------------------------------------------------------------------------

    def _forward(self, sender: Subscriber, submits: Sequence[Submit], ref: str) -> None:
        first = submits[0]
        number = national(str(first.destination))
        echo = number == ECHO_LINE
        originator = Address.of(ECHO_LINE if echo else sender.msisdn)
        tpdus = [Deliver(originator, self._now(), item.data, item.coding, item.protocol).encode() for item in submits]
        asking = next((item for item in submits if item.wants_report), None)
        validity = validity_of(first.validity, self._now(), self._validity)
        if echo or self._hlr.group(number):
            message = self._message(sender.msisdn if echo else number, tpdus, validity=validity)
            message.only = sender.imsi if echo else ""
            if asking is not None:
                message.report_to, message.reference, message.ref = sender.imsi, asking.reference, ref
            self._take(message, ECHO_LINE if echo else sender.msisdn)
        else:  # somebody of another operator: a known one has it at once
            good = self._reachable(number)
            self._events.emit(ACTOR, "sms.left", line=number, reached=good)
            if asking is not None:
                self._report(sender.imsi, sender.msisdn, number, asking.reference, ref, 0 if good else UNKNOWN)

    def _message(self, msisdn: str, parts: list[bytes], *, kind: str = "", validity: float | None = None) -> Waiting:
        expires = self._clock.timestamp() + (self._validity if validity is None else validity)
        return Waiting(self.store.next_id(), msisdn, parts, expires, kind)

    def _take(self, message: Waiting, sender: str) -> None:
        fault = strike(self._faults, f"sms {message.kind}", "sms_lost", "sms_late")
        self._step(message, "sms.accepted", sender=sender)
        if fault is not None and fault.kind == "sms_lost":
            self._step(message, "sms.lost", fault=True)
            return
        if fault is not None:
            message.not_before = self._clock.timestamp() + fault.delay
            self._clock.call_later(fault.delay, lambda: self._post(lambda: self._attempt(message)))
        self._keep(message)

    def _keep(self, message: Waiting) -> None:
        self.store.waiting[message.id] = message
        self._attempt(message)
        self._watch()
        self._save()

    def _attempt(self, message: Waiting) -> None:
        if message.id not in self.store.waiting or self._clock.timestamp() < message.not_before:
            return
        if self._clock.timestamp() >= message.expires:
            self._end(message, EXPIRED)
            return
        registered, group = self._registered(message.msisdn), self._hlr.group(message.msisdn)
        if message.only:
            due = message.progress.due_alone(message.only, group, registered)
        else:
            due = message.progress.due(group, registered, self.priority(message.msisdn))
        for imsi in sorted(due - message.in_flight):
            visit = self._visitors.of(imsi)
            if visit is not None:
                message.in_flight.add(imsi)
                self._deliver(visit.connection, message)
        if message.progress.finished:
            self._end(message, 0 if message.progress.done else UNKNOWN)

    def _kind(self, imsi: str) -> str:
        visit = self._visitors.of(imsi)
        return visit.subscriber.kind if visit is not None else ""

    def _registered(self, msisdn: str) -> set[str]:
        return {visit.imsi for visit in self._visitors.group(msisdn)}

    def _end(self, message: Waiting, status: int) -> None:
        self.store.waiting.pop(message.id, None)
        if status:
            self._step(message, "sms.expired" if status == EXPIRED else "sms.undeliverable")
        self._save()
        sender = self._hlr.subscriber(message.report_to) if message.report_to else None
        if sender is not None:
            number = message.msisdn if not message.only else ECHO_LINE
            with caused_by(message.cause):
                self._report(sender.imsi, sender.msisdn, number, message.reference, message.ref, status)

    def _report(self, imsi: str, msisdn: str, recipient: str, reference: int, ref: str, status: int) -> None:
        tpdu = StatusReport(reference, Address.of(recipient), self._now(), self._now(), status).encode()
        message = self._message(msisdn, [tpdu], kind="report")
        message.only, message.ref, message.cause = imsi, ref, current_cause.get()
        self._keep(message)

    def _step(self, message: Waiting, kind: str, **data: object) -> None:
        """For the event log, without the text; each step of a message is caused by the one before."""
        what = {"message": message.id, "line": message.msisdn, "use": message.kind} | data
        message.cause = self._events.emit(ACTOR, kind, cause=message.cause, **what).id

    def _watch(self) -> None:
        """A timer for the message that ends first, not one for each: they would be kept for days."""
        first = min((message.expires for message in self.store.waiting.values()), default=None)
        if first is None or (self._looks_at is not None and self._looks_at <= first):
            return
        self._looks_at = first
        wait = max(0.0, first - self._clock.timestamp())
        self._clock.call_later(wait, lambda: self._post(self._look_for_old))

    def _look_for_old(self) -> None:
        self._looks_at = None
        for message in list(self.store.sorted()):
            if self._clock.timestamp() >= message.expires:
                self._attempt(message)
        self._watch()

    def _save(self) -> None:
        try:
            self.store.save()
        except BenchError as error:  # a full disk: the network goes on from memory
            self._events.emit(ACTOR, "sms.store_failed", code=error.code)

    def _now(self) -> datetime:
        return self._clock.now().replace(microsecond=0)


def _originator(sender: str) -> Address:
    address = Address.of(national(sender))
    if not address.is_name:
        return address
    return Address.of(sender[:LONGEST_NAME]) if is_gsm(sender) else Address.of("SMS")

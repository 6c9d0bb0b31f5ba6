"""The network as a whole: devices on one side, the operator's hooks on the other, one thread in between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from cloud.network import fault_port
from cloud.network.packets import PacketSessions
from cloud.network.rules.messages import shares_sent
from cloud.network.rules.numbers import national
from cloud.network.rules.subscribers import Hlr
from cloud.network.sms_centre import SmsCentre
from cloud.network.sms_store import SmsStore, Waiting
from cloud.network.switch import Switch
from cloud.network.ussd import ServiceDesk
from cloud.network.visitors import Visit, Visitors
from core.clock import Clock
from core.events import EventLog, caused_by, current_cause
from core.faults import Faults
from core.lines import LineHub, number, text
from core.radio.messages import NOT_ALLOWED, REPLACED, UNKNOWN_SUBSCRIBER
from core.randomness import Randomness
from core.settings import Settings

ACTOR = "network"
MOST_PARTS = 255


class SmsPort:
    """The operator's way to send texts; from any thread, before the network's start too."""

    def __init__(self, take: Callable[[str, str, str, str], None]) -> None:
        self._take = take

    def send(self, msisdn: str, sender: str, text: str, kind: str = "") -> None:
        """Have `text` delivered to a line. Returns at once; what becomes of it stands in the event log."""
        self._take(msisdn, sender, text, kind)


class RadioServer:
    """The mobile network. `service_call(number, msisdn)` is the operator's answer to a call to its own desk (151)."""

    def __init__(
        self,
        *,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        randomness: Randomness,
        settings: Settings,
        folder: Path,
        hlr: Hlr,
        service_call: Callable[[str, str], None] | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._events = events
        self._faults = faults
        self._hlr = hlr
        self._visitors = Visitors()
        self._hub = LineHub("radio-network", host, port, received=self._received, lost=self._lost, errors="radio")
        self.packets = PacketSessions(randomness)
        """Whose cellular request is this."""
        self._switch = Switch(
            clock=clock,
            events=events,
            hlr=hlr,
            tell=self._tell,
            post=self._hub.post,
            settings=settings,
            service_call=service_call,
        )
        self._centre = SmsCentre(
            SmsStore(folder),
            clock=clock,
            events=events,
            faults=faults,
            hlr=hlr,
            visitors=self._visitors,
            deliver=self._deliver,
            post=self._hub.post,
            reachable=self._switch.can_reach,
            validity=settings.sms_validity,
        )
        self._desk = ServiceDesk(self._centre, hlr)
        self.sms = SmsPort(self._send)
        """The operator's texts."""
        faults.declare(fault_port.PORT, fault_port.KINDS)
        self._hub.post(self._centre.resume)

    def start(self) -> tuple[str, int]:
        """Listen; gives (host, port). Raises `radio.port_in_use`."""
        return self._hub.start()

    def stop(self) -> None:
        """All devices lose the network; what waits is kept."""
        self._hub.stop()

    # -- the operator's side, from any thread -------------------------------------------------------------------------

    def subscription_changed(self, msisdn: str) -> None:
        """The operator's register of a line changed: who may not stay is detached, who may come again is invited."""
        self._hub.post(lambda: self._look_again(msisdn))

    def call_in(self, number: str, msisdn: str) -> int:
        """Somebody outside (`number`, empty: withheld) calls a line; a handle for `end_call`."""
        return self._switch.call_in(number, national(msisdn))

    def end_call(self, call: int) -> None:
        """The outside end of a call hangs up."""
        self._hub.post(lambda: self._switch.outside_hung_up(call))

    def answer_call(self, call: int) -> None:
        """The outside end of a call that a line began takes it."""
        self._hub.post(lambda: self._switch.outside_answered(call))

    @property
    def registered(self) -> dict[str, str]:
        """IMSI and name of every device in the network, for an inspector."""
        return {visit.imsi: visit.name for visit in self._visitors.all}

    @property
    def calls(self) -> list[dict[str, object]]:
        """The calls there are, for an inspector."""
        return self._switch.overview()

    @property
    def waiting_messages(self) -> list[dict[str, object]]:
        """What waits at the service centre, without texts."""
        return [
            {"id": item.id, "line": item.msisdn, "kind": item.kind, "owed": sorted(item.progress.owed)}
            for item in list(self._centre.store.waiting.values())
        ]

    # -- the network's thread -----------------------------------------------------------------------------------------

    def _received(self, connection: int, message: dict[str, Any] | None) -> None:
        if message is None:
            self._events.emit(ACTOR, "radio.garbage")
            self._hub.send(connection, {"t": "error", "code": "garbage"})
            return
        kind = message["t"]
        if fault_port.strike(self._faults, kind, "down") is not None:
            self._events.emit(ACTOR, "radio.down", fault=True)
            self._hub.drop_all()
            return
        if kind == "attach":
            self._attach(connection, message)
            return
        visit = self._visitors.at(connection)
        handler = getattr(self, f"_on_{kind}", None)
        if visit is None or handler is None:
            self._hub.send(connection, {"t": "error", "code": "unexpected"})
            return
        with caused_by(text(message, "because") or None):
            handler(visit, message)

    def _send(self, msisdn: str, sender: str, text: str, kind: str) -> None:
        cause = current_cause.get()  # of the thread that asks

        def send() -> None:
            with caused_by(cause):
                self._centre.send(national(msisdn), sender, text, kind)

        self._hub.post(send)

    def _attach(self, connection: int, message: dict[str, Any]) -> None:
        imsi = text(message, "imsi", 16)
        subscriber = self._hlr.subscriber(imsi)
        faulty = fault_port.strike(self._faults, "attach", "denied") is not None
        if subscriber is None or not subscriber.allowed or faulty:
            cause = UNKNOWN_SUBSCRIBER if subscriber is None else NOT_ALLOWED
            self._events.emit(ACTOR, "radio.denied", imsi=imsi, reason=cause, fault=faulty)
            self._visitors.turn_away(imsi, connection)
            self._hub.send(connection, {"t": "denied", "cause": cause})
            return
        before = self._visitors.of(imsi)
        if before is not None:
            self._detach(before, "" if before.connection == connection else REPLACED)
        elif (other := self._visitors.at(connection)) is not None:
            self._detach(other, "")
        name = text(message, "name") or subscriber.name
        self._visitors.enter(Visit(connection, subscriber, name))
        self._switch.joined(subscriber)
        session = self.packets.open(imsi, subscriber.msisdn)
        self._events.emit(
            ACTOR, "radio.registered", imsi=imsi, line=subscriber.msisdn, device=subscriber.kind, name=name
        )
        self._events.emit(ACTOR, "packet.opened", imsi=imsi, device=subscriber.kind)  # the token is in no event
        answer = {"msisdn": subscriber.msisdn, "voice": subscriber.voice, "sms": subscriber.has_messages}
        self._hub.send(connection, {"t": "attached", "session": session} | answer)
        self._centre.attempt(subscriber.msisdn)

    def _detach(self, visit: Visit, cause: str) -> None:
        """End a registration; the device is told unless it wanted it (no `cause`)."""
        if self._visitors.leave(visit.imsi) is None:
            return
        self.packets.close(visit.imsi)
        self._centre.lost(visit.imsi)
        self._switch.left(visit.imsi)
        self._events.emit(ACTOR, "radio.left", imsi=visit.imsi, line=visit.subscriber.msisdn, reason=cause)
        if cause:
            self._hub.send(visit.connection, {"t": "detached", "cause": cause})

    def _lost(self, connection: int) -> None:
        visit = self._visitors.at(connection)
        if visit is not None:
            self._detach(visit, "")
        self._visitors.gone(connection)

    def _look_again(self, msisdn: str) -> None:
        group = {item.imsi: item for item in self._hlr.group(msisdn)}
        for visit in self._visitors.group(msisdn):
            now = group.get(visit.imsi)
            if now is None or not now.allowed:
                self._visitors.turn_away(visit.imsi, visit.connection)
                self._detach(visit, UNKNOWN_SUBSCRIBER if now is None else NOT_ALLOWED)
            elif now != visit.subscriber:
                self._visitors.enter(Visit(visit.connection, now, visit.name))
                self._switch.joined(now)
        for imsi, subscriber in group.items():
            connection = self._visitors.turned_away(imsi)
            if subscriber.allowed and self._visitors.of(imsi) is None and connection is not None:
                self._hub.send(connection, {"t": "invite"})
        self._centre.attempt(msisdn)

    def _deliver(self, connection: int, message: Waiting) -> None:
        parts = [part.hex() for part in message.parts]
        news = {"t": "sms", "id": message.id, "ref": message.ref, "parts": parts}
        self._hub.send(connection, news | {"because": message.cause})

    def _tell(self, imsi: str, message: dict[str, Any]) -> None:
        visit = self._visitors.of(imsi)
        if visit is not None:
            self._hub.send(visit.connection, message)

    # -- what devices ask ---------------------------------------------------------------------------------------------

    def _on_detach(self, visit: Visit, message: dict[str, Any]) -> None:
        self._detach(visit, "")

    def _on_submit(self, visit: Visit, message: dict[str, Any]) -> None:
        ref = text(message, "ref")
        parts = message.get("parts")
        try:
            tpdus = [bytes.fromhex(part) for part in parts[:MOST_PARTS]] if isinstance(parts, list) else []
        except (TypeError, ValueError):
            tpdus = []
        refused = self._centre.submit(visit, tpdus, ref)
        self._hub.send(visit.connection, {"t": "submitted", "ref": ref, "ok": not refused, "cause": refused})
        if not refused:
            self._share_sent(visit, ref, tpdus)

    def _share_sent(self, sender: Visit, ref: str, tpdus: Sequence[bytes]) -> None:
        """A stand-in for what a phone and its watch tell each other by themselves."""
        line = sender.subscriber.msisdn
        visits = {visit.imsi: visit for visit in self._visitors.group(line)}
        for imsi in sorted(shares_sent(sender.subscriber, self._hlr.group(line), visits.keys())):
            visit = visits[imsi]
            event = self._events.emit(ACTOR, "sms.shared", imsi=imsi, device=visit.subscriber.kind)
            parts = [tpdu.hex() for tpdu in tpdus]
            self._hub.send(visit.connection, {"t": "sent", "ref": ref, "parts": parts, "because": event.id})

    def _on_ack(self, visit: Visit, message: dict[str, Any]) -> None:
        self._centre.acknowledged(visit.imsi, text(message, "id"))

    def _on_dial(self, visit: Visit, message: dict[str, Any]) -> None:
        self._switch.dial(visit.imsi, number(message, "line"), text(message, "number"))

    def _on_answer(self, visit: Visit, message: dict[str, Any]) -> None:
        self._switch.answer(visit.imsi, number(message, "line"))

    def _on_hang_up(self, visit: Visit, message: dict[str, Any]) -> None:
        self._switch.hang_up(visit.imsi, number(message, "line"), busy=message.get("busy") is True)

    def _on_hold(self, visit: Visit, message: dict[str, Any]) -> None:
        self._switch.hold(visit.imsi, number(message, "line"))

    def _on_retrieve(self, visit: Visit, message: dict[str, Any]) -> None:
        self._switch.retrieve(visit.imsi, number(message, "line"))

    def _on_swap(self, visit: Visit, message: dict[str, Any]) -> None:
        self._switch.swap(visit.imsi)

    def _on_tone(self, visit: Visit, message: dict[str, Any]) -> None:
        self._switch.tone(visit.imsi, number(message, "line"), text(message, "key"))

    def _on_ussd(self, visit: Visit, message: dict[str, Any]) -> None:
        kind, answer = self._desk.ask(visit.subscriber, text(message, "text"), text(message, "language"))
        self._events.emit(ACTOR, "ussd", imsi=visit.imsi, asked=text(message, "text"), answered=answer)
        self._hub.send(visit.connection, {"t": "ussd", "kind": kind, "text": answer})

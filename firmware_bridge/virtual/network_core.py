"""The network behind the air: what a modem asks of it, what it tells the modem, and a stand-in that loops back.

Orders return at once; whatever the network has to say comes later through `Handset`, never from inside an order.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal, Protocol

from core.clock import Clock, Timer
from core.sms.fields import Address, PduError
from core.sms.pdu import Deliver, StatusReport, decode_submit

Admission = Literal["home", "roaming", "denied", "searching"]
"""`searching`: the network cannot be reached now; it tells by `Handset.registration_changed` when that changes."""
ECHO_LINE = "111"
"""Rings once, answers, and sends messages back: what carriers call a test line."""
SIGNALLING_TIME = 0.2
"""Seconds of the bench's clock from one end of the network to the other."""
ANSWER_TIME = 1.5
RING_TIME = 60.0
"""Seconds until the network gives up a call that nobody takes (T301 is at least 180; voice mail comes earlier)."""


class Cause(StrEnum):
    """Why a call ended, as far as a phone shows it (TS 24.008 §10.5.4.11: 16, 17, 19, 1, 21, 50, 8, 27).

    `ELSEWHERE` and `LINE_IN_USE` are what devices that share a number hear of each other (ONE-VOICE-03, -07);
    `OUT_OF_ORDER`: the other side lost its network, `NO_SERVICE`: this one.
    """

    NORMAL = "normal"
    BUSY = "busy"
    NO_ANSWER = "no_answer"
    UNKNOWN_NUMBER = "unknown_number"
    REJECTED = "rejected"
    NOT_ALLOWED = "not_allowed"
    PREEMPTED = "preempted"
    OUT_OF_ORDER = "out_of_order"
    NO_SERVICE = "no_service"
    ELSEWHERE = "elsewhere"
    LINE_IN_USE = "line_in_use"


class MessageRefused(PduError):  # noqa: N818 - a word of the network, not a fault
    """The subscriber has no short messages."""


class Handset(Protocol):
    """What the network tells a modem. Called on the network's thread, without any of its locks."""

    def call_offered(self, line: int, number: str) -> bool:
        """A call arrives; False when the phone is busy."""
        ...

    def call_alerting(self, line: int) -> None:
        """The other side rings."""
        ...

    def call_connected(self, line: int, number: str) -> None:
        """The other side, which is `number`, has answered."""
        ...

    def call_ended(self, line: int, cause: Cause) -> None:
        """The call is over."""
        ...

    def message(self, tpdu: bytes, centre: str) -> None:
        """A delivery or a report."""
        ...

    def ussd(self, kind: int, text: str) -> None:
        """An answer; `kind` is <m> of +CUSD: 0 done, 1 asks on, 2 ended, 4 not supported."""
        ...

    def data(self, octets: bytes) -> None:
        """What comes down an open data connection."""
        ...

    def registration_changed(self) -> bool:
        """Attach again to learn how things stand; False when the modem wants no network any more."""
        ...


class NetworkCore(Protocol):
    """What a modem asks of its network. Subscribers are known by IMSI; `line` names a call at both ends apart."""

    def attach(self, imsi: str, number: str, handset: Handset) -> Admission:
        """Register; replaces an earlier registration of the same subscriber."""
        ...

    def detach(self, imsi: str) -> None:
        """Leave; calls end."""
        ...

    def dial(self, imsi: str, number: str) -> int:
        """Begin a call; its `line`."""
        ...

    def answer(self, imsi: str, line: int) -> None:
        """Take an offered call."""
        ...

    def hang_up(self, imsi: str, line: int, busy: bool = False) -> None:
        """End or (`busy`) refuse a call."""
        ...

    def hold(self, imsi: str, line: int) -> None:
        """The user holds a call."""
        ...

    def retrieve(self, imsi: str, line: int) -> None:
        """The user takes a held call back."""
        ...

    def send_message(self, imsi: str, tpdu: bytes, centre: str) -> None:
        """Hand an SMS-SUBMIT to the service centre. Raises `PduError` when it cannot be read, `MessageRefused`."""
        ...

    def ussd(self, imsi: str, text: str) -> None:
        """An unstructured request, or the answer to a question."""
        ...

    def send_data(self, imsi: str, octets: bytes) -> None:
        """What goes up an open data connection."""
        ...


@dataclass
class _Subscriber:
    imsi: str
    number: str
    handset: Handset


@dataclass
class _Leg:
    """One call: who called, and who was called if that is a subscriber."""

    caller: str
    number: str
    called: str = ""
    timer: Timer | None = None


class LoopbackCore:
    """A network in one process: subscribers reach each other and `ECHO_LINE`; all other numbers ring in vain."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._subscribers: dict[str, _Subscriber] = {}
        self._legs: dict[int, _Leg] = {}
        self._lines = itertools.count(1)

    def attach(self, imsi: str, number: str, handset: Handset) -> Admission:
        """Everybody is at home here."""
        with self._lock:
            self._subscribers[imsi] = _Subscriber(imsi, number, handset)
        return "home"

    def detach(self, imsi: str) -> None:
        """Forget the subscriber; the other ends of the calls are told."""
        with self._lock:
            self._subscribers.pop(imsi, None)
            lines = [line for line, leg in self._legs.items() if imsi in (leg.caller, leg.called)]
        for line in lines:
            self.hang_up(imsi, line)

    def dial(self, imsi: str, number: str) -> int:
        """Begin a call."""
        with self._lock:
            line = next(self._lines)
            self._legs[line] = _Leg(imsi, number)
        self._later(SIGNALLING_TIME, lambda: self._offer(line))
        return line

    def answer(self, imsi: str, line: int) -> None:
        """The called subscriber took the call."""
        self._connect(line)

    def hang_up(self, imsi: str, line: int, busy: bool = False) -> None:
        """One end is done; the other is told."""
        with self._lock:
            leg = self._legs.pop(line, None)
        if leg is None:
            return
        if leg.timer is not None:
            leg.timer.cancel()
        other = leg.called if imsi == leg.caller else leg.caller
        self._tell(other, lambda handset: handset.call_ended(line, Cause.BUSY if busy else Cause.NORMAL))

    def hold(self, imsi: str, line: int) -> None:
        """Nobody listens here."""

    def retrieve(self, imsi: str, line: int) -> None:
        """Nobody listens here."""

    def send_message(self, imsi: str, tpdu: bytes, centre: str) -> None:
        """Deliver to a subscriber, or back from the echo line; a centre keeps what nobody takes."""
        submit = decode_submit(tpdu)
        with self._lock:
            sender = self._subscribers.get(imsi)
        if sender is None:
            raise PduError("not registered")
        number = str(submit.destination)
        to = imsi if number == ECHO_LINE else self._imsi_of(number)
        originator = Address.of(ECHO_LINE if number == ECHO_LINE else sender.number)
        if to:
            delivery = Deliver(originator, self._now(), submit.data, submit.coding, submit.protocol).encode()
            self._tell(to, lambda handset: handset.message(delivery, centre))
            if submit.wants_report:
                report = StatusReport(submit.reference, submit.destination, self._now(), self._now()).encode()
                self._tell(imsi, lambda handset: handset.message(report, centre))

    def ussd(self, imsi: str, text: str) -> None:
        """Answers with what was asked."""
        self._tell(imsi, lambda handset: handset.ussd(0, text))

    def send_data(self, imsi: str, octets: bytes) -> None:
        """What goes up comes down."""
        self._tell(imsi, lambda handset: handset.data(octets))

    def _offer(self, line: int) -> None:
        with self._lock:
            leg = self._legs.get(line)
            caller = self._subscribers.get(leg.caller) if leg else None
        if leg is None or caller is None:
            return
        called = self._imsi_of(leg.number)
        if called:
            with self._lock:
                leg.called = called
                subscriber = self._subscribers.get(called)
            if called == leg.caller or subscriber is None or not subscriber.handset.call_offered(line, caller.number):
                self._end(line, Cause.BUSY)
                return
        caller.handset.call_alerting(line)
        if leg.number == ECHO_LINE:
            leg.timer = self._later(ANSWER_TIME, lambda: self._connect(line))
        else:
            leg.timer = self._later(RING_TIME, lambda: self._end(line, Cause.NO_ANSWER))

    def _connect(self, line: int) -> None:
        with self._lock:
            leg = self._legs.get(line)
        if leg is not None:
            if leg.timer is not None:
                leg.timer.cancel()
            self._tell(leg.caller, lambda handset: handset.call_connected(line, leg.number))

    def _end(self, line: int, cause: Cause) -> None:
        with self._lock:
            leg = self._legs.pop(line, None)
        if leg is not None:
            self._tell(leg.caller, lambda handset: handset.call_ended(line, cause))
            if leg.called and leg.called != leg.caller:
                self._tell(leg.called, lambda handset: handset.call_ended(line, cause))

    def _imsi_of(self, number: str) -> str:
        with self._lock:
            return next((item.imsi for item in self._subscribers.values() if _same(item.number, number)), "")

    def _tell(self, imsi: str, say: Callable[[Handset], None]) -> None:
        def act() -> None:
            with self._lock:
                subscriber = self._subscribers.get(imsi)
            if subscriber is not None:
                say(subscriber.handset)

        if imsi:
            self._later(SIGNALLING_TIME, act)

    def _later(self, delay: float, action: Callable[[], None]) -> Timer:
        return self._clock.call_later(delay, action)

    def _now(self) -> datetime:
        return self._clock.now().replace(microsecond=0)


def _same(one: str, other: str) -> bool:
    """National and international writing of a number of the bench's country, 81."""
    return bool(one) and _international(one) == _international(other)


def _international(number: str) -> str:
    return f"+81{number[1:]}" if number.startswith("0") else number

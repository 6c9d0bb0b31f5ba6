"""Calls between user and network: orders one way, news the other, RING again and again meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.clock import Timer
from firmware_bridge.virtual.calls import Call, CallRefused, Calls, Order, Orders, State
from firmware_bridge.virtual.network_core import Cause, NetworkCore
from firmware_bridge.virtual.phonebook import Entry, PhoneBook

if TYPE_CHECKING:
    from firmware_bridge.virtual.session import Notice, Session

RING_INTERVAL = 5.0
"""Seconds of the bench's clock between two RING (TS 22.001: 5 s of cadence)."""
RESULTS = {
    Cause.BUSY: "BUSY",
    Cause.REJECTED: "BUSY",
    Cause.LINE_IN_USE: "BUSY",
    Cause.NO_ANSWER: "NO ANSWER",
}
"""What ends an attempt to call out; all else is NO CARRIER (V.250 §5.7.1)."""
REASONS = {
    Cause.NORMAL: "Normal call clearing",
    Cause.BUSY: "User busy",
    Cause.NO_ANSWER: "No user responding",
    Cause.UNKNOWN_NUMBER: "Unassigned number",
    Cause.REJECTED: "Call rejected",
    Cause.NOT_ALLOWED: "Requested facility not subscribed",
    Cause.PREEMPTED: "Preemption",
    Cause.OUT_OF_ORDER: "Destination out of order",
    Cause.NO_SERVICE: "No service",
    Cause.ELSEWHERE: "Call completed elsewhere",
    Cause.LINE_IN_USE: "Line in use on another device",
}
"""+CEER's text: those of Q.850, and RFC 3326's for a call that another device took."""


class Telephony:
    """The caller holds the modem's lock. `imsi` is empty while not registered."""

    def __init__(
        self,
        core: NetworkCore,
        *,
        imsi: Callable[[], str],
        later: Callable[[float, Callable[[], None]], Timer],
        notify: Callable[[Notice], None],
        auto_answer: Callable[[], int],
        phone_book: PhoneBook,
    ) -> None:
        self.calls = Calls()
        self.last_reason = ""
        """For +CEER."""
        self.waiting_allowed = True
        """+CCWA as the network keeps it."""
        self.forwarding: dict[int, str] = {}
        """+CCFC: where to, by reason (0 always, 1 busy, 2 no reply, 3 not reachable)."""
        self._core = core
        self._imsi = imsi
        self._later = later
        self._notify = notify
        self._auto_answer = auto_answer
        self._phone_book = phone_book
        self._ringer: Timer | None = None
        self._rings = 0

    # The user's orders. They raise `CallRefused`.

    def dial(self, number: str) -> Call:
        """Begin a call."""
        call, orders = self.calls.dial(number)
        self._carry_out(orders)
        call.line = self._core.dial(self._imsi(), number)
        self._phone_book.remember_call("DC", number)
        self._phone_book.remember_call("LD", number)
        return call

    def answer(self) -> None:
        """Take the call that rings."""
        self._carry_out(self.calls.answer()[1])

    def hang_up(self) -> None:
        """End what is in progress."""
        self._carry_out(self.calls.hang_up())

    def operate(self, operation: int, index: int = 0) -> None:
        """+CHLD."""
        self._carry_out(self.calls.operate(operation, index))

    # The network's news

    def offered(self, number: str, line: int | None = None) -> bool:
        """A call arrives; False when busy."""
        try:
            call = self.calls.incoming(number, line, self.waiting_allowed)
        except CallRefused:
            return False
        if call.state is State.WAITING:
            self._notify(lambda session: _waiting_lines(session, call))
        else:
            self._rings = 0
            self._ring(call)
        return True

    def alerting(self, call: Call | None) -> None:
        """The other side rings."""
        if call is not None and call.state is State.DIALING:
            call.state = State.ALERTING

    def connected(self, call: Call | None, number: str) -> None:
        """The other side has answered."""
        if call is not None and call.outgoing and not call.answered:
            call.state, call.answered = State.ACTIVE, True
            self._notify(lambda session: [f'+COLP: "{number}",{Entry(number).kind}'] if session.number("+COLP") else [])

    def ended(self, call: Call | None, cause: Cause) -> None:
        """The call is over."""
        if call is None or call not in self.calls.all:
            return
        self.calls.remove(call)
        self.last_reason = REASONS[cause]
        self._note(call)
        self._notify(RESULTS.get(cause, "NO CARRIER") if call.outgoing and not call.answered else "NO CARRIER")
        self._reconsider_ringing()

    def end_all(self) -> None:
        """The network is gone."""
        for call in list(self.calls.all):
            self.ended(call, Cause.NO_SERVICE)

    # Inside

    def _carry_out(self, orders: Orders) -> None:
        imsi = self._imsi()
        for call, order in orders:
            if order in (Order.RELEASE, Order.REFUSE):
                self.last_reason = REASONS[Cause.NORMAL]
                self._note(call)
            if call.line is None:
                continue
            if order is Order.ANSWER:
                self._core.answer(imsi, call.line)
            elif order in (Order.RELEASE, Order.REFUSE):
                self._core.hang_up(imsi, call.line, busy=order is Order.REFUSE)
            elif order is Order.HOLD:
                self._core.hold(imsi, call.line)
            else:
                self._core.retrieve(imsi, call.line)
        self._reconsider_ringing()

    def _note(self, call: Call) -> None:
        if not call.outgoing:
            self._phone_book.remember_call("RC" if call.answered else "MC", call.number)

    def _reconsider_ringing(self) -> None:
        """A call that waited rings once it is the only one; RING ends with the call that rang."""
        ringing = next(iter(self.calls.in_state(State.INCOMING)), None)
        if ringing is None and self._ringer is not None:
            self._ringer.cancel()
            self._ringer = None
        elif ringing is not None and self._ringer is None:
            self._rings = 0
            self._ring(ringing)

    def _ring(self, call: Call) -> None:
        self._ringer = None
        if call not in self.calls.all or call.state is not State.INCOMING:
            return
        self._rings += 1
        self._notify(lambda session: _ring_lines(session, call))
        if 0 < self._auto_answer() <= self._rings:
            self.answer()
        else:
            self._ringer = self._later(RING_INTERVAL, lambda: self._ring(call))


def _ring_lines(session: Session, call: Call) -> list[str]:
    lines = ["+CRING: VOICE" if session.number("+CRC") else "RING"]
    if session.number("+CLIP"):
        lines.append(f'+CLIP: "{call.number}",{Entry(call.number).kind},,,,{0 if call.number else 1}')
    return lines


def _waiting_lines(session: Session, call: Call) -> list[str]:
    return [f'+CCWA: "{call.number}",{Entry(call.number).kind},1'] if session.number("+CCWA") else []

"""The calls of this phone as the network tells them: one in front, perhaps a second one that waits or is held."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from core.clock import Clock, Timer
from core.events import EventLog
from core.tasks import Tasks
from phone_app.mobile import Mobile

if TYPE_CHECKING:
    from core.radio import CallEvent

ENDED_TIME = 4.0
"""Seconds that an ended call stays on the screen with its cause."""
RINGING = ("offered", "waiting")
"""Incoming and not answered; `waiting` while another call is going on."""
FAILED_CODES = {"radio.no_coverage": "no_network", "radio.airplane": "airplane"}


@dataclass(frozen=True)
class Call:
    """One call. `began`, `connected`: seconds since 1970 UTC, 0.0 for not yet. `line`: 0 until the network took it."""

    line: int
    number: str
    incoming: bool
    state: str
    began: float
    connected: float = 0.0
    cause: str = ""


class Calls:
    """The list of calls. `ended` hears of every call that is over, for the list of calls before."""

    def __init__(self, mobile: Mobile, *, clock: Clock, events: EventLog, tasks: Tasks) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.ended: Callable[[Call], None] = lambda call: None
        self._mobile = mobile
        self._clock = clock
        self._events = events
        self._tasks = tasks
        self._calls: list[Call] = []
        self._tick: Timer | None = None
        mobile.call_event = self._heard

    # -- what there is

    @property
    def incoming(self) -> Call | None:
        """The call that rings."""
        return next((call for call in self._calls if call.incoming and call.state in RINGING), None)

    @property
    def front(self) -> Call | None:
        """The call of the call screen: the one that is talked in, else one that is being set up, held or just over."""
        order = {"connected": 0, "alerting": 1, "connecting": 1, "held": 2, "ended": 3}
        shown = [call for call in self._calls if call.state in order]
        return min(shown, key=lambda call: order[call.state]) if shown else None

    @property
    def busy(self) -> bool:
        """Whether a call is being set up or going on."""
        return any(call.state != "ended" for call in self._calls)

    def seconds(self, call: Call) -> int:
        """How long it is connected."""
        return int(self._clock.timestamp() - call.connected) if call.connected else 0

    # -- the person

    def dial(self, number: str) -> bool:
        """Call; False while another call is going on."""
        if self.busy:
            return False
        call = Call(0, number, False, "connecting", self._clock.timestamp())
        self._calls = [call]

        def done(line: int) -> None:
            waiting = self._pending()
            if waiting is not None:
                self._put(waiting, replace(waiting, line=line))
            elif not any(one.line == line for one in self._calls):
                self._mobile.hang_up(line)  # given up before the network took it

        def failed(code: str) -> None:
            waiting = self._pending()
            if waiting is not None:
                self._end(waiting, FAILED_CODES.get(code, "failed"))

        self._mobile.dial(number, done, failed)
        self._events.emit("phone", "dialer.dial")
        self.changed()
        return True

    def answer(self) -> None:
        """Take the call that rings."""
        if self.incoming is not None:
            self._mobile.answer(self.incoming.line)

    def reject(self) -> None:
        """Refuse the call that rings."""
        call = self.incoming
        if call is not None:
            self._mobile.hang_up(call.line)
            self._end(call, "declined")

    def hang_up(self) -> None:
        """End the call in front, or put away one that is over."""
        call = self.front
        if call is None:
            return
        if call.state == "ended":
            self._drop(call)
            return
        if call.line:
            self._mobile.hang_up(call.line)
        self._end(call, "")

    # -- the network

    def _heard(self, event: CallEvent) -> None:
        line, state = event.line, event.state
        call = next((one for one in self._calls if one.line == line), None)
        if call is None and state not in RINGING:
            # The first word of a call that is being dialled may come before the answer with its line.
            call = self._pending()
        if call is None:
            if state not in RINGING:
                return
            call = Call(line, event.number, True, state, self._clock.timestamp())
            self._calls = [one for one in self._calls if one.state != "ended"] + [call]
            self._events.emit("phone", "dialer.rings", line=line)
            self.changed()
            return
        if call.state == "ended":
            return
        if state == "ended":
            self._end(call, event.cause)
            return
        connected = call.connected or (self._clock.timestamp() if state == "connected" else 0.0)
        self._put(call, replace(call, line=line, state=state, connected=connected))
        self._follow_time()
        self.changed()

    def _pending(self) -> Call | None:
        return next((one for one in self._calls if not one.line and one.state != "ended"), None)

    def _put(self, old: Call, new: Call) -> None:
        self._calls = [new if one is old else one for one in self._calls]

    def _end(self, call: Call, cause: str) -> None:
        over = replace(call, state="ended", cause=cause)
        self._put(call, over)
        self._events.emit("phone", "dialer.ended", line=call.line, reason=cause)
        if call.incoming and not call.connected:
            self._calls = [one for one in self._calls if one is not over]
        else:
            self._clock.call_later(ENDED_TIME, lambda: self._tasks.post(lambda: self._drop(over)))
        self.ended(over)
        self.changed()

    def _drop(self, call: Call) -> None:
        if any(one is call for one in self._calls):
            self._calls = [one for one in self._calls if one is not call]
            self.changed()

    def _follow_time(self) -> None:
        if self._tick is None and any(call.state in ("connected", "held") for call in self._calls):
            self._tick = self._clock.call_later(1.0, lambda: self._tasks.post(self._second))

    def _second(self) -> None:
        self._tick = None
        self._follow_time()
        self.changed()

    def state(self, call: Call | None, name: Callable[[str], str]) -> Mapping[str, Any]:
        """For the view; {} without a call."""
        if call is None:
            return {}
        return {
            "number": call.number,
            "name": name(call.number),
            "state": call.state,
            "incoming": call.incoming,
            "seconds": self.seconds(call) if call.state != "ended" else 0,
            "cause": call.cause,
        }

"""The calls of an accessory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from accessories.air import Air
from core.clock import Clock, Timer
from core.events import EventLog
from core.phone_numbers import grouped
from core.radio.call_list import CallList, DeviceCall
from core.tasks import Tasks

if TYPE_CHECKING:
    from core.radio import CallEvent

ENDED_TIME = 3.0
"""Seconds that an ended call stays on the small screen with its reason."""


class Telephone:
    """`actor` names the accessory in the log."""

    def __init__(self, air: Air, *, actor: str, clock: Clock, events: EventLog, tasks: Tasks) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.muted = False
        self._air = air
        self._actor = actor
        self._clock = clock
        self._events = events
        self._tasks = tasks
        self._list = CallList(clock.timestamp)
        self._tick: Timer | None = None
        air.call = self._heard

    @property
    def overlay(self) -> str:
        """`incoming` while it rings, `call` while a call is there, else ""."""
        return "incoming" if self._list.ringing else "call" if self._list.front else ""

    def state(self) -> dict[str, Any]:
        """`{call, behind, incoming, muted}` for the view."""
        return {
            "call": self._shown(self._list.front),
            "behind": self._shown(self._list.behind),
            "incoming": self._shown(self._list.ringing),
            "muted": self.muted,
        }

    def dial(self, number: str) -> None:
        """Call a number."""
        if not self._list.may_dial:
            return
        self._list.dial(number)

        def done(line: int) -> None:
            if not self._list.placed(line):
                self._air.order(lambda radio: radio.hang_up(line))

        def failed(_code: str) -> None:
            pending = self._list.pending
            if pending is not None:
                self._end(pending, "no_network")

        self._air.order(lambda radio: radio.dial(number), done, failed)
        self._events.emit(self._actor, "accessory.dial")
        self.changed()

    def answer(self) -> None:
        """Take the call that rings."""
        call = self._list.ringing
        if call is not None:
            self._air.order(lambda radio: radio.answer(call.line))

    def reject(self) -> None:
        """Refuse the call that rings."""
        call = self._list.ringing
        if call is not None:
            self._air.order(lambda radio: radio.hang_up(call.line))
            self._end(call, "declined")

    def hang_up(self) -> None:
        """End the call in front, or put away one that is over."""
        call = self._list.front
        if call is None:
            return
        if call.over:
            self._drop(call)
            return
        if call.line:
            self._air.order(lambda radio: radio.hang_up(call.line))
        self._end(call, "")

    def hold(self) -> None:
        """Hold the call in front, take it back, or change it for the held one."""
        front, behind = self._list.front, self._list.behind
        if behind is not None:
            self._air.order(lambda radio: radio.swap())
        elif front is not None and front.state in ("connected", "held"):
            line, held = front.line, front.state == "held"
            self._air.order(lambda radio: radio.retrieve(line) if held else radio.hold(line))

    def mute(self) -> None:
        """Switch the microphone."""
        self.muted = not self.muted
        self.changed()

    def network_lost(self) -> None:
        """The end of a registration is the end of all calls."""
        for call in self._list.end_all("coverage"):
            self._told_end(call)

    def _shown(self, call: DeviceCall | None) -> dict[str, Any]:
        if call is None:
            return {}
        seconds = self._list.seconds(call) if not call.over else 0
        return {"number": grouped(call.number), "state": call.state, "seconds": seconds, "cause": call.cause}

    def _heard(self, event: CallEvent) -> None:
        call = self._list.hear(event)
        if call is None:
            return
        if call.over:
            self._told_end(call)
        elif call.state in ("offered", "waiting"):
            self._events.emit(self._actor, "accessory.rings", line=call.line)
        self._follow_time()
        self.changed()

    def _end(self, call: DeviceCall, cause: str) -> None:
        self._told_end(self._list.end(call, cause))
        self.changed()

    def _told_end(self, call: DeviceCall) -> None:
        self.muted = self.muted and self._list.busy
        self._events.emit(self._actor, "accessory.call_ended", reason=call.cause)
        self._clock.call_later(ENDED_TIME, lambda: self._tasks.post(lambda: self._drop(call)))

    def _drop(self, call: DeviceCall) -> None:
        if self._list.drop(call):
            self.changed()

    def _follow_time(self) -> None:
        if self._tick is None and any(call.state in ("connected", "held") for call in self._list.all):
            self._tick = self._clock.call_later(1.0, lambda: self._tasks.post(self._second))

    def _second(self) -> None:
        self._tick = None
        self._follow_time()
        self.changed()

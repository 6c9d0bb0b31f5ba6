"""The calls of this phone at work: what the person does goes to the network, what comes from there is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from core.clock import Clock, Timer
from core.events import EventLog
from core.radio.call_list import RINGING, CallList, DeviceCall
from core.tasks import Tasks
from phone_app.mobile import Mobile

if TYPE_CHECKING:
    from core.radio import CallEvent

ENDED_TIME = 4.0
"""Seconds that an ended call stays on the screen with its cause."""
FAILED_CODES = {"radio.no_coverage": "no_network", "radio.airplane": "airplane"}


class Calls:
    """The list of calls. `ended` hears of every call that is over, for the list of calls before."""

    def __init__(self, mobile: Mobile, *, clock: Clock, events: EventLog, tasks: Tasks) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.ended: Callable[[DeviceCall], None] = lambda call: None
        self.muted = False
        """The microphone is off, till the last call is over."""
        self.tones = ""
        """Keys pressed in the call in front."""
        self._mobile = mobile
        self._clock = clock
        self._events = events
        self._tasks = tasks
        self._list = CallList(clock.timestamp)
        self._tick: Timer | None = None
        mobile.call_event = self._heard
        mobile.network_lost = self._network_lost

    # -- what there is

    @property
    def incoming(self) -> DeviceCall | None:
        """The call that rings."""
        return self._list.ringing

    @property
    def front(self) -> DeviceCall | None:
        """The call of the call screen: the one that is talked in, else one that is being set up, held or just over."""
        return self._list.front

    @property
    def behind(self) -> DeviceCall | None:
        """The held call while another one is in front."""
        return self._list.behind

    @property
    def busy(self) -> bool:
        """Whether a call is being set up or going on."""
        return self._list.busy

    @property
    def may_dial(self) -> bool:
        """Whether one more call can be begun."""
        return self._list.may_dial

    def seconds(self, call: DeviceCall) -> int:
        """How long it is connected."""
        return self._list.seconds(call)

    # -- the person

    def dial(self, number: str) -> bool:
        """Call; a call that goes on is held by the network. False when there is no room for another one."""
        if not self._list.may_dial:
            return False
        self._list.dial(number)
        self.tones = ""

        def done(line: int) -> None:
            if not self._list.placed(line):
                self._mobile.hang_up(line)  # given up before the network took it

        def failed(code: str) -> None:
            waiting = self._list.pending
            if waiting is not None:
                self._end(waiting, FAILED_CODES.get(code, "failed"))

        self._mobile.dial(number, done, failed)
        self._events.emit("phone", "dialer.dial")
        self.changed()
        return True

    def answer(self) -> None:
        """Take the call that rings; the one in progress is held."""
        if self.incoming is not None:
            self._mobile.answer(self.incoming.line)

    def end_and_answer(self) -> None:
        """End the call in progress and take the one that waits."""
        front, waiting = self.front, self.incoming
        if waiting is None:
            return
        if front is not None and not front.over and front.line:
            self._mobile.hang_up(front.line)
            self._end(front, "")
        self._mobile.answer(waiting.line)

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
        if call.over:
            self._drop(call)
            return
        if call.line:
            self._mobile.hang_up(call.line)
        self._end(call, "")

    def hold(self, held: bool) -> None:
        """Hold the call in front, or take it back."""
        call = self.front
        if call is not None and call.state == ("connected" if held else "held"):
            (self._mobile.hold if held else self._mobile.retrieve)(call.line)

    def swap(self) -> None:
        """Change the call in front for the held one."""
        if self.behind is not None:
            self._mobile.swap()

    def mute(self, muted: bool) -> None:
        """The microphone; it is the phone's own matter."""
        self.muted = muted
        self._events.emit("phone", "dialer.mute", on=muted)
        self.changed()

    def tone(self, key: str) -> None:
        """A key of the pad in a call."""
        call = self.front
        if call is not None and call.state == "connected":
            self.tones = (self.tones + key)[-24:]
            self._mobile.tone(call.line, key)
            self.changed()

    # -- the network

    def _heard(self, event: CallEvent) -> None:
        known = {call.line for call in self._list.all}
        call = self._list.hear(event)
        if call is None:
            return
        if call.over:
            self._tell_end(call)
        elif call.state in RINGING and call.line not in known:
            self._events.emit("phone", "dialer.rings", line=call.line, waiting=call.state == "waiting")
        self._follow_time()
        self.changed()

    def _network_lost(self) -> None:
        """The end of a registration is the end of all calls (`core.radio.RadioClient`)."""
        for call in self._list.end_all("coverage"):
            self._tell_end(call)
        self.changed()

    def _end(self, call: DeviceCall, cause: str) -> None:
        self._tell_end(self._list.end(call, cause))
        self.changed()

    def _tell_end(self, call: DeviceCall) -> None:
        self._events.emit("phone", "dialer.ended", line=call.line, reason=call.cause)
        self.tones = ""
        self.muted = self.muted and self.busy
        if any(one is call for one in self._list.all):
            self._clock.call_later(ENDED_TIME, lambda: self._tasks.post(lambda: self._drop(call)))
        self.ended(call)

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

    def state(self, call: DeviceCall | None, name: Callable[[str], str]) -> Mapping[str, Any]:
        """For the view; {} without a call."""
        if call is None:
            return {}
        return {
            "number": call.number,
            "name": name(call.number),
            "state": call.state,
            "incoming": call.incoming,
            "seconds": self.seconds(call) if not call.over else 0,
            "cause": call.cause,
        }

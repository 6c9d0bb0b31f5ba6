"""The calls of one device as the network tells them: one in front, perhaps a second one that waits or is held.

For every telephone that is a client of `core.radio`; a modem's calls are its own (TS 27.007). Not thread-safe: hear the
news on the owner's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from core.radio.messages import CallEvent

RINGING = ("offered", "waiting")
"""Incoming and not answered; `waiting` while another call is going on."""
_ORDER = {"connected": 0, "alerting": 1, "connecting": 1, "held": 2, "ended": 3}
"""Which call is in front."""


@dataclass(frozen=True)
class DeviceCall:
    """One call. `state` is `connecting` until the network took it, then that of `CallEvent`.

    `began`, `connected`: seconds since 1970 UTC, 0.0 for not yet. `line`: 0 until the network took it.
    """

    line: int
    number: str
    incoming: bool
    state: str
    began: float
    connected: float = 0.0
    cause: str = ""

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.state == "ended"


class CallList:
    """`now` gives seconds since 1970 UTC. An ended call stays until it is dropped or another one comes."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._calls: list[DeviceCall] = []

    @property
    def all(self) -> Sequence[DeviceCall]:
        """Every call there is, ended ones too."""
        return tuple(self._calls)

    @property
    def ringing(self) -> DeviceCall | None:
        """The call that rings or waits."""
        return next((call for call in self._calls if call.incoming and call.state in RINGING), None)

    @property
    def front(self) -> DeviceCall | None:
        """The one that is talked in, else one that is being set up, held or just over."""
        shown = [call for call in self._calls if call.state in _ORDER]
        return min(shown, key=lambda call: _ORDER[call.state]) if shown else None

    @property
    def behind(self) -> DeviceCall | None:
        """The held call while another one is in front."""
        return next((call for call in self._calls if call.state == "held" and call is not self.front), None)

    @property
    def busy(self) -> bool:
        """Whether a call rings, is being set up or going on."""
        return any(not call.over for call in self._calls)

    @property
    def may_dial(self) -> bool:
        """Whether there is room for one more call: none yet, or one that is connected."""
        living = [call for call in self._calls if not call.over]
        return not living or (len(living) == 1 and living[0].state in ("connected", "held"))

    def dial(self, number: str) -> DeviceCall:
        """A call is begun here; its line comes later (`placed`)."""
        self._calls = [call for call in self._calls if not call.over]
        return self._add(DeviceCall(0, number, False, "connecting", self._now()))

    def placed(self, line: int) -> bool:
        """The network took the call that was dialled; False when it was given up or heard of before that."""
        pending = self.pending
        if pending is None:
            return any(call.line == line for call in self._calls)
        self._put(pending, replace(pending, line=line))
        return True

    @property
    def pending(self) -> DeviceCall | None:
        """The call that was dialled and that the network has not taken yet."""
        return next((call for call in self._calls if not call.line and not call.over), None)

    def hear(self, event: CallEvent) -> DeviceCall | None:
        """News of the network; the call as it is now, or None for news of a call that nobody knows."""
        call = next((one for one in self._calls if one.line == event.line), None)
        if call is None and event.state not in RINGING:
            call = self.pending  # the first word of a call that is being dialled may come before its line
        if call is None:
            if event.state not in RINGING:
                return None
            self._calls = [one for one in self._calls if not one.over]
            return self._add(DeviceCall(event.line, event.number, True, event.state, self._now()))
        if call.over:
            return None
        if event.state == "ended":
            return self.end(call, event.cause)
        connected = call.connected or (self._now() if event.state == "connected" else 0.0)
        return self._put(call, replace(call, line=event.line, state=event.state, connected=connected))

    def end(self, call: DeviceCall, cause: str) -> DeviceCall:
        """A call is over; one that only rang here is gone at once, and so is one that was over before."""
        over = self._put(call, replace(call, state="ended", cause=cause))
        self._calls = [one for one in self._calls if not one.over or one is over]
        if call.incoming and not call.connected:
            self.drop(over)
        return over

    def end_all(self, cause: str) -> list[DeviceCall]:
        """The link to the network broke, and with it all calls."""
        return [self.end(call, cause) for call in self.all if not call.over]

    def drop(self, call: DeviceCall) -> bool:
        """Forget an ended call; whether it was still there."""
        there = any(one is call for one in self._calls)
        self._calls = [one for one in self._calls if one is not call]
        return there

    def seconds(self, call: DeviceCall) -> int:
        """How long it is (or was, if it is over just now) connected."""
        return int(self._now() - call.connected) if call.connected else 0

    def _add(self, call: DeviceCall) -> DeviceCall:
        self._calls.append(call)
        return call

    def _put(self, old: DeviceCall, new: DeviceCall) -> DeviceCall:
        self._calls = [new if one is old else one for one in self._calls]
        return new

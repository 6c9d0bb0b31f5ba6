"""The car's calls as its modem lists them: which is new, which is over and how, which one is in front.

The list that the modem gives (+CLCC, TS 27.007 §7.18) is the truth; the book adds what no list tells: when a call
began, whether it was ever talked in, and that one which is gone was missed.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

SETTING_UP = frozenset({"dialling", "alerting"})
RINGING = frozenset({"incoming", "waiting"})
_IN_FRONT = ("active", "dialling", "alerting", "incoming", "held", "waiting")
"""Which call the screen is about, the first that there is."""
PENDING = 0
"""Index of a call that the modem does not list yet: its number was dialled a moment ago."""


class Listed(Protocol):
    """A line of the modem's list."""

    @property
    def index(self) -> int:
        """1 to 7."""
        ...

    @property
    def outgoing(self) -> bool:
        """Whether the car called."""
        ...

    @property
    def state(self) -> str:
        """active, held, dialling, alerting, incoming, waiting."""
        ...

    @property
    def number(self) -> str:
        """The other side, "" when withheld."""
        ...


@dataclass(frozen=True)
class Call:
    """One call. `began` and `connected` are seconds of the clock since 1970 UTC; `connected` is 0 until it is taken."""

    key: int
    index: int
    number: str
    outgoing: bool
    state: str
    began: float
    connected: float = 0.0
    closed: bool = False
    """Whether somebody in the car refused or ended it."""

    @property
    def rings(self) -> bool:
        """Whether it wants an answer."""
        return self.state in RINGING

    def seconds(self, now: float) -> int:
        """How long it was talked in until `now`."""
        return max(0, int(now - self.connected)) if self.connected else 0


def past_kind(call: Call, reason: str) -> str:
    """How an ended call stands in the list of calls: `outgoing`, `incoming`, `missed`, `declined` or `elsewhere`.

    `reason` is a `firmware_bridge.CallEnd`: what another device of the number took was not missed (ONE-VOICE-03).
    """
    if call.outgoing:
        return "outgoing"
    if call.connected:
        return "incoming"
    if reason == "elsewhere":
        return "elsewhere"
    return "declined" if call.closed or reason == "rejected" else "missed"


class CallBook:
    """The calls that there are, oldest first."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._keys = itertools.count(1)

    @property
    def front(self) -> Call | None:
        """The call that the screen is about."""
        return min(self.calls, key=lambda call: _IN_FRONT.index(call.state), default=None)

    @property
    def ringing(self) -> Call | None:
        """The call that wants an answer, if any."""
        return next((call for call in self.calls if call.rings), None)

    @property
    def second(self) -> Call | None:
        """The held call beside the one in front."""
        front = self.front
        return next((call for call in self.calls if call.state == "held" and call is not front), None)

    @property
    def may_begin(self) -> bool:
        """Whether one more call can be begun: nothing rings or is being set up, and at most one goes on."""
        return len(self.calls) < 2 and all(call.state in ("active", "held") for call in self.calls)

    def begin(self, number: str, now: float) -> Call:
        """Somebody dials; the modem does not know it yet."""
        call = Call(next(self._keys), PENDING, number, True, "dialling", now)
        self.calls = [*self.calls, call]
        return call

    def close(self, closed: Call) -> None:
        """Somebody in the car refuses or ends a call."""
        self.calls = [replace(call, closed=True) if call is closed else call for call in self.calls]

    def read(self, listed: Sequence[Listed], now: float, *, dialled: bool) -> list[Call]:
        """Take the modem's list in; the calls that are over. `dialled`: it was made after all that was dialled."""
        before, after = list(self.calls), []
        for line in listed:
            known = _known(before, line)
            if known is not None:
                before.remove(known)
                after.append(_changed(known, line, now))
            else:
                connected = now if line.state in ("active", "held") else 0.0
                after.append(Call(next(self._keys), line.index, line.number, line.outgoing, line.state, now, connected))
        waits = [call for call in before if call.index == PENDING and not dialled]
        self.calls = sorted([*after, *waits], key=lambda call: call.key)
        return [call for call in before if call not in waits]

    def drop_all(self) -> list[Call]:
        """The modem is gone: all calls are over."""
        gone, self.calls = self.calls, []
        return gone


def _known(calls: Iterable[Call], line: Listed) -> Call | None:
    """The call that a line speaks of. Numbers are used again: one that was talked in does not ring once more."""
    for call in calls:
        if call.outgoing != line.outgoing or (call.connected and line.state in RINGING | SETTING_UP):
            continue
        if call.index == line.index and (not line.number or not call.number or call.number == line.number):
            return call
        if call.index == PENDING and line.outgoing:
            return call
    return None


def _changed(call: Call, line: Listed, now: float) -> Call:
    connected = call.connected or (now if line.state in ("active", "held") else 0.0)
    return replace(call, index=line.index, state=line.state, connected=connected, number=call.number or line.number)

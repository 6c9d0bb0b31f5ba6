"""A call between two ends, each with its own name for it, and what the exchange tells of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from core.radio.messages import CallState, Cause

Stage = Literal["alerting", "connected"]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody outside: answers after some seconds (None: never by itself), talks for some (None: till hung up)."""

    number: str
    answers_after: float | None = None
    talks_for: float | None = None
    desk: bool = False
    """The operator's own desk: it does something when the talk is over."""


@dataclass(frozen=True, slots=True)
class News:
    """For one device: what became of a call."""

    imsi: str
    call: int
    line: int
    state: CallState
    number: str = ""
    cause: Cause = ""


@dataclass(frozen=True, slots=True)
class Step:
    """For the event log: one step of a call."""

    kind: str
    call: int
    data: dict[str, object]


@dataclass(frozen=True, slots=True)
class Wait:
    """Ask to be told (`Exchange.due`) after `seconds`, about `what` of a call."""

    seconds: float
    call: int
    what: Literal["answer", "ring", "talk"]


@dataclass(eq=False)
class Call:
    """One call. `caller` is the IMSI that dialled, "" for one from outside; `taker` the IMSI that answered."""

    id: int
    caller: str
    caller_number: str
    called_number: str
    party: Party | None = None
    """The outside end, if there is one that was called."""
    stage: Stage = "alerting"
    ringing: set[str] = field(default_factory=set)
    """The devices that it is offered to."""
    taker: str = ""
    lines: dict[str, int] = field(default_factory=dict)
    """Each device's own name of the call."""
    held_by: set[str] = field(default_factory=set)

    def number_for(self, imsi: str) -> str:
        """The other side, as shown to a device."""
        return self.called_number if imsi == self.caller else self.caller_number

    @property
    def ends(self) -> set[str]:
        """The devices that are engaged by it: the caller and who answered."""
        return {imsi for imsi in (self.caller, self.taker) if imsi}

"""What a client asks of the engine and what it gets back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from firmware_bridge.at.results import FinalResult

_NAME = re.compile(r"[+^#*$%!][A-Za-z0-9_]+")

URGENT, NORMAL, IDLE = 0, 1, 2
"""Priorities: hanging up goes first, polling last."""


class Failure(StrEnum):
    """Why a command has no final result."""

    SILENT = "silent"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class AtCommand:
    """One command line. `timeout` is seconds from the moment it is sent.

    `expect` are the prefixes its answer lines bear; by default the extended commands in the line. `payload` is
    sent, followed by Ctrl-Z, when the modem shows its prompt (TS 27.005 §3.5.1).
    """

    text: str
    timeout: float = 3.0
    expect: tuple[str, ...] | None = None
    priority: int = NORMAL
    payload: bytes | None = None
    dialling: bool = False

    def prefixes(self) -> tuple[str, ...]:
        """The prefixes, in capitals, that mark a line as this command's answer."""
        if self.expect is not None:
            return self.expect
        return tuple(name.upper() for name in _NAME.findall(self.text))


@dataclass(frozen=True, slots=True)
class AtAnswer:
    """The lines before the final result, and that result; `failure` instead of it when none came."""

    command: AtCommand
    lines: tuple[str, ...] = ()
    final: FinalResult | None = None
    failure: Failure | None = None

    @property
    def ok(self) -> bool:
        """True when the modem did what was asked."""
        return self.final is not None and self.final.ok

    def line(self, prefix: str) -> str | None:
        """The last line with `prefix`, else the last one without any prefix, else None."""
        bare = None
        for line in reversed(self.lines):
            if line[: len(prefix)].upper() == prefix:
                return line
            if bare is None and line[:1] not in "+^#*$%!":
                bare = line
        return bare


@dataclass(frozen=True, slots=True)
class Answered:
    """A command ended; `ticket` is what `submit` gave."""

    ticket: int
    answer: AtAnswer


@dataclass(frozen=True, slots=True)
class Notice:
    """An unsolicited line; `body` is the second line of those that have one."""

    line: str
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Noise:
    """Bytes that are no AT text (boot output, wrong baud rate); at most the first 80 are kept."""

    data: bytes


AtEvent = Answered | Notice | Noise

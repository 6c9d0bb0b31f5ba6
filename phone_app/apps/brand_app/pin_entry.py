"""Typing a PIN on the app's key pad: four digits, once to ask, twice to set (BMW-JP-SP-06, 07)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass
class PinEntry:
    """`purpose`: set, ask (at the start), prove (before a change). `stage`: enter or confirm."""

    purpose: str = "set"
    length: int = 4
    stage: str = "enter"
    typed: str = ""
    mistake: str = ""
    """"", mismatch or wrong."""
    mistakes: int = 0
    """Counts up at each mistake, so that a view can show the second of two equal ones."""
    attempts_left: int = 0
    busy: bool = False
    _first: str = ""

    def digit(self, digit: str) -> str | None:
        """One key; gives the PIN when it is complete (set: the second time and equal), else None."""
        if self.busy or len(digit) != 1 or digit not in "0123456789" or len(self.typed) >= self.length:
            return None
        if not self.typed:
            self.mistake = ""
        self.typed += digit
        if len(self.typed) < self.length:
            return None
        if self.purpose != "set":
            self.busy = True
            return self.typed
        if self.stage == "enter":
            self._first, self.typed, self.stage = self.typed, "", "confirm"
            return None
        if self.typed == self._first:
            self.busy = True
            return self.typed
        self._fail("mismatch")
        self.stage, self._first = "enter", ""
        return None

    def erase(self) -> None:
        """Take the last digit back."""
        if not self.busy:
            self.typed = self.typed[:-1]

    def back(self) -> bool:
        """From the second entry to the first; False when already there."""
        if self.stage != "confirm" or self.busy:
            return False
        self.stage, self.typed, self._first = "enter", "", ""
        return True

    def wrong(self, attempts_left: int) -> None:
        """The PIN was not right."""
        self.attempts_left = attempts_left
        self._fail("wrong")

    def failed(self) -> None:
        """The PIN could not be checked or stored; let it be typed again."""
        self.typed, self.busy = "", False

    def state(self) -> dict[str, Any]:
        """For the view: never the digits, only how many."""
        return {
            "purpose": self.purpose,
            "stage": self.stage,
            "digits": len(self.typed),
            "length": self.length,
            "mistake": self.mistake,
            "mistakes": self.mistakes,
            "attemptsLeft": self.attempts_left,
            "busy": self.busy,
        }

    def _fail(self, mistake: str) -> None:
        self.mistake, self.typed, self.busy = mistake, "", False
        self.mistakes += 1

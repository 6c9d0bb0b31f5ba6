"""Typing a PIN: digits one by one, a new one twice (BMW-JP-CAR-07, -08). Holds digits in memory only."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class PinEntry:
    """One PIN question. `purpose` is `set` (enter, then confirm) or `ask` (enter); `length` digits (CAR-07: 4)."""

    purpose: str = "set"
    length: int = 4
    stage: str = "enter"
    typed: str = field(default="", repr=False)
    first: str = field(default="", repr=False)
    mistake: str = ""
    mistakes: int = 0
    busy: bool = False

    def type(self, digit: object) -> bool:
        """Add one digit 0-9; True when the PIN is complete. Anything else is ignored, also while one is checked."""
        text = str(digit)
        if self.busy or len(text) != 1 or text not in "0123456789" or len(self.typed) >= self.length:
            return False
        if not self.typed:
            self.mistake = ""
        self.typed += text
        return len(self.typed) == self.length

    def erase(self) -> None:
        """Take the last digit back."""
        if not self.busy:
            self.typed = self.typed[:-1]

    def confirm(self) -> str | None:
        """Judge a complete new PIN: None after the first time or on a mismatch, the PIN when both are equal."""
        typed, self.typed = self.typed, ""
        if self.stage == "enter":
            self.first, self.stage = typed, "confirm"
            return None
        first, self.first = self.first, ""
        if typed == first:
            return typed
        self.stage = "enter"
        self.fail("mismatch")
        return None

    def fail(self, mistake: str) -> None:
        """Count a mistake (`mismatch`, `wrong`) and empty the dots."""
        self.mistake, self.mistakes, self.typed, self.busy = mistake, self.mistakes + 1, "", False

    def restart(self) -> None:
        """Back to the first entry, without a mistake."""
        self.stage, self.typed, self.first, self.mistake, self.busy = "enter", "", "", "", False

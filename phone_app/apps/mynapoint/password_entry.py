"""Typing the card's password of four digits on the app's key pad (`MYNA-B03`, `MYNA-C05`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from phone_app.nfc.card import PASSWORD_LENGTH


@dataclass
class PasswordEntry:
    """The digits, secret, kept until the card has seen them."""

    typed: str = ""
    left: int = 0
    """Tries that the card still takes, after a wrong one; 0 while no mistake was made."""
    mistakes: int = 0
    """Counts up at each mistake, so that a view can show the second of two equal ones."""

    @property
    def complete(self) -> bool:
        """Whether all digits are there."""
        return len(self.typed) == PASSWORD_LENGTH

    def digit(self, digit: str) -> None:
        """One key."""
        if len(digit) == 1 and digit in "0123456789" and not self.complete:
            self.typed += digit

    def erase(self) -> None:
        """Take the last digit back."""
        self.typed = self.typed[:-1]

    def wrong(self, left: int) -> None:
        """The card did not take it."""
        self.typed, self.left = "", left
        self.mistakes += 1

    def state(self) -> dict[str, Any]:
        """For the view: never the digits, only how many."""
        return {"digits": len(self.typed), "length": PASSWORD_LENGTH, "left": self.left, "mistakes": self.mistakes}

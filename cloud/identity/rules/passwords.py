"""What a password must be, as separate points that a page can show and tick off while a person types."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

MAX_LENGTH = 128
"""Letters; longer input only costs the hash function time."""


class PasswordPoint(StrEnum):
    """One point of the rule."""

    LENGTH = "length"
    LETTER = "letter"
    DIGIT = "digit"
    NOT_EMAIL = "not_email"
    TOO_LONG = "too_long"


def unmet_points(password: str, *, email: str, min_length: int) -> list[PasswordPoint]:
    """The points that `password` does not meet yet, in the order in which a page lists them."""
    text = unicodedata.normalize("NFKC", password)
    name = email.partition("@")[0].casefold()
    unmet = []
    if len(text) < min_length:
        unmet.append(PasswordPoint.LENGTH)
    if not any(letter.isalpha() for letter in text):
        unmet.append(PasswordPoint.LETTER)
    if not any(letter.isdecimal() for letter in text):
        unmet.append(PasswordPoint.DIGIT)
    if len(name) >= 3 and name in text.casefold():
        unmet.append(PasswordPoint.NOT_EMAIL)
    if len(text) > MAX_LENGTH:
        unmet.append(PasswordPoint.TOO_LONG)
    return unmet

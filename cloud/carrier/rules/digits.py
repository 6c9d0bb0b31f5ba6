"""Digits as people type and paste them: full-width, with spaces and dashes."""

from __future__ import annotations

import re
import unicodedata

_SPACE_AND_DASH = re.compile(r"[\s\-\u2010-\u2015\u2212\u30fc\uff70]+")
"""Space, the dashes of Unicode, and the long-vowel mark, which stands where a Japanese keyboard has its dash."""


def plain_digits(text: str) -> str:
    """`text` in ASCII without spaces and dashes; what is no digit stays, for the caller to refuse."""
    plain = _SPACE_AND_DASH.sub("", unicodedata.normalize("NFKC", text))
    return unicodedata.normalize("NFKC", plain)  # marks that a space kept from their letter


def are_digits(text: str, count: int) -> bool:
    """True for exactly `count` ASCII digits."""
    return len(text) == count and text.isascii() and text.isdecimal()


def plain_msisdn(text: str) -> str:
    """A telephone number in national digits (`+81 90-…` is `090…`); what is no digit stays, to be refused later."""
    number = plain_digits(text)
    return f"0{number[3:].removeprefix('0')}" if number.startswith("+81") else number

"""Telephone numbers of Japan as people write them: with spaces, dashes, full-width digits or +81."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from core.errors import BenchError

_FILLING = re.compile(r"[\s()./\u2010-\u2015\u2212\u30fc-]+")
"""Spaces, brackets and everything that looks like a dash, the long-vowel sign of Japanese keyboards among them."""
_MOBILE = re.compile(r"0[6-9]0\d{8}")
_FIXED = re.compile(r"0[1-9]\d{8}")
_INTERNET = re.compile(r"050\d{8}")


class NumberKind(StrEnum):
    """What a number is used for (the 種類 of BMW-JP-PC-05a)."""

    MOBILE = "mobile"
    HOME = "home"
    WORK = "work"


def national_number(text: str) -> str:
    """The digits as dialled inside Japan ("+81 90-0000-1234" → "09000001234").

    Raises `phone.missing`, `phone.signs` (something that no number has), `phone.foreign`, `phone.too_short {digits}`,
    `phone.too_long {digits}`, `phone.unknown_form` (right in length, but no number of Japan begins so).
    """
    plain = _FILLING.sub("", unicodedata.normalize("NFKC", text))
    if not plain:
        raise BenchError("phone.missing")
    if found := re.fullmatch(r"(?:\+|00)81(0?)(\d*)", plain):
        plain = f"0{found[2]}"
    elif re.fullmatch(r"(?:\+|00)\d*", plain):
        raise BenchError("phone.foreign")
    if not re.fullmatch(r"[0-9]+", plain):
        raise BenchError("phone.signs")
    longest = 11 if re.match(r"0[5-9]0", plain) else 10
    if len(plain) < longest:
        raise BenchError("phone.too_short", digits=longest)
    if len(plain) > longest:
        raise BenchError("phone.too_long", digits=longest)
    if not (_MOBILE.fullmatch(plain) or _INTERNET.fullmatch(plain) or _FIXED.fullmatch(plain)):
        raise BenchError("phone.unknown_form")
    return plain


def is_mobile(number: str) -> bool:
    """True for the numbers of mobile telephones (060, 070, 080, 090): only they can have a Personal eSIM."""
    return _MOBILE.fullmatch(number) is not None


def shown_number(number: str) -> str:
    """The number in groups as people read it out. Area codes differ in length, so most fixed numbers stay whole."""
    if len(number) == 11:
        return f"{number[:3]}-{number[3:7]}-{number[7:]}"
    if len(number) == 10 and number[:2] in ("03", "06"):
        return f"{number[:2]}-{number[2:6]}-{number[6:]}"
    return number

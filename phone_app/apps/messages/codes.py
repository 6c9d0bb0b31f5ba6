"""Finds the security code in a message, so that the person need not remember it."""

from __future__ import annotations

import re
import unicodedata

WORDS = re.compile(r"コード|暗証|認証|パスワード|\b(?:code|pin|password|passcode|otp)\b", re.IGNORECASE)
"""A number is a code only where the text speaks of one: prices and dates are numbers too."""
CODE = re.compile(r"(?<!\d)(?<!\d[.,:/-])\d{4,8}(?!\d)(?![.,:/-]\d)(?!\s*円)")


def find_code(text: str) -> str:
    """The code of 4 to 8 digits in `text`, or "" when there is none or the text speaks of no code.

    Of several the longest one counts, then the first: codes are longer than years and hours.
    """
    plain = unicodedata.normalize("NFKC", text)
    if not WORDS.search(plain):
        return ""
    found = CODE.findall(plain)
    return max(found, key=len) if found else ""

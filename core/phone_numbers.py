"""Telephone numbers as people read and compare them. The bench's country is 81."""

from __future__ import annotations

import re

_SEPARATORS = str.maketrans("", "", " -()\u3000\u2010\u2011\u2212\uff0d.")
_COUNTRY = "+81"
_SERVICES = ("0120", "0800", "0570")
"""Free of charge and navigation numbers: three groups of their own."""

_NUMBER = re.compile(r"\+?[\d*#]+")
_SERVICE_CODE = re.compile(r"[*#\d]*\d[*#\d]*#")


def is_service_code(typed: str) -> bool:
    """Whether what was typed goes to the network as a service code and not as a number: it ends with # (TS 22.030
    §6.5.3.2). Some devices show and send the receive priority without its first star (ONE-SMS-13).
    """
    return _SERVICE_CODE.fullmatch(typed) is not None


def plain_number(number: str) -> str:
    """A number without the signs that people write between its digits, as it is dialled."""
    return number.translate(_SEPARATORS)


def national(number: str) -> str:
    """`+81 90-0000-1234` and `090-0000-1234` alike as `09000001234`; what is no number comes back as it is."""
    plain = plain_number(number)
    if _NUMBER.fullmatch(plain) is None:
        return number
    return f"0{plain[len(_COUNTRY) :]}" if plain.startswith(_COUNTRY) else plain


def grouped(number: str) -> str:
    """A Japanese number in its usual groups (`090-0000-1234`, `03-0000-1000`); other numbers without signs; a sender
    that is a word (`NTT DOCOMO`) as it is.
    """
    digits = national(number)
    if not digits.isdecimal() or not digits.startswith("0"):
        return digits
    if len(digits) == 10 and digits.startswith(_SERVICES):
        return f"{digits[:4]}-{digits[4:7]}-{digits[7:]}"
    if len(digits) == 11:
        return f"{digits[:3]}-{digits[3:7]}-{digits[7:]}"
    if len(digits) == 10:
        area = 2 if digits.startswith(("03", "06")) else 3
        return f"{digits[:area]}-{digits[area:6]}-{digits[6:]}"
    return digits

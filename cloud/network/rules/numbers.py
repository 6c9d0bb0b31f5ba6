"""Numbers as people write and dial them, in one form (national, digits only). The bench's country is 81."""

from __future__ import annotations

EMERGENCY = ("110", "118", "119")
"""Police, coast guard, fire and ambulance: the three that go before all (ONE-VOICE-08)."""
ECHO_LINE = "111"
"""A test line: answers, and sends messages back."""
OPERATOR = "151"
"""The operator's own desk, free of charge from its lines."""
_SEPARATORS = str.maketrans("", "", " -()\u3000\u2010\u2011\u2212\uff0d.")
LONGEST = 24


def national(number: str) -> str:
    """`+81 90-0000-1234` and `090-0000-1234` alike as `09000001234`; what is no number comes back as it is."""
    plain = number.translate(_SEPARATORS)
    if plain.startswith("+81"):
        return f"0{plain[3:]}"
    return plain


def can_be_dialled(number: str) -> bool:
    """Whether `number`, in national form, is one."""
    digits = number.removeprefix("+")
    return 0 < len(digits) <= LONGEST and all(letter in "0123456789*#" for letter in digits)

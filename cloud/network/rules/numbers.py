"""Numbers that the network knows; they come in one form (national, digits only), whatever people write."""

from __future__ import annotations

from core.phone_numbers import national

__all__ = ["ECHO_LINE", "EMERGENCY", "LONGEST", "OPERATOR", "can_be_dialled", "national"]

EMERGENCY = ("110", "118", "119")
"""Police, coast guard, fire and ambulance: the three that go before all (ONE-VOICE-08)."""
ECHO_LINE = "111"
"""A test line: answers, and sends messages back."""
OPERATOR = "151"
"""The operator's own desk, free of charge from its lines."""
LONGEST = 24


def can_be_dialled(number: str) -> bool:
    """Whether `number`, in national form, is one."""
    digits = number.removeprefix("+")
    return 0 < len(digits) <= LONGEST and all(letter in "0123456789*#" for letter in digits)

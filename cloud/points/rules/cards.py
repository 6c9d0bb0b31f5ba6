"""Which cards may be registered (`AEON-05`), and their numbers.

The bench's numbers begin with 9900, a range that no card scheme has (ISO/IEC 7812-1 leaves 9 to national bodies), and
end in a check digit; the fifth digit says what kind of card it is. Real numbers are refused.
"""

from __future__ import annotations

from cloud.carrier.rules.digits import are_digits, plain_digits
from core.errors import BenchError

RANGE = "9900"
LENGTH = 16
KINDS = {"1": "aeon_card_waon", "2": "cash_debit", "3": "aeon_card", "4": "credit_other"}
"""Fifth digit of a number → kind of card."""
ELIGIBLE = {"aeon_card_waon": "aeon-waon", "cash_debit": "aeon-cash-debit"}
"""Kinds that may be registered → the payment service that they belong to on the platform."""


def check_digit(digits: str) -> str:
    """The digit that completes a number (Luhn, ISO/IEC 7812-1 annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def demo_number(kind: str, serial: int) -> str:
    """A number for the demonstration; `serial` has at most ten digits."""
    fifth = next(digit for digit, known in KINDS.items() if known == kind)
    body = f"{RANGE}{fifth}{serial:010d}"
    return body + check_digit(body)


def clean_card(typed: str, kind: str) -> str:
    """The number without spaces and dashes. `kind` is what was chosen, "" when nothing was.

    Raises `card.missing`, `card.malformed`, `card.not_a_test_card` for numbers outside the bench's range,
    `card.other_kind` when it is not the kind that was chosen, `card.not_eligible` without WAON or debit.
    """
    number = plain_digits(typed)
    if not number:
        raise BenchError("card.missing")
    if not are_digits(number, LENGTH) or check_digit(number[:-1]) != number[-1]:
        raise BenchError("card.malformed")
    if not number.startswith(RANGE) or number[4] not in KINDS:
        raise BenchError("card.not_a_test_card")
    real_kind = KINDS[number[4]]
    if real_kind not in ELIGIBLE:
        raise BenchError("card.not_eligible")
    if kind and real_kind != kind:
        raise BenchError("card.other_kind")
    return number

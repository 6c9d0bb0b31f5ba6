"""The network PIN: what it looks like and which ones are not allowed."""

from __future__ import annotations

from cloud.carrier.rules.digits import are_digits, plain_digits
from core.errors import BenchError

LENGTH = 4


def clean_pin(typed: str) -> str:
    """The four digits of what was typed. Raises `network_pin.malformed`: that is no try, so it costs none."""
    pin = plain_digits(typed)
    if not are_digits(pin, LENGTH):
        raise BenchError("network_pin.malformed")
    return pin


def refuse_weak(pin: str, *, birth_date: str, msisdn: str) -> None:
    """Raises `network_pin.not_allowed {reason}`: `repeated`, `birthday` or `own_number` (published rules: no
    birthday, no own number, nothing like 0000 or 1111). `birth_date` is ISO 8601.
    """
    year, month, day = birth_date.split("-")
    if len(set(pin)) == 1:
        raise BenchError("network_pin.not_allowed", reason="repeated")
    if pin in (year, month + day, day + month, year[2:] + month):
        raise BenchError("network_pin.not_allowed", reason="birthday")
    if pin in (msisdn[-4:], msisdn[-8:-4]):
        raise BenchError("network_pin.not_allowed", reason="own_number")

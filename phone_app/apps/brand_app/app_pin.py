"""The app PIN: kept as a hash, with a count of mistakes that a kill does not reset (domain facts §4.1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from core.errors import BenchError


@dataclass(frozen=True)
class AppPin:
    """What is stored of a PIN. `failures`: wrong entries in a row."""

    hash: str
    failures: int = 0


def make_pin(digits: str) -> AppPin:
    """A new PIN's stored form (argon2id with the parameters OWASP gives as a minimum). Takes some 20 ms."""
    return AppPin(_hasher().hash(digits))


def try_pin(pin: AppPin, digits: str, *, attempts: int, keep: Callable[[AppPin], None]) -> AppPin:
    """Check an entry; gives the PIN with its count reset.

    The mistake is counted and kept before the check, so that pulling the plug gains nothing. Raises `pin.wrong {left}`
    and, at the last of `attempts`, `pin.locked`.
    """
    from argon2.exceptions import InvalidHashError, VerificationError

    if pin.failures >= attempts:
        raise BenchError("pin.locked")
    counted = replace(pin, failures=pin.failures + 1)
    keep(counted)
    try:
        _hasher().verify(pin.hash, digits)
    except (VerificationError, InvalidHashError) as error:
        left = attempts - counted.failures
        raise (BenchError("pin.wrong", left=left) if left > 0 else BenchError("pin.locked")) from error
    good = replace(pin, failures=0)
    keep(good)
    return good


def _hasher() -> Any:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)

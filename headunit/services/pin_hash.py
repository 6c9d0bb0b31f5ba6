"""PINs are kept as argon2id hashes. Blocking (some tens of milliseconds): for worker threads."""

from __future__ import annotations

TIME_COST, MEMORY_KIB, LANES = 2, 19456, 1
"""OWASP's smallest advice for argon2id. Four digits are guessed from any hash: the attempts limit is what protects."""


def hash_pin(pin: str) -> str:
    """The hash to store."""
    from argon2 import PasswordHasher

    return str(PasswordHasher(time_cost=TIME_COST, memory_cost=MEMORY_KIB, parallelism=LANES).hash(pin))


def pin_matches(stored: str, pin: str) -> bool:
    """Whether `pin` is the one behind `stored`; False for a hash that makes no sense."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return bool(PasswordHasher().verify(stored, pin))
    except (VerificationError, InvalidHashError):
        return False

"""Password hashes: argon2id, costly enough to make guessing slow, cheap enough for a desk machine."""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Mapping
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

DEMO_MARK = "demo"
"""Stands for the hash of a demonstration account, whose password is public in `assets/demo/demo.toml` anyway:
the real hash is made at its first use, so that the first start of the bench does not wait for it."""


class PasswordHashing:
    """Makes and checks hashes. `demo_passwords` are the public ones, by e-mail key.

    The default cost is the second of the settings that OWASP's password storage advice gives for argon2id:
    19 MiB of memory, 2 passes, 1 lane; 30 ms on a desk machine.
    """

    def __init__(
        self,
        demo_passwords: Mapping[str, str] | None = None,
        *,
        time_cost: int = 2,
        memory_cost: int = 19 * 1024,
        parallelism: int = 1,
    ) -> None:
        self._demo_passwords = dict(demo_passwords or {})
        self._hasher = PasswordHasher(time_cost=time_cost, memory_cost=memory_cost, parallelism=parallelism)

    def hash(self, password: str) -> str:
        """The hash to store."""
        return self._hasher.hash(_normal(password))

    def fits(self, email_key: str, stored: str | None, password: str) -> bool:
        """True if `password` is right. Without an account (`stored` None) it takes as long and is never right."""
        if stored == DEMO_MARK:
            expected = self._demo_passwords.get(email_key)
            return expected is not None and hmac.compare_digest(expected.encode(), _normal(password).encode())
        try:
            self._hasher.verify(stored or self._nobody, _normal(password))
        except (VerificationError, InvalidHashError):
            return False
        return stored is not None

    def is_outdated(self, stored: str) -> bool:
        """True if the hash should be made anew now that the password is known."""
        return stored == DEMO_MARK or self._hasher.check_needs_rehash(stored)

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash("nobody's password")


def _normal(password: str) -> str:
    """Full-width letters of a Japanese keyboard are the same letters (RFC 8265 §4.2 uses the same idea)."""
    return unicodedata.normalize("NFKC", password)

"""Where random bytes come from: the system for real use, a seed for runs that must repeat."""

from __future__ import annotations

import base64
import os
import random
from collections.abc import Sequence
from typing import Protocol


class Randomness(Protocol):
    """Source of random bytes."""

    def bytes(self, count: int) -> bytes:
        """`count` random bytes."""
        ...


class SystemRandomness:
    """The operating system's random source, fit for secrets."""

    def bytes(self, count: int) -> bytes:
        """`count` bytes from the operating system."""
        return os.urandom(count)


class SeededRandomness:
    """Repeatable bytes for tests and recorded sessions; never for a real person's secrets."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def bytes(self, count: int) -> bytes:
        """The next `count` bytes of the sequence."""
        return self._random.randbytes(count)


def token(source: Randomness, length: int = 32) -> str:
    """An unguessable URL-safe text from `length` random bytes."""
    return base64.urlsafe_b64encode(source.bytes(length)).rstrip(b"=").decode()


def choose(source: Randomness, alphabet: Sequence[str], count: int) -> str:
    """`count` letters of `alphabet` (at most 256), each equally likely (no modulo bias)."""
    limit = 256 - 256 % len(alphabet)
    letters: list[str] = []
    while len(letters) < count:
        letters.extend(alphabet[value % len(alphabet)] for value in source.bytes(count) if value < limit)
    return "".join(letters[:count])

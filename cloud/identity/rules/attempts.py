"""Counting wrong tries: a fixed number in a window, then a rest. Used for passwords and for user codes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Attempts:
    """Wrong tries of one subject so far. `until` is the instant (seconds since 1970) when they are forgotten."""

    failures: int = 0
    until: float = 0.0


def rest_left(attempts: Attempts, *, now: float, limit: int) -> float:
    """Seconds the subject must still wait; 0 when it may try."""
    if attempts.failures < limit or now >= attempts.until:
        return 0.0
    return attempts.until - now


def after_failure(attempts: Attempts, *, now: float, window: float) -> Attempts:
    """One wrong try more. Every try starts the window anew, so the rest always lasts a whole window."""
    failures = 0 if now >= attempts.until else attempts.failures
    return Attempts(failures + 1, now + window)

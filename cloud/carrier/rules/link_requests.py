"""The life of a link request's handle: OPEN → USED | EXPIRED (domain.md §2.3)."""

from __future__ import annotations

from enum import StrEnum

from core.errors import BenchError


class HandleState(StrEnum):
    """Whether a driver may still decide on it."""

    OPEN = "open"
    USED = "used"
    EXPIRED = "expired"


def handle_state(*, used: bool, expires_at: float, now: float) -> HandleState:
    """A handle that was used stays used."""
    if used:
        return HandleState.USED
    return HandleState.EXPIRED if now >= expires_at else HandleState.OPEN


def check_open(state: HandleState) -> None:
    """Raises `association.used`, `association.expired`."""
    if state is not HandleState.OPEN:
        raise BenchError(f"association.{state}")

"""Waits until the network has taken the new profile (BMW-JP-CAR-12). Blocking."""

from __future__ import annotations

from collections.abc import Callable

from core.errors import BenchError
from headunit.desk import Desk
from headunit.services.modem_door import ModemFace

WAIT_SLICE = 2.0
"""Seconds of one wait for registration, so that switching off or changing drivers is noticed in between."""


def wait_registered(modem: ModemFace, desk: Desk, given_up: Callable[[], bool]) -> None:
    """Come back when registered. Raises `esim.denied`, `esim.not_registered {state}` in time or when `given_up`."""
    deadline = desk.clock.monotonic() + desk.settings.registration_wait
    while True:
        now = modem.wait_registered(WAIT_SLICE)
        if now.registered:
            return
        if now.state == "denied":
            raise BenchError("esim.denied")
        if desk.clock.monotonic() >= deadline or given_up() or desk.door.closing.is_set():
            raise BenchError("esim.not_registered", state=now.state)

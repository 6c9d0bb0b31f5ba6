"""Waiting that does not depend on how fast the machine is: the bench's time passes only where nothing else helps.

A condition first gets some wall time with the bench's clock held: answers from the cloud, drawing, typing need no more.
Only then does the clock run, and with it polls, network attach and all that takes its time. So a slow machine makes a
journey slower, but a set-up of ten seconds is not over while somebody still types a PIN.
"""

from __future__ import annotations

from collections.abc import Callable

from core.clock import Clock
from onebench.journeys.bench import ScreenPort

GRACE = 0.4
"""Wall seconds with the clock held: a round trip to the cloud takes a tenth of it."""


class Waiter:
    """Waits on screens of a bench; holds its clock from the first wait on, but for the waits themselves."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def wait(self, screen: ScreenPort, condition: Callable[[], object], timeout: float) -> bool:
        """True as soon as `condition()` is; False after `timeout` wall seconds."""
        self._clock.hold()
        if screen.wait(condition, min(GRACE, timeout)):
            return True
        if timeout <= GRACE:
            return False
        self._clock.go()
        try:
            return screen.wait(condition, timeout - GRACE)
        finally:
            self._clock.hold()

    def end(self) -> None:
        """Let the clock pass as before."""
        self._clock.go()

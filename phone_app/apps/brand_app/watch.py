"""Looking again and again while somebody watches a page."""

from __future__ import annotations

from collections.abc import Callable

from core.clock import Clock, Timer
from core.tasks import Tasks


class Watch:
    """Calls `look` at once when somebody begins to watch, and `every` seconds after each `answered`."""

    def __init__(self, look: Callable[[], None], every: float, *, clock: Clock, tasks: Tasks) -> None:
        self._look = look
        self._every = every
        self._clock = clock
        self._tasks = tasks
        self._watching = False
        self._timer: Timer | None = None

    def set(self, watching: bool) -> None:
        """Somebody watches, or nobody does."""
        if watching and not self._watching:
            self._watching = True
            self._look()
        elif not watching:
            self._watching = False
            self._cancel()

    def answered(self) -> None:
        """A look is over."""
        if self._watching:
            self._cancel()
            self._timer = self._clock.call_later(self._every, lambda: self._tasks.post(self._again))

    def _again(self) -> None:
        if self._watching:
            self._look()

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

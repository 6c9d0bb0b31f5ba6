"""The bench's only source of time: a real clock and one that a test or a journey can run forward.

Nothing else in the project reads time. All durations are seconds (float), all instants UTC-aware `datetime`.
"""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

log = logging.getLogger(__name__)


class Timer:
    """A call that is due once; `cancel` is safe at any moment and from any thread."""

    def __init__(self, due: float, callback: Callable[[], None]) -> None:
        self.due = due
        self._callback = callback
        self.cancelled = False

    def cancel(self) -> None:
        """Do not call any more; without effect when the call has been made."""
        self.cancelled = True

    def fire(self) -> None:
        """Call, unless cancelled; an exception is logged, since nobody waits for it."""
        if not self.cancelled:
            self.cancelled = True
            try:
                self._callback()
            except Exception:
                log.exception("timer callback failed")


class Clock:
    """Time that passes by itself at `rate` × real time and can jump forward with `advance`.

    `rate=1` and no `start` is the real clock. `rate=0` stands still but for `advance`, which then fires due
    timers in order on the calling thread before it returns. With `rate>0` timers fire on the clock's thread.
    """

    def __init__(self, start: datetime | None = None, rate: float = 1.0) -> None:
        self.rate = rate
        self._start = start
        # Wall instants: where this clock's time began, and since when it stands still. One value, so that a reader
        # on another thread never sees half a change.
        self._passing: tuple[float, float | None] = (time.monotonic(), None)  # noqa: TID251 - the one place
        self._jumped = 0.0
        self._changed = threading.Condition()
        self._timers: list[tuple[float, int, Timer]] = []
        self._order = itertools.count()
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def is_simulated(self) -> bool:
        """True when this clock may differ from the wall clock."""
        return self._start is not None or self.rate != 1.0 or self._jumped != 0.0

    def monotonic(self) -> float:
        """Seconds since this clock was made; never goes back."""
        origin, held = self._passing
        real = time.monotonic() if held is None else held  # noqa: TID251
        return self._jumped + self.rate * (real - origin)

    def now(self) -> datetime:
        """The present instant, UTC."""
        if self._start is None:
            return datetime.now(UTC) + timedelta(seconds=self._jumped)  # noqa: TID251
        return self._start + timedelta(seconds=self.monotonic())

    def timestamp(self) -> float:
        """The present instant as seconds since 1970-01-01 UTC."""
        return self.now().timestamp()

    def call_later(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Have `callback` called once, `delay` seconds from now."""
        timer = Timer(self.monotonic() + max(0.0, delay), callback)
        with self._changed:
            heapq.heappush(self._timers, (timer.due, next(self._order), timer))
            if self.rate > 0 and self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._run, name="bench-clock", daemon=True)
                self._thread.start()
            self._changed.notify_all()
        return timer

    def sleep(self, seconds: float, stop: threading.Event | None = None) -> bool:
        """Block the calling thread for `seconds` of this clock; True if the time passed, False if `stop` was set."""
        deadline = self.monotonic() + seconds
        with self._changed:
            while not self._closed and not (stop is not None and stop.is_set()):
                remaining = deadline - self.monotonic()
                if remaining <= 0:
                    return True
                # `stop` may be set without a notice, so look again at least every 50 ms.
                passes = self.rate > 0 and self._passing[1] is None
                self._changed.wait(min(0.05, remaining / self.rate) if passes else 0.05)
        return False

    def advance(self, seconds: float) -> None:
        """Jump forward. At rate 0 each due timer fires at its own instant before this returns."""
        if seconds < 0:
            raise ValueError("time does not go back")
        if self.rate > 0:
            with self._changed:
                self._jumped += seconds
                self._changed.notify_all()
            return
        target = self.monotonic() + seconds
        while (timer := self._pop_due(target)) is not None:
            self._jumped = max(self._jumped, timer.due)
            timer.fire()
        with self._changed:
            self._jumped = target
            self._changed.notify_all()

    def hold(self) -> None:
        """Let a simulated clock stand still until `go`: what takes wall time meanwhile takes none of the bench's.

        `advance` works as ever, and what it makes due fires.
        """
        with self._changed:
            origin, held = self._passing
            if held is None:
                self._passing = (origin, time.monotonic())  # noqa: TID251
            self._changed.notify_all()

    def go(self) -> None:
        """Pass again, from the instant at which `hold` stopped it."""
        with self._changed:
            origin, held = self._passing
            if held is not None:
                self._passing = (origin + time.monotonic() - held, None)  # noqa: TID251
            self._changed.notify_all()

    def close(self) -> None:
        """Stop the clock's thread; pending timers never fire."""
        with self._changed:
            self._closed = True
            self._timers.clear()
            self._changed.notify_all()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout=2)

    def _pop_due(self, until: float) -> Timer | None:
        with self._changed:
            if self._timers and self._timers[0][0] <= until:
                return heapq.heappop(self._timers)[2]
        return None

    def _run(self) -> None:
        while not self._closed:
            timer = self._pop_due(self.monotonic())
            if timer is not None:
                timer.fire()
                continue
            with self._changed:
                if self._closed:
                    return
                wait = None
                if self._timers and self._passing[1] is None:
                    wait = max(0.0, self._timers[0][0] - self.monotonic()) / self.rate
                self._changed.wait(wait)

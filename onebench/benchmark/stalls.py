"""Watches the Qt thread: how long its event loop stood still, whatever held it."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT = 5  # ms; a tenth of the bar


class StallWatch:
    """Make it on the Qt thread. What a driver of the windows does between its waits counts too: an upper bound."""

    def __init__(self, parent: QObject) -> None:
        self._last: float | None = None
        self._longest = 0.0
        self._timer = QTimer(parent, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def take(self) -> float:
        """The longest stall in milliseconds since the last `take`; begin anew."""
        longest, self._longest = self._longest, 0.0
        return longest

    def _beat(self) -> None:
        now = time.perf_counter()
        if self._last is not None:
            self._longest = max(self._longest, (now - self._last) * 1000 - BEAT)
        self._last = now

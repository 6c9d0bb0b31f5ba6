"""Watches a window's frames: how long each held the thread that draws."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickWindow


class FrameWatch:
    """Collects the time from the end of a frame's animations to its picture being shown, in milliseconds."""

    def __init__(self, window: QQuickWindow) -> None:
        self.frames: list[float] = []
        self.ended: float | None = None
        """Seconds of `perf_counter` when the last frame was shown."""
        self._begun: float | None = None
        direct = Qt.ConnectionType.DirectConnection
        window.afterAnimating.connect(self._begin, direct)
        window.frameSwapped.connect(self._end, direct)

    def take(self) -> list[float]:
        """What was collected; begin anew."""
        frames, self.frames = self.frames, []
        return frames

    def _begin(self) -> None:
        self._begun = time.perf_counter()

    def _end(self) -> None:
        self.ended = time.perf_counter()
        if self._begun is not None:
            self.frames.append((self.ended - self._begun) * 1000)
            self._begun = None

"""Bytes on their way to a client, and what wakes the one thread that moves them."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable

MOST_UNREAD = 1 << 20
"""Bytes kept for a client that does not read; what is older is lost, as on a real port."""


class Outbox:
    """`put` and `wake` may be called from any thread; all else belongs to the thread that moves the bytes."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._lock = threading.Lock()
        self.descriptor, self._wake = os.pipe()
        """Readable after `wake`; the first of the two ends."""
        os.set_blocking(self.descriptor, False)
        os.set_blocking(self._wake, False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not self._data

    def put(self, data: bytes) -> None:
        """Queue bytes."""
        with self._lock:
            self._data += data
            del self._data[:-MOST_UNREAD]

    def wake(self) -> None:
        """Have the thread look."""
        with contextlib.suppress(OSError):
            os.write(self._wake, b"x")

    def awake(self) -> None:
        """The thread looks now."""
        with contextlib.suppress(BlockingIOError):
            os.read(self.descriptor, 4096)

    def clear(self) -> None:
        """The client is gone."""
        with self._lock:
            self._data.clear()

    def give(self, write: Callable[[bytearray], int]) -> None:
        """Have `write` take what it can of it and say how much; what it raises comes out, and nothing is lost."""
        with self._lock:
            if self._data:
                del self._data[: write(self._data)]

    def close(self) -> None:
        """No more waking."""
        os.close(self.descriptor)
        os.close(self._wake)

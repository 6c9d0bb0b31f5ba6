"""Saving without holding up the screen: one write at a time, and of several waiting ones only the newest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.errors import BenchError
from core.store import JsonStore
from core.tasks import Tasks


class Saver:
    """Writes to one store through `tasks`. `failed` hears of a full disk; the value is tried again with the next."""

    def __init__(self, store: JsonStore, tasks: Tasks, failed: Callable[[BenchError], None]) -> None:
        self._store = store
        self._tasks = tasks
        self._failed = failed
        self._latest: dict[str, Any] | None = None
        """The newest value that is not known to be on disk."""
        self._busy = False

    def save(self, value: dict[str, Any]) -> None:
        """Store `value` soon."""
        self._latest = value
        if not self._busy:
            self._write(value)

    def flush(self) -> None:
        """Store now what is not stored yet; for the end, when `tasks` deliver no more answers. Raises `storage.*`."""
        if self._latest is not None:
            self._store.save(self._latest)
            self._latest = None

    def _write(self, value: dict[str, Any]) -> None:
        self._busy = True

        def done(_: None) -> None:
            self._busy = False
            if self._latest is value:
                self._latest = None
            elif self._latest is not None:
                self._write(self._latest)

        def failed(error: Exception) -> None:
            self._busy = False
            if not isinstance(error, BenchError):
                raise error
            self._failed(error)

        self._tasks.submit(lambda: self._store.save(value), done, failed)

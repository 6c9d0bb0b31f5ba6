"""The calls before: a short list in one file (mode 0600)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from core.errors import BenchError
from core.store import JsonStore
from core.tasks import Tasks
from phone_app.saver import Saver

MOST = 100


@dataclass(frozen=True)
class Past:
    """A call that is over. `at`: when it began, seconds since 1970 UTC; `seconds` 0 when nobody answered."""

    key: str
    number: str
    incoming: bool
    at: float
    seconds: int
    missed: bool = False
    """Somebody called and nobody answered, on no device of the number."""


class Recents:
    """Newest first. A damaged file is kept aside and told in `trouble`."""

    def __init__(self, path: Path, *, tasks: Tasks, failed: Callable[[BenchError], None]) -> None:
        self._store = JsonStore(path)
        self._saver = Saver(self._store, tasks, failed)
        self._next = 1
        self.calls: list[Past] = []
        self.unseen = 0
        stored = self._store.load()
        try:
            self.calls = [Past(**entry) for entry in stored.get("calls", [])]
            if any(type(call.at) not in (int, float) or type(call.seconds) is not int for call in self.calls):
                raise ValueError("a call without sense")
            self._next = int(stored.get("next", 1))
            self.unseen = int(stored.get("unseen", 0))
        except (AttributeError, TypeError, ValueError):
            self._store.set_aside()
            self.calls, self._next, self.unseen = [], 1, 0
        aside = self._store.kept_aside
        self.trouble = BenchError("storage.damaged", path=str(aside)) if aside else None

    def add(self, number: str, *, incoming: bool, at: float, seconds: int, missed: bool) -> None:
        """A call ended."""
        call = Past(f"c{self._next}", number, incoming, at, seconds, missed)
        self._next += 1
        self.calls = [call, *self.calls][:MOST]
        self.unseen += missed
        self.save()

    def seen(self) -> None:
        """Somebody looked at the list."""
        if self.unseen:
            self.unseen = 0
            self.save()

    def clear(self) -> None:
        """Forget all."""
        self.calls, self.unseen = [], 0
        self.save()

    def save(self) -> None:
        """Store soon."""
        calls = [asdict(call) for call in self.calls]
        self._saver.save({"next": self._next, "unseen": self.unseen, "calls": calls})

    def flush(self) -> None:
        """Store now; raises `storage.*`."""
        self._saver.flush()

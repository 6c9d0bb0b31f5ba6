"""The texts on an accessory: what came, what was sent, the newest last, in one file (mode 0600)."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from core.errors import BenchError
from core.store import JsonStore

MOST = 100
STATES = ("", "sending", "sent", "delivered", "failed")


@dataclass(frozen=True)
class Text:
    """One text. `number` is the other side; `state` is of those that were sent here; `at`: seconds since 1970 UTC."""

    id: str
    number: str
    mine: bool
    text: str
    at: float
    state: str = ""
    ref: str = ""
    """The network's name of one that was sent."""


class Texts:
    """May be used from any thread: a message is on disk before the network hears that it came."""

    def __init__(self, path: Path, *, failed: Callable[[BenchError], None]) -> None:
        self._store = JsonStore(path)
        self._failed = failed
        self._lock = threading.RLock()
        stored = self._store.load()
        try:
            self._all = [Text(**entry) for entry in stored.get("texts", [])]
        except (AttributeError, TypeError):
            self._store.set_aside()
            self._all = []
        self._numbers = itertools.count(len(self._all) + 1)

    @property
    def all(self) -> list[Text]:
        """The oldest first."""
        with self._lock:
            return list(self._all)

    def receive(self, identity: str, sender: str, text: str, at: float) -> bool:
        """One that came; False when it was here before."""
        with self._lock:
            if any(one.id == identity for one in self._all):
                return False
            self._keep(Text(identity, sender, False, text, at))
            return True

    def write(self, number: str, text: str, at: float, state: str = "sending") -> Text:
        """One that is sent here, or by the paired phone."""
        with self._lock:
            one = Text(f"own-{next(self._numbers)}-{at:.0f}", number, True, text, at, state)
            self._keep(one)
            return one

    def change(self, identity: str, **what: str) -> None:
        """What became of one that was sent: `state`, `ref`."""
        with self._lock:
            self._all = [replace(one, **what) if one.id == identity else one for one in self._all]  # type: ignore[arg-type]
            self._save()

    def by_ref(self, ref: str) -> Text | None:
        """The one that the network calls `ref`."""
        with self._lock:
            return next((one for one in self._all if one.ref == ref and ref), None)

    def _keep(self, one: Text) -> None:
        self._all = [*self._all, one][-MOST:]
        self._save()

    def _save(self) -> None:
        try:
            self._store.save({"texts": [asdict(one) for one in self._all]})
        except BenchError as error:  # a full disk: shown all the same, and lost with the power
            self._failed(error)

"""Which apps the phone has: all of them at first. Those that the store lists can be taken off, and got again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import BenchError
from core.store import JsonStore
from core.tasks import Tasks
from phone_app.saver import Saver


@dataclass(frozen=True)
class Listing:
    """What the store tells of an app; an `App` with one can be taken off, one without belongs to the phone.

    `kind`: which description the view shows (`StoreWords.qml`). `size`: megabytes to download.
    """

    kind: str
    size: int
    at_first: bool = True
    """Whether a new phone has the app."""


class InstalledApps:
    """One small file (mode 0600) with what is *not* on the phone, so that a new app of the bench is there by itself.

    A damaged file is kept aside and told in `trouble`; then all apps are there.
    """

    def __init__(
        self,
        path: Path,
        *,
        absent: Iterable[str] = (),
        tasks: Tasks,
        failed: Callable[[BenchError], None] = lambda error: None,
    ) -> None:
        """`absent` are the apps that a new phone does not have."""
        self.trouble: BenchError | None = None
        self._store = JsonStore(path)
        self._saver = Saver(self._store, tasks, failed)
        stored = self._store.load()
        try:
            self._removed = _names(stored, "removed") if stored else list(absent)
            self._coming = _names(stored, "coming")
        except TypeError:
            self._removed, self._coming = [], []
            self._store.set_aside()
        if self._store.kept_aside is not None:
            self.trouble = BenchError("storage.damaged", path=str(self._store.kept_aside))

    def has(self, name: str) -> bool:
        """Whether the app is there to be opened."""
        return name not in self._removed

    @property
    def removed(self) -> tuple[str, ...]:
        """The apps that were taken off, in that order."""
        return tuple(self._removed)

    @property
    def coming(self) -> tuple[str, ...]:
        """The apps that the person ordered and that are not there yet: a phone switched on again goes on with them."""
        return tuple(self._coming)

    def take_off(self, name: str) -> None:
        """The app is not on the phone any more; stored soon."""
        if self.has(name):
            self._keep(removed=[*self._removed, name])

    def order(self, name: str) -> None:
        """The person wants the app; it comes."""
        if not self.has(name) and name not in self._coming:
            self._keep(coming=[*self._coming, name])

    def give_up(self, name: str) -> None:
        """It comes no more."""
        if name in self._coming:
            self._keep(coming=_without(self._coming, name))

    def put_on(self, name: str) -> None:
        """The app is on the phone."""
        if not self.has(name):
            self._keep(removed=_without(self._removed, name), coming=_without(self._coming, name))

    def flush(self) -> None:
        """Store now what is not stored yet; raises `storage.*`."""
        self._saver.flush()

    def _keep(self, *, removed: list[str] | None = None, coming: list[str] | None = None) -> None:
        self._removed = self._removed if removed is None else removed
        self._coming = self._coming if coming is None else coming
        self._saver.save({"removed": self._removed, "coming": self._coming})


def _names(stored: dict[str, Any], key: str) -> list[str]:
    names = stored.get(key, [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise TypeError(key)
    return list(dict.fromkeys(names))


def _without(names: Iterable[str], name: str) -> list[str]:
    return [other for other in names if other != name]

"""What the car remembers over a kill at any moment: drivers, who drove last, preferences, paired phones."""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from core.errors import BenchError
from core.store import JsonStore
from core.tasks import Tasks
from headunit.flow.drivers import GUEST, Driver, key_for

DEFAULTS: dict[str, Any] = {
    "last": GUEST,
    "drivers": [],
    "preferences": {"language": "", "appearance": "night", "brightness": 100, "sounds": True},
    "device_address": "",
    "bonds": [],
    "farewells": [],
}
"""`farewells` are tokens of removed drivers whom the cloud has not been told about yet."""


class Memory:
    """The car's one file, `car.json` (mode 0600), written whole on each change. Safe from any thread.

    Changes are made on the spot and written by `tasks`, the newest state last whatever the order of the threads;
    `write_now` blocks until they are on disk. A file that makes no sense is kept aside (`damaged`).
    """

    def __init__(self, folder: Path, tasks: Tasks) -> None:
        self._store = JsonStore(folder / "car.json")
        self._tasks = tasks
        self.on_failure: Callable[[BenchError], None] | None = None
        """Told when a change could not be written."""
        self._lock = threading.RLock()
        self._disk = threading.Lock()
        self._version = 0
        self._written = 0
        self.damaged: BenchError | None = None
        """Told once when the stored file could not be used."""
        self._load()

    def _load(self) -> None:
        stored = self._store.load()
        try:
            self.drivers = [Driver.from_dict(item) for item in stored.get("drivers", [])]
            if len({driver.key for driver in self.drivers}) < len(self.drivers):
                raise ValueError("driver.key twice")
            preferences = stored.get("preferences", {})
            self.preferences: dict[str, Any] = {
                name: preferences[name] if type(preferences.get(name)) is type(value) else value
                for name, value in DEFAULTS["preferences"].items()
            }
            self.last = str(stored.get("last", GUEST))
            self.device_address = str(stored.get("device_address", ""))
            self.bonds: list[dict[str, str]] = [dict(item) for item in stored.get("bonds", [])]
            self.farewells: list[dict[str, Any]] = [dict(item) for item in stored.get("farewells", [])]
        except (AttributeError, TypeError, ValueError):
            self._store.set_aside()
            self._use_defaults()
        if self._store.kept_aside is not None:
            self.damaged = BenchError("storage.damaged", path=str(self._store.kept_aside))

    def _use_defaults(self) -> None:
        self.drivers = []
        self.preferences = dict(DEFAULTS["preferences"])
        self.last, self.device_address = GUEST, ""
        self.bonds, self.farewells = [], []

    def driver(self, key: object) -> Driver | None:
        """The stored driver with this key."""
        return next((driver for driver in self.drivers if driver.key == key), None)

    @property
    def last_driver(self) -> Driver | None:
        """Who drove last; None when it was the guest."""
        return self.driver(self.last)

    def driver_for(self, sub: str, email: str) -> Driver:
        """The stored driver of this account (by the provider's `sub`), or a new one, not yet remembered."""
        found = next((driver for driver in self.drivers if driver.sub == sub), None)
        return found or Driver(key_for(email, (driver.key for driver in self.drivers)), sub, email)

    @contextmanager
    def changing(self) -> Iterator[Memory]:
        """Change the fields inside; what was changed is written soon."""
        with self._lock:
            yield self
            self._version += 1
        self._tasks.submit(self.write_now, failed=self._tell)

    @contextmanager
    def changing_now(self) -> Iterator[Memory]:
        """Change the fields inside and have them on disk at the end. Blocks; for worker threads."""
        with self._lock:
            yield self
            self._version += 1
        self.write_now()

    def write_now(self) -> None:
        """Have the present state on disk. Blocks. Raises `storage.full`, `storage.failed`: the old file is whole."""
        with self._disk:
            with self._lock:
                version = self._version
                if version <= self._written:
                    return
                snapshot = self._snapshot()
            self._store.save(snapshot)
            self._written = version

    def reset(self) -> None:
        """Forget everything but the tokens that must still be given back."""
        with self.changing():
            farewells = [*self.farewells, *(driver.tokens for driver in self.drivers if driver.tokens)]
            self._use_defaults()
            self.farewells = farewells

    def _snapshot(self) -> dict[str, Any]:
        return copy.deepcopy(
            {
                "last": self.last,
                "drivers": [driver.to_dict() for driver in self.drivers],
                "preferences": self.preferences,
                "device_address": self.device_address,
                "bonds": self.bonds,
                "farewells": self.farewells,
            }
        )

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, BenchError):
            raise error
        if self.on_failure is not None:
            self.on_failure(error)

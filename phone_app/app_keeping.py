"""Which apps are on the phone: the store that brings them, and the question that takes them off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.tasks import Tasks
from phone_app.apps.base import App
from phone_app.apps.installed import InstalledApps
from phone_app.apps.store.app import StoreApp
from phone_app.apps.store.downloads import Downloads
from phone_app.removal import Removal
from phone_app.shell import Shell

STORE = "store"


class AppKeeping:
    """`apps` are all apps that the phone can have. `bearer()` says what carries data now."""

    def __init__(
        self,
        path: Path,
        apps: Mapping[str, App],
        *,
        bearer: Callable[[], str],
        clock: Clock,
        events: EventLog,
        faults: Faults,
        tasks: Tasks,
        failed: Callable[[BenchError], None],
    ) -> None:
        self.forgotten: Callable[[str], None] = lambda name: None
        """An app was taken off: what its web pages kept goes too."""
        absent = [name for name, app in apps.items() if app.listing is not None and not app.listing.at_first]
        self.installed = InstalledApps(path, absent=absent, tasks=tasks, failed=failed)
        self._apps = apps
        self._events = events
        self._downloads = Downloads(
            self.installed, bearer=bearer, clock=clock, events=events, faults=faults, tasks=tasks
        )
        self.store = StoreApp(apps, self.installed, self._downloads, online=lambda: bearer() != "none")
        self.removal = Removal(self.store.listed, self.installed.has)
        self.removal.wanted = self._take_off
        self.store.ask_remove = self.removal.ask
        for name in self.installed.removed:
            if name in apps:
                apps[name].forget()

    def join(self, shell: Shell) -> None:
        """Let the shell open only what is there."""
        shell.has = self.installed.has
        shell.missed = lambda name: self._show(shell, name)
        self.removal.changed = shell.refresh
        self.store.open_app = shell.open

    def state(self) -> dict[str, Any]:
        """For the view: the store's state, the ids of the listed apps that are there, and the one asked about."""
        rows = self.store.rows()
        return {
            **self.store.state(),
            "installed": [row["id"] for row in rows if self.installed.has(row["id"])],
            "removing": next((row for row in rows if row["id"] == self.removal.asked), {}),
        }

    def close(self) -> None:
        """No more timers; call `installed.flush` to store what is not stored yet."""
        self._downloads.close()

    def _show(self, shell: Shell, name: str) -> None:
        self.store.show(name)
        shell.open(STORE)

    def _take_off(self, name: str) -> None:
        # Noted first: after a kill between the two the next start forgets what was left.
        self.installed.take_off(name)
        self._apps[name].forget()
        self.forgotten(name)
        self._events.emit("phone", "store.removed", app=name)

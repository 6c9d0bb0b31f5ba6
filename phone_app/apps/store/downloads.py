"""Apps on their way from the store to the phone. The store is the bench's own; nothing leaves the machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.clock import Clock, Timer
from core.events import EventLog
from core.faults import Faults
from core.tasks import Tasks
from phone_app.apps.installed import InstalledApps

PORT = "phone.store"
KINDS = ("slow", "interrupted", "full")
"""Faults: the store begins `delay` seconds late, breaks off half way, or finds no space left on the phone."""
TICK = 0.25
"""Seconds between two looks at a download: a bar that moves evenly."""
SPEED = {"wifi": 24.0, "cellular": 8.0}
"""Megabytes a second; an app of some 80 MB takes a few seconds, long enough to be seen coming."""
INSTALL_TIME = 1.0
"""Seconds to unpack what has come."""


@dataclass
class Download:
    """One app that comes. `done` and `size` in megabytes, `rest` seconds of installing or of a slow begin."""

    size: float
    state: str = "downloading"
    done: float = 0.0
    rest: float = 0.0
    fault: str = ""
    error: str = ""


class Downloads:
    """All downloads, side by side. One waits without a network and goes on by itself when there is one again."""

    def __init__(
        self,
        installed: InstalledApps,
        *,
        bearer: Callable[[], str],
        clock: Clock,
        events: EventLog,
        faults: Faults,
        tasks: Tasks,
    ) -> None:
        self.changed: Callable[[], None] = lambda: None
        self._installed = installed
        self._bearer = bearer
        self._clock = clock
        self._events = events
        self._faults = faults
        self._tasks = tasks
        self._all: dict[str, Download] = {}
        self._timer: Timer | None = None
        self._closed = False
        faults.declare(PORT, KINDS)

    def begin(self, name: str, size: float) -> None:
        """Get an app of `size` megabytes; without effect for one that is there or comes already."""
        present = self._all.get(name)
        if self._installed.has(name) or (present is not None and present.state != "failed"):
            return
        fault = self._faults.take(PORT, name)
        self._all[name] = Download(
            size,
            fault=fault.kind if fault else "",
            rest=fault.delay if fault is not None and fault.kind == "slow" else 0.0,
        )
        self._installed.order(name)
        self._events.emit("phone", "store.download", app=name)
        self._look(self._all[name])
        self._wait()
        self.changed()

    def cancel(self, name: str) -> None:
        """Stop a download, or put a failure away."""
        if self._all.pop(name, None) is not None:
            self._installed.give_up(name)
            self.changed()

    def state(self, name: str) -> dict[str, Any]:
        """`{state, progress 0-1, error}`; `state` is installed, removed, waiting, downloading, installing or failed."""
        download = self._all.get(name)
        if download is None:
            return {"state": "installed" if self._installed.has(name) else "removed", "progress": 0.0, "error": ""}
        return {"state": download.state, "progress": min(1.0, download.done / download.size), "error": download.error}

    def close(self) -> None:
        """No more timers."""
        self._closed = True
        if self._timer is not None:
            self._timer.cancel()

    # -- time passes

    def _wait(self) -> None:
        if not self._closed and any(download.state != "failed" for download in self._all.values()):
            if self._timer is not None:
                self._timer.cancel()
            self._timer = self._clock.call_later(TICK, lambda: self._tasks.post(self._tick))

    def _tick(self) -> None:
        if self._closed:
            return
        for name, download in list(self._all.items()):
            if download.state != "failed":
                self._advance(name, download)
        self._wait()
        self.changed()

    def _advance(self, name: str, download: Download) -> None:
        if download.state == "installing":
            download.rest -= TICK
            if download.rest <= 0:
                del self._all[name]
                self._installed.put_on(name)
                self._events.emit("phone", "store.installed", app=name)
            return
        self._look(download)
        if download.state != "downloading":
            return
        if download.rest > 0:
            download.rest -= TICK
            return
        download.done += SPEED[self._bearer()] * TICK
        if download.fault == "interrupted" and download.done >= download.size / 2:
            self._fail(name, download, "store.interrupted")
        elif download.done >= download.size:
            if download.fault == "full":
                self._fail(name, download, "storage.full")
            else:
                download.state, download.rest = "installing", INSTALL_TIME

    def _look(self, download: Download) -> None:
        if download.state != "installing":
            download.state = "downloading" if self._bearer() in SPEED else "waiting"

    def _fail(self, name: str, download: Download, code: str) -> None:
        download.state, download.error = "failed", code
        self._installed.give_up(name)
        self._events.emit("phone", "store.failed", app=name, code=code)

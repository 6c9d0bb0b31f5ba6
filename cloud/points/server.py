"""Mynapoint as one HTTP server on a thread of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cloud.listening import HttpServing
from cloud.points.context import FAULT_KINDS, FAULT_PORT
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness
from core.settings import Settings

if TYPE_CHECKING:
    from flask import Flask

    from cloud.identity.hashing import PasswordHashing
    from cloud.points.services import PointsServices


class PointsServer:
    """Start, use `base_url`, stop. With `port=0` it keeps the port of its last run in `folder`.

    `jpki` is the folder that it shares with the cards. Connect `services.sms` to the network when that runs.
    """

    def __init__(
        self,
        *,
        folder: Path,
        jpki: Path,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        randomness: Randomness,
        settings: Settings,
        host: str = "127.0.0.1",
        port: int = 0,
        database_url: str | None = None,
        public_url: str | None = None,
        hashing: PasswordHashing | None = None,
    ) -> None:
        self._parts: dict[str, Any] = {
            "folder": folder,
            "jpki": jpki,
            "clock": clock,
            "events": events,
            "faults": faults,
            "randomness": randomness,
            "settings": settings,
            "database_url": database_url,
            "hashing": hashing,
        }
        self._host = host
        self._port = port
        self._public_url = public_url
        self._serving = HttpServing("points", folder, events)
        self.app: Flask | None = None
        self.base_url = ""
        faults.declare(FAULT_PORT, FAULT_KINDS)

    @property
    def services(self) -> PointsServices:
        """What the running server can do, for the network, tests and demonstrations."""
        from cloud.points.services import EXTENSION, PointsServices

        assert self.app is not None, "start() first"
        found = self.app.extensions[EXTENSION]
        assert isinstance(found, PointsServices)
        return found

    def start(self) -> str:
        """Serve; the base address when requests are answered. Raises `port.in_use` and the errors of the storage."""
        from cloud.points.app import create_app

        def make(base_url: str) -> Flask:
            self.base_url = base_url
            self.app = create_app(**self._parts, issuer=base_url)
            return self.app

        return self._serving.start(self._host, self._port, self._public_url, make)

    def stop(self) -> None:
        """End all connections; what was answered is stored. Without effect when not running."""
        if self._serving.stop():
            self.services.context.database.close()

"""The cloud as one HTTP server on a thread of its own."""

from __future__ import annotations

import contextlib
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from cloud.listening import ListeningSocket, make_server, serve
from core.brand import BrandPack
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness
from core.settings import Settings

if TYPE_CHECKING:
    from cheroot.wsgi import Server
    from flask import Flask

    from cloud.identity.hashing import PasswordHashing
    from cloud.services import Services
    from cloud.vehicles.es2_client import SmdpPlace


class CloudServer:
    """Start, use `base_url`, stop. With `port=0` it keeps the port of its last run in `folder`, so that the issuer,
    and with it every stored sign-in, survives a restart. `public_url` is for a proxy or another machine's view,
    `smdp` for the SM-DP+ where personal eSIMs are ordered.
    """

    def __init__(
        self,
        *,
        folder: Path,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        randomness: Randomness,
        settings: Settings,
        brand: BrandPack,
        host: str = "127.0.0.1",
        port: int = 0,
        database_url: str | None = None,
        demo: bool = True,
        public_url: str | None = None,
        hashing: PasswordHashing | None = None,
        smdp: SmdpPlace | None = None,
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._events = events
        self._faults = faults
        self._randomness = randomness
        self._settings = settings
        self._brand = brand
        self._host = host
        self._port = port
        self._database_url = database_url
        self._demo = demo
        self._public_url = public_url
        self._hashing = hashing
        self._smdp = smdp
        self._server: Server | None = None
        self._thread: threading.Thread | None = None
        self.app: Flask | None = None
        self.base_url = ""
        faults.declare("cloud.server", ("down", "slow", "token_refused"))

    @property
    def services(self) -> Services:
        """What the running cloud can do, for tests and demonstrations that prepare it."""
        from cloud.services import EXTENSION, Services

        assert self.app is not None, "start() first"
        found = self.app.extensions[EXTENSION]
        assert isinstance(found, Services)
        return found

    def start(self) -> str:
        """Serve; the base address when requests are answered. Raises `port.in_use` and the errors of the storage."""
        from cloud.app import create_app

        listener = ListeningSocket(self._folder, self._events, "cloud").open(self._host, self._port)
        port = listener.getsockname()[1]
        self.base_url = (self._public_url or f"http://{_public_host(self._host)}:{port}").rstrip("/")
        try:
            self.app = create_app(
                folder=self._folder,
                clock=self._clock,
                events=self._events,
                faults=self._faults,
                randomness=self._randomness,
                settings=self._settings,
                brand=self._brand,
                issuer=self.base_url,
                database_url=self._database_url,
                demo=self._demo,
                hashing=self._hashing,
                smdp=self._smdp,
            )
        except BaseException:
            listener.close()
            raise
        self._server = make_server(listener, self.app, "cloud")
        ready = threading.Event()
        self._thread = threading.Thread(target=serve, args=(self._server, ready), name="cloud-server", daemon=True)
        self._thread.start()
        ready.wait()
        self._events.emit("cloud", "server.started", address=self.base_url)
        return self.base_url

    def stop(self) -> None:
        """End all connections; what was answered is stored. Without effect when not running."""
        if self._server is None:
            return
        self._server.stop()
        if self._thread is not None:
            self._thread.join(timeout=5)
        self.services.context.database.close()
        self._server = self._thread = None
        self._events.emit("cloud", "server.stopped")


def _public_host(host: str) -> str:
    """How others reach a server that listens on `host`."""
    if host in ("0.0.0.0", "::"):  # noqa: S104 - asked for, not chosen
        with contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
            try:
                probe.connect(("192.0.2.1", 9))  # TEST-NET-1 (RFC 5737): picks our own address, sends nothing
                return str(probe.getsockname()[0])
            except OSError:
                return "127.0.0.1"
    return f"[{host}]" if ":" in host else host

"""The cloud as one HTTP server on a thread of its own."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from core.brand import BrandPack
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness
from core.settings import Settings
from core.store import JsonStore

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication
    from cheroot.wsgi import Server
    from flask import Flask

    from cloud.identity.hashing import PasswordHashing
    from cloud.services import Services

log = logging.getLogger(__name__)

THREADS = 6
"""A car, a phone, a browser with a few connections; more wait for a moment."""


class CloudServer:
    """Start, use `base_url`, stop. With `port=0` it keeps the port of its last run in `folder`, so that the issuer,
    and with it every stored sign-in, survives a restart. `public_url` is for a proxy or another machine's view.
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

        listener = self._listen()
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
            )
        except BaseException:
            listener.close()
            raise
        self._server = _make_server(listener, self.app)
        ready = threading.Event()
        self._thread = threading.Thread(target=_serve, args=(self._server, ready), name="cloud-server", daemon=True)
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

    def _listen(self) -> socket.socket:
        store = JsonStore(self._folder / "server.json")
        remembered = store.load().get("port")
        wished = [self._port] if self._port else [remembered, 0] if isinstance(remembered, int) else [0]
        for port in wished:
            with contextlib.suppress(OSError, OverflowError):
                listener = _bound(self._host, port)
                actual = listener.getsockname()[1]
                if not self._port and actual != remembered:
                    if remembered is not None:
                        self._events.emit("cloud", "server.moved", before=remembered, now=actual)
                    store.save({"port": actual})
                return listener
        raise BenchError("port.in_use", host=self._host, port=self._port)


def _bound(host: str, port: int) -> socket.socket:
    """A socket that listens already, so that early requests wait instead of failing."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        # From the first run on: the next one must get this port while old connections still fade away.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listener.bind((host, port))
        listener.listen(128)
    except BaseException:
        listener.close()
        raise
    return listener


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


def _make_server(listener: socket.socket, app: WSGIApplication) -> Server:
    """The HTTP server on a socket that is open already."""
    from cheroot.wsgi import Server

    class ListeningServer(Server):
        """Takes the socket it is given instead of opening one."""

        def bind(self, _family: int, _type: int, _proto: int = 0) -> socket.socket:
            self.socket = listener
            self.bind_addr = listener.getsockname()[:2]
            return listener

        def error_log(self, msg: str = "", level: int = logging.INFO, traceback: bool = False) -> None:
            log.log(level, "%s", msg, exc_info=traceback)

    server = ListeningServer(listener.getsockname()[:2], app, numthreads=THREADS, server_name="cloud")
    server.shutdown_timeout = 2
    server.expiration_interval = 0.1  # how long stopping takes; idle, the thread looks up ten times a second
    return server


def _serve(server: Server, ready: threading.Event) -> None:
    """Runs on the server's thread, which is a daemon: the workers made here are too, so none outlives the bench."""
    try:
        server.prepare()
    finally:
        ready.set()
    server.serve()

"""Sockets and servers that the cloud's parts share: a port kept across restarts, threads that end with the bench."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import BenchError
from core.events import EventLog
from core.store import JsonStore

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication
    from cheroot.wsgi import Server

log = logging.getLogger(__name__)

THREADS = 6
"""A car, a phone, a browser with a few connections; more wait for a moment."""


class ListeningSocket:
    """Opens `actor`'s port; with port 0 the one of the last run in `folder`, if it is free."""

    def __init__(self, folder: Path, events: EventLog, actor: str) -> None:
        self._store = JsonStore(folder / "server.json")
        self._events = events
        self._actor = actor

    def open(self, host: str, wished: int) -> socket.socket:
        """A socket that listens. Raises `port.in_use`."""
        remembered = self._store.load().get("port")
        ports = [wished] if wished else [remembered, 0] if isinstance(remembered, int) else [0]
        for port in ports:
            with contextlib.suppress(OSError, OverflowError):
                listener = _bound(host, port)
                actual = listener.getsockname()[1]
                if not wished and actual != remembered:
                    if remembered is not None:
                        self._events.emit(self._actor, "server.moved", before=remembered, now=actual)
                    self._store.save({"port": actual})
                return listener
        raise BenchError("port.in_use", host=host, port=wished)


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


def make_server(listener: socket.socket, app: WSGIApplication, name: str) -> Server:
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

    server = ListeningServer(listener.getsockname()[:2], app, numthreads=THREADS, server_name=name)
    server.shutdown_timeout = 2
    server.expiration_interval = 0.1  # how long stopping takes; idle, the thread looks up ten times a second
    return server


def serve(server: Server, ready: threading.Event) -> None:
    """Runs on the server's thread, which is a daemon: the workers made here are too, so none outlives the bench."""
    try:
        server.prepare()
    finally:
        ready.set()
    server.serve()


class HttpServing:
    """One WSGI application behind a socket, on a thread of its own: start, stop, start again."""

    def __init__(self, actor: str, folder: Path, events: EventLog) -> None:
        self._actor = actor
        self._folder = folder
        self._events = events
        self._server: Server | None = None
        self._thread: threading.Thread | None = None

    def start(self, host: str, port: int, public_url: str | None, make_app: Callable[[str], WSGIApplication]) -> str:
        """Serve what `make_app` makes for the base address; that address, when requests are answered.

        Raises `port.in_use` and what `make_app` raises.
        """
        listener = ListeningSocket(self._folder, self._events, self._actor).open(host, port)
        base_url = (public_url or f"http://{public_host(host)}:{listener.getsockname()[1]}").rstrip("/")
        try:
            app = make_app(base_url)
        except BaseException:
            listener.close()
            raise
        self._server = make_server(listener, app, self._actor)
        ready = threading.Event()
        name = f"{self._actor}-server"
        self._thread = threading.Thread(target=serve, args=(self._server, ready), name=name, daemon=True)
        self._thread.start()
        ready.wait()
        self._events.emit(self._actor, "server.started", address=base_url)
        return base_url

    def stop(self) -> bool:
        """End all connections; what was answered is stored. False when it was not running."""
        if self._server is None:
            return False
        self._server.stop()
        if self._thread is not None:
            self._thread.join(timeout=5)
        self._server = self._thread = None
        self._events.emit(self._actor, "server.stopped")
        return True


def public_host(host: str) -> str:
    """How others reach a server that listens on `host`."""
    if host in ("0.0.0.0", "::"):  # noqa: S104 - asked for, not chosen
        with contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
            try:
                probe.connect(("192.0.2.1", 9))  # TEST-NET-1 (RFC 5737): picks our own address, sends nothing
                return str(probe.getsockname()[0])
            except OSError:
                return "127.0.0.1"
    return f"[{host}]" if ":" in host else host

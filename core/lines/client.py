"""One end of a line to a hub: connects, and connects again whenever the hub comes back."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
from collections.abc import Callable
from typing import Any

from core.lines.messages import LineReader, encode

log = logging.getLogger(__name__)

RECONNECT_PAUSE_WALL = 0.2
"""Seconds between two tries to reach the hub: quick, since the hub is on the same desk."""


class LineDown(Exception):  # noqa: N818 - a state, not a fault
    """The hub is not reached now. Whoever owns the line says what that means for people."""


class LineClient:
    """Callbacks come on the client's own thread: `opened()` when the hub is reached, `received(message)`, `closed()`
    when the line broke, `failed()` when the hub could not be reached.
    """

    def __init__(
        self,
        name: str,
        address: tuple[str, int],
        *,
        opened: Callable[[], None],
        received: Callable[[dict[str, Any]], None],
        closed: Callable[[], None],
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        self._name = name
        self._address = address
        self._opened = opened
        self._received = received
        self._closed = closed
        self._failed = failed
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._socket: socket.socket | None = None
        self._thread: threading.Thread | None = None

    def connect(self) -> None:
        """Begin; returns at once. Nothing when it runs already."""
        if self._thread is None:
            self._stop = threading.Event()
            self._thread = threading.Thread(target=self._run, args=(self._stop,), name=self._name, daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End the line; `connect` begins again."""
        self._stop.set()
        self.hang_up()
        thread, self._thread = self._thread, None
        if thread is not None and thread is not threading.current_thread():
            thread.join(timeout=5)

    def hang_up(self) -> None:
        """Break the line as a lost connection does; it comes back by itself."""
        with self._lock, contextlib.suppress(OSError):
            if self._socket is not None:
                self._socket.shutdown(socket.SHUT_RDWR)

    def send(self, message: dict[str, Any]) -> None:
        """Raises `LineDown` when the hub is not reached."""
        with self._lock:
            if self._socket is None:
                raise LineDown
            try:
                self._socket.sendall(encode(message))
            except OSError as error:
                raise LineDown from error

    @property
    def stopping(self) -> threading.Event:
        """Set by `close`; for whoever sleeps meanwhile."""
        return self._stop

    @property
    def on_own_thread(self) -> bool:
        """Whether the caller is inside a callback."""
        return threading.current_thread() is self._thread

    def _run(self, stop: threading.Event) -> None:
        while not stop.is_set():
            try:
                connection = socket.create_connection(self._address, timeout=3)
            except OSError:
                self._tell(self._failed)
            else:
                with contextlib.suppress(OSError):
                    self._serve(connection, stop)
            stop.wait(RECONNECT_PAUSE_WALL)

    def _serve(self, connection: socket.socket, stop: threading.Event) -> None:
        with connection:
            connection.settimeout(None)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._socket = connection
            try:
                self._tell(self._opened)
                reader = LineReader()
                while not stop.is_set() and (data := connection.recv(65536)):
                    for message in reader.feed(data):
                        if message is not None:
                            self._tell(self._received, message)
            finally:
                with self._lock:
                    self._socket = None
                self._tell(self._closed)

    def _tell(self, callback: Callable[..., None], *values: object) -> None:
        try:
            callback(*values)
        except Exception:
            log.exception("a callback of %s failed", self._name)

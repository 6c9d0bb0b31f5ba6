"""One thread that carries lines between its owner's rules and their TCP clients."""

from __future__ import annotations

import contextlib
import logging
import selectors
import socket
import threading
from collections import deque
from collections.abc import Callable
from typing import Any

from core.errors import BenchError
from core.lines.messages import LineReader, encode

log = logging.getLogger(__name__)

MAX_WAITING = 4 << 20
"""Bytes that may wait for a client that does not read; then it is dropped, so that nobody fills the memory."""


class _Client:
    def __init__(self, number: int, connection: socket.socket) -> None:
        self.number = number
        self.connection = connection
        self.reader = LineReader()
        self.waiting = bytearray()
        self.doomed = False
        """It is dropped in the hub's next turn."""


class LineHub:
    """Serves clients on a thread of its own; the rules run on that thread and so need no locks.

    `received(client, message)` gets each line (None: garbage), `lost(client)` tells that a connection ended. Both may
    call `send` and `drop`. Any thread may `post` an action to the hub's thread. `errors` is the owner's word before
    the code `….port_in_use`.
    """

    def __init__(
        self,
        name: str,
        host: str,
        port: int,
        *,
        received: Callable[[int, dict[str, Any] | None], None],
        lost: Callable[[int], None],
        errors: str,
    ) -> None:
        self._name = name
        self._address = (host, port)
        self._received = received
        self._lost = lost
        self._errors = errors
        self._clients: dict[int, _Client] = {}
        self._numbers = 0
        self._actions: deque[Callable[[], None]] = deque()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._selector: selectors.BaseSelector | None = None
        self._wake: socket.socket | None = None

    def start(self) -> tuple[str, int]:
        """Listen and serve; gives (host, port). Raises `….port_in_use`. A stopped hub takes its old port again."""
        server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            server.bind(self._address)
            server.listen(8)
        except OSError as error:
            server.close()
            raise BenchError(f"{self._errors}.port_in_use", port=self._address[1], reason=error.strerror) from error
        server.setblocking(False)
        self._address = server.getsockname()[:2]
        self._stopping.clear()
        waker, self._wake = socket.socketpair()
        waker.setblocking(False)
        self._wake.setblocking(False)  # a poke too many is none missed
        self._selector = selectors.DefaultSelector()
        self._selector.register(server, selectors.EVENT_READ, "server")
        self._selector.register(waker, selectors.EVENT_READ, "wake")
        self._thread = threading.Thread(target=self._serve, args=(server, waker), name=self._name, daemon=True)
        self._thread.start()
        self._poke()  # what was posted before the start
        return self._address

    def stop(self) -> None:
        """Drop all clients and stop listening."""
        if self._thread is None:
            return
        self._stopping.set()
        self._poke()
        self._thread.join(timeout=5)
        self._thread = None
        if self._wake is not None:
            self._wake.close()
            self._wake = None

    def post(self, action: Callable[[], None]) -> None:
        """Have `action` called on the hub's thread; at its next start when it does not run."""
        self._actions.append(action)
        self._poke()

    def send(self, number: int, message: dict[str, Any]) -> None:
        """A message for a client; nothing happens when it is gone. On the hub's thread."""
        client = self._clients.get(number)
        if client is None or client.doomed:
            return
        client.waiting += encode(message)
        try:
            self._flush(client)
        except OSError:
            self._drop_soon(client)
        if len(client.waiting) > MAX_WAITING:
            self._drop_soon(client)

    def drop(self, number: int) -> None:
        """End the connection of a client, and tell `lost`. On the hub's thread."""
        client = self._clients.get(number)
        if client is not None:
            self._drop(client)

    def drop_all(self) -> None:
        """End all connections."""
        for client in list(self._clients.values()):
            self._drop(client)

    def _serve(self, server: socket.socket, waker: socket.socket) -> None:
        assert self._selector is not None
        with self._selector, server, waker:
            while not self._stopping.is_set():
                for key, mask in self._selector.select():
                    if key.data == "server":
                        self._accept(server)
                    elif key.data == "wake":
                        with contextlib.suppress(BlockingIOError):
                            waker.recv(4096)
                    elif isinstance(key.data, _Client) and key.data.number in self._clients:
                        self._serve_client(key.data, mask)
                while self._actions:
                    self._act(self._actions.popleft())
            self.drop_all()

    def _act(self, action: Callable[[], None]) -> None:
        try:
            action()
        except Exception:
            log.exception("an action of %s failed", self._name)

    def _accept(self, server: socket.socket) -> None:
        assert self._selector is not None
        with contextlib.suppress(OSError):
            connection, _ = server.accept()
            connection.setblocking(False)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._numbers += 1
            client = _Client(self._numbers, connection)
            self._clients[client.number] = client
            self._selector.register(connection, selectors.EVENT_READ, client)

    def _serve_client(self, client: _Client, mask: int) -> None:
        try:
            if mask & selectors.EVENT_WRITE:
                self._flush(client)
            if mask & selectors.EVENT_READ:
                data = client.connection.recv(65536)
                if not data:
                    self._drop(client)
                    return
                for message in client.reader.feed(data):
                    if client.number in self._clients:  # the rules may have dropped it meanwhile
                        self._received(client.number, message)
        except BlockingIOError:
            pass
        except OSError:
            self._drop(client)
        except Exception:  # one bad message must not end the service of all
            log.exception("a message to %s was not understood", self._name)
            self._drop(client)

    def _flush(self, client: _Client) -> None:
        assert self._selector is not None
        with contextlib.suppress(BlockingIOError):
            while client.waiting:
                del client.waiting[: client.connection.send(client.waiting)]
        wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if client.waiting else 0)
        self._selector.modify(client.connection, wanted, client)

    def _drop_soon(self, client: _Client) -> None:
        """Not inside the rules, which may be in the middle of something: `lost` comes in a turn of its own."""
        client.doomed = True
        self.post(lambda: self._drop(client))

    def _drop(self, client: _Client) -> None:
        assert self._selector is not None
        if self._clients.pop(client.number, None) is None:
            return
        self._selector.unregister(client.connection)
        client.connection.close()
        self._lost(client.number)

    def _poke(self) -> None:
        wake = self._wake
        if wake is not None:
            with contextlib.suppress(OSError):
                wake.send(b"!")

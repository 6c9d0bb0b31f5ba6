"""The hub: one thread that carries lines between the switchboard and its TCP clients."""

from __future__ import annotations

import contextlib
import selectors
import socket
import threading
from collections import deque
from collections.abc import Callable

from core.air.messages import LineReader, encode
from core.air.switchboard import Switchboard
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness, SystemRandomness

FAULT_PORT = "air.link"
FAULT_KINDS = ("drop", "slow", "reject")
MAX_WAITING = 4 << 20
"""Bytes that may wait for a client that does not read; then it is dropped, so that nobody fills the memory."""


class _Client:
    def __init__(self, number: int, connection: socket.socket) -> None:
        self.number = number
        self.connection = connection
        self.reader = LineReader()
        self.waiting = bytearray()


class AirHub:
    """The room's air. `start` gives the address for the clients; all methods may be called from any thread."""

    def __init__(
        self,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        randomness: Randomness | None = None,
        pairing_time: float = 60.0,
    ) -> None:
        self._clock = clock
        self._events = events
        self._address = (host, port)
        self._pairing_time = pairing_time
        self._switchboard = Switchboard(randomness or SystemRandomness(), self._start_timer)
        self._clients: dict[int, _Client] = {}
        self._numbers = 0
        self._calls: deque[Callable[[], None]] = deque()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._selector: selectors.BaseSelector | None = None
        self._wake: socket.socket | None = None
        faults.declare(FAULT_PORT, FAULT_KINDS)

    def start(self) -> tuple[str, int]:
        """Listen and serve; gives (host, port). Raises `air.port_in_use`. A stopped hub takes its old port again."""
        server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            server.bind(self._address)
            server.listen(8)
        except OSError as error:
            server.close()
            raise BenchError("air.port_in_use", port=self._address[1], reason=error.strerror) from error
        server.setblocking(False)
        self._address = server.getsockname()[:2]
        self._stopping.clear()
        waker, self._wake = socket.socketpair()
        waker.setblocking(False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(server, selectors.EVENT_READ, "server")
        self._selector.register(waker, selectors.EVENT_READ, "wake")
        self._thread = threading.Thread(target=self._serve, args=(server, waker), name="air-hub", daemon=True)
        self._thread.start()
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

    @property
    def devices(self) -> list[str]:
        """Addresses of the devices that are present."""
        return self._switchboard.devices

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
                while self._calls:
                    self._calls.popleft()()
                self._deliver()
            for client in list(self._clients.values()):
                self._drop(client)
            self._switchboard.outbox.clear()

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
                    if message is None:
                        self._events.emit("air", "air.garbage")
                    self._switchboard.received(client.number, message)
        except BlockingIOError:
            pass
        except OSError:
            self._drop(client)

    def _deliver(self) -> None:
        while self._switchboard.outbox:
            number, message = self._switchboard.outbox.pop(0)
            client = self._clients.get(number)
            if client is None:
                continue
            client.waiting += encode(message)
            try:
                self._flush(client)
            except OSError:
                self._drop(client)
            if len(client.waiting) > MAX_WAITING:
                self._drop(client)

    def _flush(self, client: _Client) -> None:
        assert self._selector is not None
        with contextlib.suppress(BlockingIOError):
            while client.waiting:
                del client.waiting[: client.connection.send(client.waiting)]
        wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if client.waiting else 0)
        self._selector.modify(client.connection, wanted, client)

    def _drop(self, client: _Client) -> None:
        assert self._selector is not None
        if self._clients.pop(client.number, None) is None:
            return
        self._selector.unregister(client.connection)
        client.connection.close()
        self._switchboard.lost(client.number)

    def _start_timer(self, token: object) -> None:
        def expire() -> None:
            self._calls.append(lambda: self._switchboard.pairing_timed_out(token))
            self._poke()

        self._clock.call_later(self._pairing_time, expire)

    def _poke(self) -> None:
        if self._wake is not None:
            with contextlib.suppress(OSError):
                self._wake.send(b"!")

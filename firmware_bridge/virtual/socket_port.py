"""A modem's port on a TCP or Unix socket: raw bytes for one client at a time, as a terminal server offers it."""

from __future__ import annotations

import errno
import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path

from firmware_bridge.virtual.outbox import Outbox
from firmware_bridge.waiting import wait_for

BLOCK = 65_536
LOOPBACK = "127.0.0.1"


def open_listener(address: str) -> socket.socket:
    """A listening socket for `HOST:PORT`, `:PORT` (loopback), or a path.

    Raises ValueError for an address that is neither, FileExistsError where a path is taken by something that is no
    socket, OSError when the system refuses.
    """
    host, colon, port = address.rpartition(":")
    if colon and port.isdigit():
        if int(port) > 0xFFFF:
            raise ValueError(f"no port: {port}")
        return socket.create_server((host.strip("[]") or LOOPBACK, int(port)), family=_family(host))
    if "/" not in address:
        raise ValueError(f"neither HOST:PORT nor a path: {address}")
    path = Path(address)
    if path.exists():
        if not path.is_socket():
            raise FileExistsError(errno.EEXIST, "is no socket", address)
        if _is_served(address):
            raise OSError(errno.EADDRINUSE, "somebody listens there", address)
        path.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        before = os.umask(0o177)
        try:
            listener.bind(address)
        finally:
            os.umask(before)
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


def _is_served(path: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knock:
        return knock.connect_ex(path) == 0


def address_of(listener: socket.socket) -> str:
    """What clients connect to."""
    name = listener.getsockname()
    if isinstance(name, str):
        return name
    return f"[{name[0]}]:{name[1]}" if ":" in name[0] else f"{name[0]}:{name[1]}"


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


class SocketPort:
    """One thread moves bytes. All callbacks are made on it, `on_idle` when all that came was read.

    A second client is turned away while the first is there.
    """

    def __init__(
        self,
        address: str,
        *,
        on_data: Callable[[bytes], None],
        on_idle: Callable[[], None],
        on_client_gone: Callable[[], None],
    ) -> None:
        self._on_data = on_data
        self._on_idle = on_idle
        self._on_client_gone = on_client_gone
        self._out = Outbox()
        self._client: socket.socket | None = None
        self._stopping = False
        self._listener = open_listener(address)
        self._listener.setblocking(False)
        self._address = address_of(self._listener)
        self._thread = threading.Thread(target=self._loop, name="virtual-modem-socket", daemon=True)
        self._thread.start()

    @property
    def path(self) -> str:
        """`HOST:PORT` or the path of the socket."""
        return self._address

    @property
    def has_client(self) -> bool:
        """Whether somebody is connected."""
        return self._client is not None

    def send(self, data: bytes) -> None:
        """Queue bytes for the client; callable from any thread."""
        self._out.put(data)
        if threading.current_thread() is not self._thread:
            self.wake()

    def wake(self) -> None:
        """Have the thread look at what is queued."""
        self._out.wake()

    def close(self) -> None:
        """Hang up and stop listening."""
        if self._stopping:
            return
        self._stopping = True
        self.wake()
        if self._thread is not threading.current_thread():
            self._thread.join(timeout=5)
        if self._client is not None:
            self._client.close()
            self._client = None
        self._listener.close()
        if "/" in self._address:
            Path(self._address).unlink(missing_ok=True)
        self._out.close()

    def _loop(self) -> None:
        while not self._stopping:
            waiting = [self._out.descriptor, self._listener.fileno()]
            writing: tuple[int, ...] = ()
            if self._client is not None:
                waiting.append(self._client.fileno())
                writing = () if self._out.is_empty else (self._client.fileno(),)
            ready, _ = wait_for(waiting, writing)
            if self._out.descriptor in ready:
                self._out.awake()
            self._read()
            if self._listener.fileno() in ready:
                self._accept()
            self._on_idle()
            self._write()

    def _accept(self) -> None:
        try:
            client, _ = self._listener.accept()
        except OSError:
            return
        if self._client is not None:
            client.close()
            return
        client.setblocking(False)
        if client.family != socket.AF_UNIX:
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._client = client

    def _read(self) -> None:
        if self._client is None:
            return
        try:
            data = self._client.recv(BLOCK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if data:
            self._on_data(data)
        else:
            self._drop()

    def _write(self) -> None:
        if self._client is None:
            self._out.clear()
            return
        try:
            self._out.give(self._client.send)
        except BlockingIOError:
            return
        except OSError:
            self._drop()

    def _drop(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None
            self._out.clear()
            self._on_client_gone()

"""The console on a TCP or Unix socket: several testers at a time, a line each way."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from pathlib import Path

from core.errors import BenchError
from firmware_bridge.virtual.socket_port import address_of, open_listener

LONGEST_LINE = 65_536
MOST_CLIENTS = 16


class ControlPort:
    """Serves `run` at `address` (`HOST:PORT`, loopback without a host, or a path) until `close`.

    Raises `modem.listen_failed`.
    """

    def __init__(self, address: str, run: Callable[[str], str]) -> None:
        self._run = run
        self._lock = threading.Lock()
        self._clients: dict[socket.socket, threading.Thread] = {}
        self._closing = False
        try:
            self._listener = open_listener(address)
        except (OSError, ValueError) as error:
            raise BenchError("modem.listen_failed", address=address, reason=str(error)) from error
        self.address = address_of(self._listener)
        """Where testers connect."""
        self._thread = threading.Thread(target=self._accept, name="virtual-modem-control", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening and hang up."""
        self._closing = True
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            clients = dict(self._clients)
        for client in clients:
            with contextlib.suppress(OSError):
                client.shutdown(socket.SHUT_RDWR)
        for thread in (self._thread, *clients.values()):
            if thread is not threading.current_thread():
                thread.join(timeout=5)
        if "/" in self.address:
            Path(self.address).unlink(missing_ok=True)

    def _accept(self) -> None:
        while not self._closing:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                if self._closing or len(self._clients) >= MOST_CLIENTS:
                    client.close()
                    continue
                thread = threading.Thread(target=self._serve, args=(client,), name="virtual-modem-console", daemon=True)
                self._clients[client] = thread
            thread.start()

    def _serve(self, client: socket.socket) -> None:
        try:
            with client, client.makefile("rb") as lines:
                while line := lines.readline(LONGEST_LINE):
                    client.sendall(self._run(line.decode("utf-8", "replace")).encode() + b"\n")
        except OSError:
            pass  # the tester left
        finally:
            with self._lock:
                self._clients.pop(client, None)

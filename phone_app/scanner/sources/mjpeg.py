"""Reads a Motion-JPEG stream (multipart/x-mixed-replace over HTTP) and keeps the newest picture only."""

from __future__ import annotations

import contextlib
import http.client
import logging
import socket
import threading
from typing import IO
from urllib.parse import urlsplit

log = logging.getLogger(__name__)

LARGEST_PICTURE = 16 << 20  # bytes; a broken length must not eat the memory
CONNECT_WALL_TIMEOUT = 2.0
READ_WALL_TIMEOUT = 10.0  # the stream repeats its picture at least every few seconds
RETRY_WALL_PAUSE = 0.25


def read_part(stream: IO[bytes]) -> bytes | None:
    """The body of the next part of a multipart stream; None at its end. Raises ValueError when it is malformed.

    RFC 2046 §5.1: a boundary line, header lines, an empty line, the body; here with the Content-Length that
    every common MJPEG camera sends.
    """
    length = None
    seen_header = False
    while True:
        line = stream.readline(1024)
        if not line:
            return None
        text = line.strip()
        if not text:
            if seen_header:
                break
            continue
        name, separator, value = text.partition(b":")
        if separator:
            seen_header = True
            if name.lower() == b"content-length":
                length = int(value)
        elif not text.startswith(b"--"):
            raise ValueError("neither boundary nor header")
    if length is None or not 0 < length <= LARGEST_PICTURE:
        raise ValueError("no usable length")
    body = stream.read(length)
    return body if len(body) == length else None


class MjpegReader:
    """Follows `url` on a thread of its own and connects again whenever the stream ends."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._changed = threading.Condition()
        self._stop = threading.Event()
        self._picture: bytes | None = None
        self._number = 0
        self._connected = False
        self._socket: socket.socket | None = None
        self._thread: threading.Thread | None = None

    @property
    def connected(self) -> bool:
        """Whether a stream is open at this moment."""
        return self._connected

    def start(self) -> None:
        """Begin to follow; calling again has no effect."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="mjpeg-reader", daemon=True)
            self._thread.start()

    def newest(self) -> tuple[int, bytes | None]:
        """The number of pictures seen so far and the last one as JPEG; None before the first and after a loss."""
        with self._changed:
            return self._number, self._picture

    def wait_newer(self, number: int, wall_timeout: float) -> bool:
        """Wait until more than `number` pictures were seen; False when the time ran out."""
        with self._changed:
            return self._changed.wait_for(lambda: self._number > number or self._stop.is_set(), wall_timeout)

    def close(self) -> None:
        """Stop and wait for the thread."""
        self._stop.set()
        with self._changed:
            self._changed.notify_all()
        if (open_socket := self._socket) is not None:
            with contextlib.suppress(OSError):
                open_socket.shutdown(socket.SHUT_RDWR)
        if self._thread is not None:
            self._thread.join(timeout=CONNECT_WALL_TIMEOUT + 1)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._follow()
            except (OSError, http.client.HTTPException, ValueError) as error:
                log.debug("stream %s: %s", self.url, error)
            self._connected = False
            with self._changed:
                self._picture = None
            self._stop.wait(RETRY_WALL_PAUSE)

    def _follow(self) -> None:
        address = urlsplit(self.url)
        connection = http.client.HTTPConnection(
            address.hostname or "127.0.0.1", address.port or 80, timeout=CONNECT_WALL_TIMEOUT
        )
        try:
            connection.connect()
            self._socket = connection.sock
            connection.sock.settimeout(READ_WALL_TIMEOUT)
            connection.request("GET", address.path or "/", headers={"Accept": "multipart/x-mixed-replace"})
            response = connection.getresponse()
            if response.status != http.client.OK:
                raise ValueError(f"status {response.status}")
            self._connected = True
            while not self._stop.is_set() and (body := read_part(response)) is not None:
                with self._changed:
                    self._picture = body
                    self._number += 1
                    self._changed.notify_all()
        finally:
            self._socket = None
            connection.close()

"""Listens in on a modem's line and cuts what it hears into lines."""

from __future__ import annotations

import re
import threading

_END = re.compile(rb"[\r\n]+")


class LineTap:
    """`take` comes on the modem's thread; `lines` may be read on any other."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        """All whole lines so far, without empty ones."""
        self._rest = b""
        self._lock = threading.Lock()

    def take(self, octets: bytes) -> None:
        """What was sent just now."""
        with self._lock:
            *whole, self._rest = _END.split(self._rest + octets)
            self.lines += [line.decode("ascii", "replace") for line in whole if line]

"""Bytes of a serial line cut into lines, whatever ends them and however they arrive."""

from __future__ import annotations

import re

LONGEST_LINE = 65_536
"""Bytes. An APDU answer of 64 kB would be twice as long in hex, but no modem sends one in one line; noise may."""
KEPT_NOISE = 80

_END = re.compile(rb"[\r\n]")
_TEXT = re.compile(rb"[\x20-\x7e\t]*")


class LineSplitter:
    """Ends lines at CR and at LF and drops empty ones, so that `\\r\\n`, `\\r`, `\\n` and `\\r\\r\\n` mean the same."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._searched = 0
        self._overlong = False

    def push(self, data: bytes) -> None:
        """Add bytes; NUL, which lines at rest show, is dropped."""
        self._buffer += data.replace(b"\0", b"") if b"\0" in data else data
        if len(self._buffer) > LONGEST_LINE and not _END.search(self._buffer):
            del self._buffer[KEPT_NOISE:]
            self._searched = 0
            self._overlong = True

    def next_line(self) -> str | bytes | None:
        """The next line as text; bytes when it is not ASCII text; None when no whole line is there."""
        while (end := _END.search(self._buffer, self._searched)) is not None:
            line = bytes(self._buffer[: end.start()])
            del self._buffer[: end.end()]
            self._searched = 0
            noisy, self._overlong = self._overlong, False
            if not line.strip():
                continue
            if noisy or _TEXT.fullmatch(line) is None:
                return line[:KEPT_NOISE]
            return line.decode("ascii").strip()
        self._searched = len(self._buffer)
        return None

    def take_prompt(self) -> bool:
        """True, once, when the unfinished line is a prompt `> `; ask only while one is expected."""
        if self._buffer[:2] == b"> ":
            del self._buffer[:2]
            self._searched = 0
            return True
        return False

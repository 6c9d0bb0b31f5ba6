"""A client that talks bytes, as other people's programs do."""

from __future__ import annotations

import os
import re
import select
import termios
import tty
from collections.abc import Callable
from types import TracebackType

FIRST, SECOND = "8981000000000000011", "8981000000000000029"
"""ICCIDs of the demonstration's profiles."""
FINAL = re.compile(rb"\r\n(OK|ERROR|\+CM[ES] ERROR: [^\r\n]*)\r\n")
PATIENCE = 5.0
"""Seconds of real time before a test gives up on an answer."""


class RawClient:
    """Opens the port as a stock C client does: raw, no baud rate, both directions flushed."""

    def __init__(self, path: str) -> None:
        self.descriptor = os.open(path, os.O_RDWR | os.O_NOCTTY)
        tty.setraw(self.descriptor)
        termios.tcflush(self.descriptor, termios.TCIOFLUSH)

    def __enter__(self) -> RawClient:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1

    def write(self, data: bytes) -> None:
        os.write(self.descriptor, data)

    def read_until(self, *ends: bytes) -> bytes:
        return self._read(lambda data: data.endswith(ends))

    def _read(self, complete: Callable[[bytes], bool]) -> bytes:
        data = b""
        while not complete(data):
            assert select.select([self.descriptor], [], [], PATIENCE)[0], f"no answer after {data!r}"
            data += os.read(self.descriptor, 4096)
        return data

    def ask(self, command: str) -> bytes:
        """Everything up to the final result, as the terminal gets it."""
        self.write(command.encode() + b"\r\n")
        return self._read(lambda data: FINAL.search(data) is not None)

    def lines(self, command: str) -> list[str]:
        """The lines of the answer without echo and empty lines."""
        answer = self.ask(command)
        final = FINAL.search(answer)
        assert final is not None
        text = answer[: final.end()].decode()  # a notice may follow
        return [line for line in text.split("\r\n") if line.strip() and not line.startswith(command)]

"""Faults on demand on the serial line: what silence, noise, a pulled plug, slowness and bad timing look like."""

from __future__ import annotations

import threading

from core.clock import Clock
from core.errors import BenchError
from core.faults import Faults

PORT = "modem.line"
KINDS = ("silence", "garbage", "unplugged", "slow", "urc_inside")
NOISE = b"\xf8\x80\x00\xfe~\x9c\r\n\xe6\x18\xff"
"""What a wrong baud rate makes of text."""
ODD_NOTICE = b"\r\nRING\r\n"
FINAL = b"\r\nOK\r\n"


class LineFaults:
    """Asks the port `modem.line` once for each command; the operation is the command's text, or `open`."""

    def __init__(self, faults: Faults, clock: Clock) -> None:
        faults.declare(PORT, KINDS)
        self._faults = faults
        self._clock = clock
        self._lock = threading.Lock()
        self._kind = ""
        self.unplugged = False

    def check_present(self, url: str) -> None:
        """Raise `modem.not_found` while the plug is pulled."""
        fault = self._faults.take(PORT, "open")
        if fault is not None and fault.kind == "unplugged":
            raise BenchError("modem.not_found", port=url, reason="unplugged on demand")

    def before_write(self, operation: str) -> bool:
        """Whether the command may go out; a slow line first takes its time (bench clock)."""
        fault = self._faults.take(PORT, operation)
        with self._lock:
            self._kind = fault.kind if fault else ""
        if fault is None:
            return True
        if fault.kind == "slow":
            self._clock.sleep(fault.delay)
        elif fault.kind == "unplugged":
            self.unplugged = True
        return fault.kind != "silence"

    def on_read(self, data: bytes) -> bytes:
        """What the client gets to see of `data` from the modem."""
        with self._lock:
            kind = self._kind
        if kind == "garbage":
            return NOISE + bytes(octet | 0x80 for octet in data)
        if kind == "urc_inside":
            head, final, tail = data.rpartition(FINAL)
            return head + ODD_NOTICE + final + tail if final else ODD_NOTICE + data
        return data

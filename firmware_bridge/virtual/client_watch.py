"""Who holds the pseudo-terminal open: inotify tells each open and close, so that state ends with its client."""

from __future__ import annotations

import ctypes
import os
import struct
import sys

IN_CLOSE_WRITE, IN_CLOSE_NOWRITE, IN_OPEN = 0x08, 0x10, 0x20
_HEADER = struct.Struct("iIII")


class ClientWatch:
    """Opens and closes of one device, in order. Where there is no inotify, it reports nothing (`descriptor` -1)."""

    def __init__(self, path: str) -> None:
        self.descriptor = -1
        if not sys.platform.startswith("linux"):
            return
        libc = ctypes.CDLL(None, use_errno=True)
        descriptor = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if descriptor < 0:
            return
        if libc.inotify_add_watch(descriptor, path.encode(), IN_OPEN | IN_CLOSE_WRITE | IN_CLOSE_NOWRITE) < 0:
            os.close(descriptor)
            return
        self.descriptor = descriptor

    def changes(self) -> list[int]:
        """+1 for each open, -1 for each close since the last call."""
        if self.descriptor < 0:
            return []
        try:
            data = os.read(self.descriptor, 65_536)
        except BlockingIOError:
            return []
        found: list[int] = []
        at = 0
        while at < len(data):
            _, mask, _, length = _HEADER.unpack_from(data, at)
            if mask & (IN_OPEN | IN_CLOSE_WRITE | IN_CLOSE_NOWRITE):
                found.append(1 if mask & IN_OPEN else -1)
            at += _HEADER.size + length
        return found

    def close(self) -> None:
        """Stop watching."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1

"""SELECT, STATUS and reading of the enabled profile's files (TS 102 221 §11.1)."""

from __future__ import annotations

from core.rsp.messages import USIM
from firmware_bridge.virtual.card.channel import Channel
from firmware_bridge.virtual.card.files import MF, File, FileSystem
from firmware_bridge.virtual.card.memory import CardMemory
from firmware_bridge.virtual.card.pins import Pins
from firmware_bridge.virtual.card.status import StatusWord


class FileAccess:
    """The commands for files; each raises `StatusWord` when it does not succeed."""

    def __init__(self, memory: CardMemory, pins: Pins) -> None:
        self._memory = memory
        self._pins = pins

    def select(self, channel: Channel, p1: int, p2: int, data: bytes) -> bytes:
        """SELECT of a file or the USIM: by identifier, path or name."""
        profile = self._memory.enabled
        files = FileSystem(profile) if profile is not None else None
        found: File | None = None
        if files is not None:
            current = channel.directory or files.root
            if p1 == 0x04:
                found = files.usim if len(data) >= len(USIM) and files.usim.aid.startswith(data) else None
            elif p1 == 0x00:
                found = files.select(int.from_bytes(data, "big") if data else MF, current)
            elif p1 in (0x08, 0x09):
                found = files.by_path(data, files.root if p1 == 0x08 else current)
        if found is None:
            raise StatusWord(0x6A82)
        channel.isd_r = False
        if found.is_directory:
            channel.directory, channel.file = found, None
        else:
            channel.file = found
        return b"" if p2 & 0x0C == 0x0C else found.control_parameters()

    @staticmethod
    def status(channel: Channel, p2: int) -> bytes:
        """STATUS of the current directory."""
        if channel.directory is None:
            raise StatusWord(0x6A82)
        return b"" if p2 == 0x0C else channel.directory.control_parameters()

    def _check_access(self, channel: Channel) -> None:
        if channel.file is not None and channel.file.needs_pin and not self._pins.open:
            raise StatusWord(0x6982)

    def read_binary(self, channel: Channel, p1: int, p2: int, expected: int | None) -> bytes:
        """READ BINARY from an offset."""
        self._check_access(channel)
        if channel.file is None or channel.file.data is None:
            raise StatusWord(0x6986 if channel.file is None else 0x6981)
        content = channel.file.data[p1 << 8 | p2 :]
        if not content:
            raise StatusWord(0x6B00)
        if expected is None or expected == 0:
            return content
        if expected > len(content):
            raise StatusWord(0x6C00 | len(content))
        return content[:expected]

    def read_record(self, channel: Channel, p1: int, p2: int, expected: int | None) -> bytes:
        """READ RECORD by its number, in absolute mode."""
        self._check_access(channel)
        if channel.file is None or not channel.file.records:
            raise StatusWord(0x6986 if channel.file is None else 0x6981)
        if p2 & 0x07 != 0x04:
            raise StatusWord(0x6A86)
        if not 1 <= p1 <= len(channel.file.records):
            raise StatusWord(0x6A83)
        record = channel.file.records[p1 - 1]
        if expected and expected != len(record) and len(record) < 256:
            raise StatusWord(0x6C00 | len(record))
        return record

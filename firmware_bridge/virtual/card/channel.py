"""A logical channel: what is selected on it, and what came and goes in pieces (TS 102 221 §10.1, ISO/IEC 7816-4 §5)."""

from __future__ import annotations

from dataclasses import dataclass, field

from firmware_bridge.virtual.card.files import File


@dataclass
class Channel:
    """What one channel has selected and what it still has to give."""

    isd_r: bool = False
    directory: File | None = None
    file: File | None = None
    pending: bytes = b""
    received: bytearray = field(default_factory=bytearray)
    next_block: int = 0
    streaming: bool = False

    def end_chain(self) -> None:
        """The next STORE DATA begins a new chain."""
        self.received.clear()
        self.next_block = 0
        self.streaming = False


def read_command(apdu: bytes) -> tuple[bytes, int | None, bool]:
    """Data, Le (None when absent) and whether the lengths fit (ISO/IEC 7816-4 §5.1, short form)."""
    if len(apdu) == 4:
        return b"", None, True
    length = apdu[4]
    if len(apdu) == 5:
        return b"", length, True
    if len(apdu) == 5 + length:
        return apdu[5:], None, True
    if len(apdu) == 6 + length:
        return apdu[5:-1], apdu[-1], True
    return b"", None, False

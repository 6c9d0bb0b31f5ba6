"""Files in profile elements: which file a tag means, and what fills it (TCA profile package format §8.3, annex A)."""

from __future__ import annotations

from dataclasses import dataclass

from core.rsp import tlv
from core.rsp.tlv import TlvError

LARGEST_FILE = 0x7FFF
"""Bytes; a larger one has no place in a SIM of this bench."""
FILES: dict[int, dict[int, int]] = {
    0xB0: {0xA3: 0x2F05, 0xA4: 0x2FE2, 0xA5: 0x2F00},
    0xB3: {0xA3: 0x6F07, 0xA8: 0x6F38, 0xAD: 0x6F46, 0xB2: 0x6F78, 0xB5: 0x6FAD, 0xB6: 0x6FB7},
    0xB4: {0xA2: 0x6F05, 0xA5: 0x6F3E, 0xA6: 0x6F3F, 0xA7: 0x6F40},
}
"""File identifiers by element (PE-MF, PE-USIM, PE-OPT-USIM) and the file's tag in it."""
RECORD_FILES = (0x2F00, 0x6F40, 0x6FB7)
DESCRIPTOR, OFFSET, CONTENT = (0xA1, 0x62), (0x82, 0x02), (0x83, 0x04)
"""Tags of the parts of a File, automatic and as universal types."""


@dataclass(frozen=True)
class FilledFile:
    """What an element fills a file with. `record`: bytes of one record, None where the element does not say."""

    data: bytes
    record: int | None = None

    @classmethod
    def from_value(cls, value: bytes) -> FilledFile:
        """Lay the parts one after the other with their gaps. Raises `TlvError` for what is no file or too large."""
        data, record, size = bytearray(), None, 0
        for tag, content in tlv.items(value):
            if tag in DESCRIPTOR:
                size, record = _descriptor(content)
            elif tag in OFFSET:
                gap = int.from_bytes(content, "big")
                if gap > LARGEST_FILE:
                    raise TlvError("file too large")
                data += b"\xff" * gap
            elif tag in CONTENT:
                data += content
            if max(len(data), size) > LARGEST_FILE:
                raise TlvError("file too large")
        return cls(bytes(data.ljust(size, b"\xff")), record)

    def records(self) -> list[bytes]:
        """The records; the last is padded."""
        size = self.record or len(self.data) or 1
        return [self.data[at : at + size].ljust(size, b"\xff") for at in range(0, len(self.data), size)]


def _descriptor(value: bytes) -> tuple[int, int | None]:
    """Size and record length from a file's control parameters (TS 102 222 §6.3.2.2.2)."""
    size, record = 0, None
    for tag, content in tlv.items(value):
        if tag == 0x80:
            size = int.from_bytes(content, "big")
        elif tag == 0x82 and len(content) >= 4:
            record = int.from_bytes(content[2:4], "big") or None
    return size, record

"""BER-TLV: tags of one to three bytes, lengths of one to four (ISO/IEC 8825-1 §8.1, ETSI TS 101 220)."""

from __future__ import annotations

from collections.abc import Iterator

DEEPEST = 16
"""No ES10 message nests deeper; bad input must not exhaust the stack."""


class TlvError(ValueError):
    """The bytes are no well-formed TLV, or lack what the message must have."""


def encode(tag: int, value: bytes) -> bytes:
    """`tag` (as the number its bytes spell, 0xBF2D) with `value`."""
    head = tag.to_bytes(max(1, (tag.bit_length() + 7) // 8), "big")
    length = len(value)
    if length < 0x80:
        return head + bytes((length,)) + value
    size = (length.bit_length() + 7) // 8
    return head + bytes((0x80 | size,)) + length.to_bytes(size, "big") + value


def read_head(data: bytes, at: int = 0) -> tuple[int, int, int]:
    """Tag, value length and position of the value of the TLV at `at`; the value may reach beyond the data."""
    try:
        end = at + 1
        if data[at] & 0x1F == 0x1F:
            while data[end] & 0x80:
                end += 1
            end += 1
            if end - at > 3:
                raise TlvError("tag longer than 3 bytes")
        tag = int.from_bytes(data[at:end], "big")
        length = data[end]
        end += 1
        if length & 0x80:
            size = length & 0x7F
            if not 1 <= size <= 3 or end + size > len(data):
                raise TlvError("length not supported")
            length = int.from_bytes(data[end : end + size], "big")
            end += size
    except IndexError as error:
        raise TlvError("truncated") from error
    return tag, length, end


def read(data: bytes, at: int = 0) -> tuple[int, bytes, int]:
    """Tag, value and the position after the TLV at `at`."""
    tag, length, start = read_head(data, at)
    if start + length > len(data):
        raise TlvError("truncated")
    return tag, data[start : start + length], start + length


def items(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The TLVs that follow each other in `data`."""
    at = 0
    while at < len(data):
        tag, value, at = read(data, at)
        yield tag, value


def read_tags(data: bytes) -> list[int]:
    """The tags in a tag list (value of `5C`, SGP.22 §5.7.15)."""
    tags: list[int] = []
    at = 0
    while at < len(data):
        end = at + 1
        if data[at] & 0x1F == 0x1F:
            while end < len(data) and data[end] & 0x80:
                end += 1
            end += 1
        if end > len(data):
            raise TlvError("truncated tag list")
        tags.append(int.from_bytes(data[at:end], "big"))
        at = end
    return tags


def write_tags(tags: list[int]) -> bytes:
    """`tags` as a tag list."""
    return b"".join(tag.to_bytes((tag.bit_length() + 7) // 8, "big") for tag in tags)

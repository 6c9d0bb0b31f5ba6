"""A bound profile package cut into the pieces that a card takes one after the other (SGP.22 §2.5.5, §5.7.6).

The cuts follow the package's own structure and never a size: servers disagree on how long a segment may be.
"""

from __future__ import annotations

from core.rsp import tlv
from core.rsp.tlv import TlvError

PACKAGE, SECURE_CHANNEL = 0xBF36, 0xBF23
CONFIGURE, METADATA, KEYS, ELEMENTS = 0xA0, 0xA1, 0xA2, 0xA3
_ORDER = (SECURE_CHANNEL, CONFIGURE, METADATA, KEYS, ELEMENTS)
_SEGMENTS = {METADATA: 0x88, ELEMENTS: 0x86}
"""Parts of which the head goes alone and each segment for itself."""


def split(package: bytes) -> list[bytes]:
    """The pieces of `package`, each for a STORE DATA chain of its own; together they are the package.

    Raises `TlvError` when it is not one whole `BF36` with its parts in the standard's order.
    """
    tag, length, start = tlv.read_head(package)
    if tag != PACKAGE or start + length != len(package):
        raise TlvError("no whole bound profile package")
    pieces: list[bytes] = []
    at, place = start, 0
    while at < len(package):
        part, size, content = tlv.read_head(package, at)
        if part not in _ORDER[place:] or content + size > len(package):
            raise TlvError(f"{part:X} does not belong there")
        place = _ORDER.index(part) + 1
        end = content + size
        if part == SECURE_CHANNEL:
            pieces.append(package[:end])
        elif part in _SEGMENTS:
            pieces.append(package[at:content])
            pieces += _segments(package[content:end], _SEGMENTS[part])
        else:
            pieces.append(package[at:end])
        at = end
    if place != len(_ORDER) or len(pieces) < 6 or not package[start:].startswith(b"\xbf\x23"):
        raise TlvError("the bound profile package lacks a part")
    return pieces


def _segments(value: bytes, wanted: int) -> list[bytes]:
    found: list[bytes] = []
    at = 0
    while at < len(value):
        tag, _, end = tlv.read(value, at)
        if tag != wanted:
            raise TlvError(f"{tag:X} among the segments {wanted:X}")
        found.append(value[at:end])
        at = end
    return found

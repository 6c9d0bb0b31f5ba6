"""A text cut into messages that belong together, and put together again (TS 23.040 §9.2.3.24.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.sms.alphabet import ESCAPE, is_gsm, to_septets
from core.sms.pdu import MOST_OCTETS, MOST_SEPTETS, UCS2, UserData

MOST_PARTS = 255
_HEADER = 6
"""Octets of a user data header with one 8-bit concatenation element, its length included."""
_SMALL, _LARGE = 0x00, 0x08
"""Information elements with 8 and 16 bit references."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which part of which message."""

    reference: int
    total: int
    number: int


def split_text(text: str, reference: int) -> tuple[int, list[UserData]]:
    """The data coding scheme and the parts of `text`. Raises ValueError over 255 parts."""
    if is_gsm(text):
        coding, body, most = 0, to_septets(text), MOST_SEPTETS
        room = MOST_SEPTETS - (8 * _HEADER + 6) // 7
    else:
        coding, body, most = UCS2, text.encode("utf-16-be", "surrogatepass"), MOST_OCTETS
        room = MOST_OCTETS - _HEADER
    if len(body) <= most:
        return coding, [UserData(body)]
    pieces = list(_pieces(body, room, coding))
    if len(pieces) > MOST_PARTS:
        raise ValueError("a text of more than 255 messages")
    return coding, [
        UserData(piece, bytes((_SMALL, 3, reference & 0xFF, len(pieces), number)))
        for number, piece in enumerate(pieces, 1)
    ]


def _pieces(body: bytes, room: int, coding: int) -> Iterator[bytes]:
    at = 0
    while at < len(body):
        end = min(at + room, len(body))
        if end < len(body):
            if coding == UCS2 and 0xD8 <= body[end - 2] <= 0xDB:  # half a pair of surrogates
                end -= 2
            elif coding != UCS2 and body[end - 1] == ESCAPE:
                end -= 1
        yield body[at:end]
        at = end


def place_of(header: bytes) -> Place | None:
    """The concatenation element in a user data header, if there is a sound one."""
    at = 0
    while at + 2 <= len(header):
        kind, length = header[at], header[at + 1]
        value = header[at + 2 : at + 2 + length]
        if len(value) == length and (kind, length) in ((_SMALL, 3), (_LARGE, 4)):
            place = Place(int.from_bytes(value[:-2], "big"), value[-2], value[-1])
            return place if 1 <= place.number <= place.total else None
        at += 2 + length
    return None


def join_text(coding: int, parts: Iterable[UserData]) -> str:
    """The text of parts in any order; those that are missing are left out."""
    ordered = sorted(parts, key=lambda part: place.number if (place := place_of(part.header)) else 0)
    return UserData(b"".join(part.body for part in ordered)).text(coding)

"""Command and response APDUs: STORE DATA chains, GET RESPONSE, wrong Le (ISO/IEC 7816-4, SGP.22 §5.7.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

Transmit = Callable[[bytes], bytes]
"""Hands one command APDU to the card and gives its answer with the two status bytes at the end."""

DEFAULT_BLOCK = 120
"""Data bytes in one STORE DATA: every modem known takes that many."""
LONGEST_BLOCK = 255
MOST_ROUNDS = 300
"""GET RESPONSE rounds after which a card is believed to be out of order (64 kB by 256)."""


class CardError(Exception):
    """The card answered with a status word that is no success."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(f"status word {status:04X}")


@dataclass(frozen=True, slots=True)
class Response:
    """Data and status word of an answer."""

    data: bytes
    status: int

    @property
    def ok(self) -> bool:
        """9000, or 91xx: done, and the card has a proactive command waiting (TS 102 221 §10.2.1)."""
        return self.status == 0x9000 or self.status >> 8 == 0x91


def parse_response(raw: bytes) -> Response:
    """Split data and status word; raises `CardError` with status 0 when there is none."""
    if len(raw) < 2:
        raise CardError(0)
    return Response(raw[:-2], int.from_bytes(raw[-2:], "big"))


def with_channel(cla: int, channel: int) -> int:
    """`cla` for a logical channel 0 to 19 (TS 102 221 §10.1.1)."""
    if channel < 4:
        return (cla & ~0x43) | channel
    return (cla & ~0x4F) | 0x40 | (channel - 4)


def channel_of(cla: int) -> int:
    """The logical channel that a class byte names."""
    return 4 + (cla & 0x0F) if cla & 0x40 else cla & 0x03


def exchange(transmit: Transmit, apdu: bytes) -> Response:
    """Send `apdu`, fetch all of a long answer (61xx), repeat with the right Le (6Cxx)."""
    data = bytearray()
    cla = apdu[0]
    response = parse_response(transmit(apdu))
    for _ in range(MOST_ROUNDS):
        data += response.data
        kind, count = response.status >> 8, response.status & 0xFF
        if kind == 0x61:
            response = parse_response(transmit(bytes((cla, 0xC0, 0, 0, count))))
        elif kind == 0x6C:
            apdu = (apdu[:4] if len(apdu) <= 5 else apdu) + bytes((count,))
            response = parse_response(transmit(apdu))
        else:
            return Response(bytes(data), response.status)
    raise CardError(response.status)


def store_data(command: bytes, block: int = DEFAULT_BLOCK, cla: int = 0x80) -> Iterator[bytes]:
    """The STORE DATA APDUs that carry one ES10 command: P1 11 for more, 91 for the last, P2 counts from 0."""
    pieces = [command[at : at + block] for at in range(0, len(command), block)] or [b""]
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        yield bytes((cla, 0xE2, 0x91 if last else 0x11, number & 0xFF, len(piece))) + piece


def select_aid(aid: bytes, cla: int = 0x00) -> bytes:
    """SELECT by name, first occurrence, answer with its file control information (TS 102 221 §11.1.1)."""
    return bytes((cla, 0xA4, 0x04, 0x00, len(aid))) + aid

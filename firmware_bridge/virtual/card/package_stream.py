"""Cuts a bound profile package into its parts while it arrives in pieces of any size (SGP.22 §2.5.4).

Ends of STORE DATA chains mean nothing here: only the lengths in the package say where a part ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.rsp import tlv
from core.rsp.messages_bpp import BoundProfilePackage, BppCommand, InitialiseSecureChannel

SEGMENT_BYTES = 1020
"""Most of one segment, tag and length included, as the standard has it (§2.5.3)."""
TOLERATED_BYTES = 16_384
"""What a card that is not strict takes: some servers send 1036."""
LONGEST_HEAD = 7

CONFIGURE, METADATA, KEYS, ELEMENTS = 0xA0, 0xA1, 0xA2, 0xA3
_SEGMENT_TAGS = {CONFIGURE: 0x87, METADATA: 0x88, KEYS: 0x87, ELEMENTS: 0x86}
_NEXT = {
    0: (InitialiseSecureChannel.TAG,),
    InitialiseSecureChannel.TAG: (CONFIGURE,),
    CONFIGURE: (METADATA,),
    METADATA: (KEYS, ELEMENTS),
    KEYS: (ELEMENTS,),
    ELEMENTS: (),
}
_COMMANDS = {
    0: BppCommand.INITIALISE_SECURE_CHANNEL,
    InitialiseSecureChannel.TAG: BppCommand.INITIALISE_SECURE_CHANNEL,
    CONFIGURE: BppCommand.CONFIGURE_ISDP,
    METADATA: BppCommand.STORE_METADATA,
    KEYS: BppCommand.REPLACE_SESSION_KEYS,
    ELEMENTS: BppCommand.LOAD_PROFILE_ELEMENTS,
}


class StructureError(Exception):
    """The bytes are no bound profile package in the standard's order."""


@dataclass(frozen=True)
class Part:
    """The secure channel's beginning (`inside` 0, whole TLV), one segment, or (`tag` 0) the end of a run of them."""

    inside: int
    tag: int
    data: bytes = b""


class PackageStream:
    """Feed it; it gives the parts in order. `finished` after the last byte that the package's head announced."""

    def __init__(self, *, strict: bool) -> None:
        self._most = SEGMENT_BYTES if strict else TOLERATED_BYTES
        self._buffer = bytearray()
        self._left: int | None = None  # bytes of the package that are not read yet; None before its head
        self._run_left = 0
        self._place = 0  # tag of the part we are in or have just left
        self._inside = False

    @property
    def command(self) -> BppCommand:
        """The step that these bytes belong to."""
        return _COMMANDS[self._place]

    @property
    def between_parts(self) -> bool:
        """No part is half there."""
        return not self._buffer

    @property
    def finished(self) -> bool:
        """All of the package has come."""
        return self._left == 0 and self._place == ELEMENTS and not self._inside

    def feed(self, data: bytes) -> Iterator[Part]:
        """The parts that `data` completes; raises `StructureError`."""
        self._buffer += data
        while True:
            if self._inside and self._run_left == 0:
                self._inside = False
                yield Part(self._place, 0)
            if self._left == 0 and not self._inside:
                if not self.finished or self._buffer:
                    raise StructureError("package too short or too long")
                return
            if not self._buffer:
                return
            head = self._head()
            if head is None:
                return
            part = self._step(*head)
            if part is None:
                return
            if part.tag:
                yield part

    def _head(self) -> tuple[int, int, int] | None:
        try:
            return tlv.read_head(bytes(self._buffer[:LONGEST_HEAD]))
        except tlv.TlvError as error:
            if len(self._buffer) >= LONGEST_HEAD:
                raise StructureError("no TLV") from error
            return None

    def _step(self, tag: int, length: int, start: int) -> Part | None:
        """Take one head or one whole part; None to wait for more, a `Part` of tag 0 to go on."""
        if self._left is None:
            if tag != BoundProfilePackage.TAG:
                raise StructureError("no package")
            self._drop(start)
            self._left = length
            return Part(0, 0)
        if start + length > (self._run_left if self._inside else self._left):
            raise StructureError("longer than what it is in")
        if self._inside:
            if tag != _SEGMENT_TAGS[self._place] or start + length > self._most:
                raise StructureError("no segment that belongs here")
            return self._whole(tag, length, start)
        if tag not in _NEXT[self._place]:
            raise StructureError("parts out of order")
        if tag == InitialiseSecureChannel.TAG:
            if start + length > SEGMENT_BYTES:
                raise StructureError("secure channel too long")
            part = self._whole(tag, length, start)
            self._place = tag if part is not None else 0
            return part
        self._place, self._inside, self._run_left = tag, True, length
        self._drop(start)
        self._left -= start
        return Part(tag, 0)

    def _whole(self, tag: int, length: int, start: int) -> Part | None:
        end = start + length
        if end > len(self._buffer):
            return None
        with_head = tag == InitialiseSecureChannel.TAG
        data = bytes(self._buffer[0 if with_head else start : end])
        self._drop(end)
        self._left = (self._left or 0) - end
        if self._inside:
            self._run_left -= end
        return Part(self._place, tag, data)

    def _drop(self, count: int) -> None:
        del self._buffer[:count]

"""The card as the modem sees it: one APDU in, one answer out, on up to four channels (TS 102 221 §10 and §11)."""

from __future__ import annotations

from pathlib import Path

from core.clock import Clock
from core.errors import BenchError
from core.faults import Faults
from core.randomness import Randomness
from core.rsp import tlv
from core.rsp.messages import ISD_R
from firmware_bridge.euicc.apdu import channel_of
from firmware_bridge.virtual.card.channel import Channel, read_command
from firmware_bridge.virtual.card.file_access import FileAccess
from firmware_bridge.virtual.card.files import FileSystem
from firmware_bridge.virtual.card.given import read_given
from firmware_bridge.virtual.card.isdr import IsdR
from firmware_bridge.virtual.card.keys import CardKeys
from firmware_bridge.virtual.card.memory import CardMemory
from firmware_bridge.virtual.card.pins import INSTRUCTIONS, Pins
from firmware_bridge.virtual.card.status import MEMORY_FAILURE, StatusWord

CHANNELS = 4
"""Channel 0 and three logical ones, as most cards have."""
SVN = bytes((2, 2, 2))
LONGEST_COMMAND = 65_536
"""Bytes of one ES10 command over all its STORE DATA blocks."""

OK = b"\x90\x00"


class Card:
    """A UICC with an eUICC. Not safe for threads: the modem talks to it alone.

    `pki` is the folder of the bench's test CI; without it the card makes its own beside its memory. Files in
    `folder/given` make it somebody else's card (`given.read_given`, whose errors it raises). A `strict` card
    refuses segments of a profile package that are longer than the standard's.
    """

    def __init__(
        self,
        folder: Path,
        *,
        clock: Clock,
        faults: Faults,
        randomness: Randomness,
        pki: Path | None = None,
        preinstalled: bool = True,
        eid: str = "",
        strict: bool = False,
    ) -> None:
        self.memory = CardMemory(folder, preinstalled=preinstalled, eid=eid)
        given = read_given(folder / "given")
        if given is not None:
            self.memory.become(given.eid)
        self._pins = Pins(self.memory)
        self._files = FileAccess(self.memory, self._pins)
        self._isd_r = IsdR(
            self.memory,
            CardKeys(folder, self.memory.eid, clock=clock, randomness=randomness, pki=pki, given=given),
            faults,
            self._want_refresh,
            clock=clock,
            randomness=randomness,
            strict=strict,
        )
        self.refresh_wanted = False
        """A REFRESH waits to be carried out by the modem (TS 31.111 §6.4.7)."""
        self._channels: dict[int, Channel] = {0: Channel()}

    def reset(self) -> None:
        """Cold reset: every channel is closed, nothing is selected."""
        self._channels = {0: Channel()}
        self._isd_r.reset()
        self._pins.reset()
        self.refresh_wanted = False

    def files(self) -> FileSystem | None:
        """The files of the enabled profile; None when there is none."""
        profile = self.memory.enabled
        return FileSystem(profile) if profile is not None else None

    def open_channel(self) -> int | None:
        """A free logical channel, or None."""
        for number in range(1, CHANNELS):
            if number not in self._channels:
                self._channels[number] = Channel()
                return number
        return None

    def close_channel(self, number: int) -> bool:
        """Close a logical channel; False if it is not open."""
        if number == 0 or self._channels.pop(number, None) is None:
            return False
        self._isd_r.leave(number)
        return True

    def transmit(self, apdu: bytes) -> bytes:
        """Carry out one command APDU; the answer ends in the status word."""
        if len(apdu) < 4:
            return _status(0x6700)
        number = channel_of(apdu[0])
        channel = self._channels.get(number)
        if channel is None:
            return _status(0x6881)
        data, expected, well_formed = read_command(apdu)
        if not well_formed:
            return _status(0x6700)
        instruction = apdu[1]
        if instruction != 0xC0:
            channel.pending = b""
        try:
            answer = self._carry_out(channel, apdu, instruction, data, expected)
        except StatusWord as status:
            return _status(status.status)
        # Without Le on channel 0 an answer is announced first, as T=0 does.
        limit = 0 if number == 0 and expected is None and data else (expected or 256)
        return self._give(channel, answer, limit)

    def _carry_out(self, channel: Channel, apdu: bytes, instruction: int, data: bytes, expected: int | None) -> bytes:
        p1, p2 = apdu[2], apdu[3]
        if instruction == 0xA4:
            self._isd_r.leave(channel_of(apdu[0]))
            channel.end_chain()
            if p1 == 0x04 and data == ISD_R:
                return self._select_isd_r(channel)
            return self._files.select(channel, p1, p2, data)
        if instruction == 0xC0:
            if not channel.pending:
                raise StatusWord(0x6985)
            return channel.pending
        if instruction == 0x70:
            return self._manage_channel(p1, p2)
        if instruction == 0xE2 and apdu[0] & 0x80:
            return self._store_data(channel_of(apdu[0]), channel, p1, p2, data)
        if instruction == 0xB0:
            return self._files.read_binary(channel, p1, p2, expected)
        if instruction == 0xB2:
            return self._files.read_record(channel, p1, p2, expected)
        if instruction == 0xF2:
            return self._files.status(channel, p2)
        if instruction == 0xAA and apdu[0] & 0x80:  # TERMINAL CAPABILITY
            return b""
        if instruction in INSTRUCTIONS:
            return self._pin(instruction, p2, data)
        raise StatusWord(0x6D00)

    @staticmethod
    def _select_isd_r(channel: Channel) -> bytes:
        channel.isd_r, channel.directory, channel.file = True, None, None
        control = tlv.encode(0x84, ISD_R) + tlv.encode(0xA5, tlv.encode(0x9F65, b"\xff"))
        return tlv.encode(0x6F, control + tlv.encode(0xE0, tlv.encode(0x82, SVN)))

    def _manage_channel(self, p1: int, p2: int) -> bytes:
        if p1 == 0x00 and p2 == 0x00:
            opened = self.open_channel()
            if opened is None:
                raise StatusWord(0x6A81)
            return bytes((opened,))
        if p1 == 0x80 and self.close_channel(p2):
            return b""
        raise StatusWord(0x6A86)

    def _store_data(self, number: int, channel: Channel, p1: int, p2: int, data: bytes) -> bytes:
        if not channel.isd_r:
            raise StatusWord(0x6985)
        last = bool(p1 & 0x80)
        if p2 == 0 and channel.next_block & 0xFF:  # the one before was left unfinished
            channel.end_chain()
        if p2 != channel.next_block & 0xFF:
            channel.end_chain()
            raise StatusWord(0x6A86)
        if channel.next_block == 0:
            channel.streaming = self._isd_r.wants_stream(number, data, last)
        channel.next_block += 1
        if channel.streaming:
            return self._stream(number, channel, data, last)
        if len(channel.received) + len(data) > LONGEST_COMMAND:
            channel.end_chain()
            raise StatusWord(0x6A84)
        channel.received += data
        if not last:
            return b""
        command = bytes(channel.received)
        channel.end_chain()
        return self._isd_r.command(command)

    def _stream(self, number: int, channel: Channel, data: bytes, last: bool) -> bytes:
        try:
            return self._isd_r.stream(number, data, last)
        except StatusWord:
            last = True
            raise
        finally:
            if last:
                channel.end_chain()

    def _pin(self, instruction: int, p2: int, data: bytes) -> bytes:
        try:
            self._pins.command(instruction, p2, data)
        except BenchError as error:
            raise StatusWord(MEMORY_FAILURE) from error
        return b""

    @staticmethod
    def _give(channel: Channel, answer: bytes, limit: int) -> bytes:
        """At most `limit` bytes now, the rest by GET RESPONSE."""
        channel.pending = answer[limit:]
        if not channel.pending:
            return answer + OK
        return answer[:limit] + bytes((0x61, len(channel.pending) if len(channel.pending) < 256 else 0))

    def _want_refresh(self) -> None:
        self.refresh_wanted = True


def _status(status: int) -> bytes:
    return status.to_bytes(2, "big")

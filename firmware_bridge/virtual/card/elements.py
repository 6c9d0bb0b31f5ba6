"""Reads a profile package as it arrives: who it is for, its files, its keys (TCA eUICC Profile Package format 2.x)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.rsp import profile_elements as pe
from core.rsp import tlv
from core.rsp.iccid import unswap_digits
from core.rsp.tlv import TlvError
from firmware_bridge.virtual.card.element_files import FILES, RECORD_FILES, FilledFile

LONGEST_HEAD = 7
"""Bytes of a tag and a length."""
SUPPORTED_VERSIONS = (1, 2, 3)
KEY_SIZES = (16, 32)


class PeStatus:
    """PEStatus: what the interpreter says of an element."""

    OK = 0
    BAD_VALUES = 3
    NOT_ENOUGH_MEMORY = 4
    INVALID_FORMAT = 5
    UNSUPPORTED_VERSION = 31


class ElementError(Exception):
    """An element is refused; `status` is a `PeStatus`."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(f"element status {status}")


@dataclass
class ProfileContents:
    """What the card keeps of a package. Texts are hex but for the digits of ICCID, IMSI and number."""

    iccid: str = ""
    imsi: str = ""
    msisdn: str = ""
    files: dict[str, str | list[str]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    size: int = 0


class ElementReader:
    """Fed with the plain bytes of a package, cut anywhere; `limit` is how many the card has room for."""

    def __init__(self, limit: int) -> None:
        self.contents = ProfileContents()
        self._limit = limit
        self._buffer = bytearray()
        self._ended = False

    def feed(self, data: bytes) -> None:
        """Take more bytes; raises `ElementError`."""
        self.contents.size += len(data)
        if self.contents.size > self._limit:
            raise ElementError(PeStatus.NOT_ENOUGH_MEMORY)
        self._buffer += data
        while self._buffer:
            if self._ended:
                raise ElementError(PeStatus.INVALID_FORMAT)
            element = self._next()
            if element is None:
                return
            self._take(*element)

    def finish(self) -> ProfileContents:
        """The whole; raises `ElementError` when the end or what a profile must have is missing."""
        if not self._ended or self._buffer:
            raise ElementError(PeStatus.INVALID_FORMAT)
        return self.contents

    def _next(self) -> tuple[int, bytes] | None:
        """Tag and value of the next element, None until all of it is there."""
        try:
            tag, length, start = tlv.read_head(bytes(self._buffer[:LONGEST_HEAD]))
        except TlvError:
            if len(self._buffer) >= LONGEST_HEAD:
                raise ElementError(PeStatus.INVALID_FORMAT) from None
            return None
        if self.contents.size - len(self._buffer) + start + length > self._limit:
            raise ElementError(PeStatus.NOT_ENOUGH_MEMORY)
        if start + length > len(self._buffer):
            return None
        value = bytes(self._buffer[start : start + length])
        del self._buffer[: start + length]
        return tag, value

    def _take(self, tag: int, value: bytes) -> None:
        if tag & 0xC0 != 0x80 or (tag == pe.ProfileHeader.TAG) == bool(self.contents.iccid):
            raise ElementError(PeStatus.INVALID_FORMAT)  # no element, or the header not first and once
        try:
            if tag == pe.ProfileHeader.TAG:
                self._take_header(pe.ProfileHeader.from_value(value))
            elif tag == pe.PinCodes.TAG:
                self._take_codes("pin", pe.PinCodes.from_value(value).codes)
            elif tag == pe.PukCodes.TAG:
                self._take_codes("puk", pe.PukCodes.from_value(value).codes)
            elif tag == pe.AkaParameter.TAG:
                self._take_keys(pe.AkaParameter.from_value(value))
            elif tag in FILES:
                self._take_files(FILES[tag], value)
            elif tag == pe.End.TAG:
                self._ended = True
        except TlvError as error:
            raise ElementError(PeStatus.BAD_VALUES) from error

    def _take_header(self, header: pe.ProfileHeader) -> None:
        if header.major not in SUPPORTED_VERSIONS:
            raise ElementError(PeStatus.UNSUPPORTED_VERSION)
        if not header.iccid.isdigit():
            raise ElementError(PeStatus.BAD_VALUES)
        self.contents.iccid = header.iccid

    def _take_codes(self, name: str, codes: Iterable[pe.PinCode | pe.PukCode]) -> None:
        for code in codes:
            self.contents.keys[f"{name}{code.reference}"] = code.value.hex()

    def _take_keys(self, parameter: pe.AkaParameter) -> None:
        for algorithm in parameter.configuration[:1]:  # none: another application's keys are meant
            if len(algorithm.key) not in KEY_SIZES or len(algorithm.opc) not in KEY_SIZES:
                raise ElementError(PeStatus.BAD_VALUES)
            self.contents.keys |= {
                "algorithm": f"{algorithm.algorithm:02x}",
                "k": algorithm.key.hex(),
                "opc": algorithm.opc.hex(),
            }

    def _take_files(self, names: dict[int, int], value: bytes) -> None:
        for tag, content in tlv.items(value):
            identifier = names.get(tag)
            if identifier is None or not (file := FilledFile.from_value(content)).data:
                continue
            key = f"{identifier:04X}"
            if identifier in RECORD_FILES:
                self.contents.files[key] = [record.hex() for record in file.records()]
            else:
                self.contents.files[key] = file.data.hex()
            if identifier == 0x6F07:
                self.contents.imsi = _imsi(file.data)
            elif identifier == 0x6F40:
                self.contents.msisdn = _number(file.records()[0])


def _imsi(data: bytes) -> str:
    """The digits of EF.IMSI (TS 31.102 §4.2.2)."""
    digits = unswap_digits(data[1 : 1 + data[0]])[1:]
    if not 1 <= data[0] <= 8 or not digits.isdigit() or not 6 <= len(digits) <= 15:
        raise ElementError(PeStatus.BAD_VALUES)
    return digits


def _number(record: bytes) -> str:
    """The digits of one record of EF.MSISDN; "" for an empty one (TS 31.102 §4.2.26)."""
    tail = record[-14:]
    if len(tail) < 14 or not 1 < tail[0] <= 11:
        return ""
    digits = unswap_digits(tail[2 : 1 + tail[0]])
    return digits if digits.isdigit() else ""

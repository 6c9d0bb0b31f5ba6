"""How the values inside TLVs are coded: numbers, texts, ICCIDs, versions, bit strings."""

from __future__ import annotations

from typing import Any

from core.rsp import tlv
from core.rsp.iccid import decode_iccid, encode_iccid
from core.rsp.tlv import TlvError


class Codec:
    """Writes a Python value as the value of a TLV and reads it back; raises `TlvError` on what cannot be."""

    def encode(self, value: Any) -> bytes:
        """The bytes of `value`."""
        raise NotImplementedError

    def decode(self, data: bytes) -> Any:
        """The value in `data`."""
        raise NotImplementedError


class Octets(Codec):
    """Bytes as they are."""

    def encode(self, value: Any) -> bytes:
        return bytes(value)

    def decode(self, data: bytes) -> Any:
        return data


class Integer(Codec):
    """INTEGER, not negative where ES10 uses it; a leading zero keeps the sign bit clear (X.690 §8.3)."""

    def encode(self, value: Any) -> bytes:
        number = int(value)
        return number.to_bytes(number.bit_length() // 8 + 1, "big")

    def decode(self, data: bytes) -> Any:
        if not 1 <= len(data) <= 8:
            raise TlvError("INTEGER of an unlikely size")
        return int.from_bytes(data, "big")


class Boolean(Codec):
    """BOOLEAN: FF true, 00 false; any other value than zero is read as true (X.690 §8.2)."""

    def encode(self, value: Any) -> bytes:
        return b"\xff" if value else b"\x00"

    def decode(self, data: bytes) -> Any:
        return any(data)


class Text(Codec):
    """UTF8String; what is no UTF-8 is shown with replacement marks instead of losing the message."""

    def encode(self, value: Any) -> bytes:
        return str(value).encode()

    def decode(self, data: bytes) -> Any:
        return data.decode("utf-8", "replace")


class Iccid(Codec):
    """ICCID as digits, always 10 bytes on the wire."""

    def encode(self, value: Any) -> bytes:
        return encode_iccid(value)

    def decode(self, data: bytes) -> Any:
        return decode_iccid(data)


class HexDigits(Codec):
    """Digits two a byte in plain order, as the EID is."""

    def encode(self, value: Any) -> bytes:
        return bytes.fromhex(value)

    def decode(self, data: bytes) -> Any:
        return data.hex()


class Version(Codec):
    """VersionType: three bytes, major, minor, revision (SGP.22 §5.7.8)."""

    def encode(self, value: Any) -> bytes:
        return bytes(int(part) for part in value.split("."))

    def decode(self, data: bytes) -> Any:
        return ".".join(str(part) for part in data)


class Bits(Codec):
    """BIT STRING as the set of its bit numbers, bit 0 first (X.690 §8.6); trailing zero bits are left out (DER)."""

    def encode(self, value: Any) -> bytes:
        if not value:
            return b"\x00"
        highest = max(value)
        octets = bytearray(highest // 8 + 1)
        for bit in value:
            octets[bit // 8] |= 0x80 >> bit % 8
        return bytes((7 - highest % 8,)) + bytes(octets)

    def decode(self, data: bytes) -> Any:
        if not data or data[0] > 7:
            raise TlvError("BIT STRING without its first byte")
        return frozenset(
            index * 8 + bit for index, octet in enumerate(data[1:]) for bit in range(8) if octet & 0x80 >> bit
        )


class TagList(Codec):
    """A list of tags as numbers."""

    def encode(self, value: Any) -> bytes:
        return tlv.write_tags(value)

    def decode(self, data: bytes) -> Any:
        return tlv.read_tags(data)


class Whole(Codec):
    """The TLV with its tag and length, as signatures and certificates need it (SGP.22 §2.6.7)."""

    def __init__(self, tag: int) -> None:
        self._tag = tag

    def encode(self, value: Any) -> bytes:
        tag, content, end = tlv.read(value)
        if tag != self._tag or end != len(value):
            raise TlvError(f"expected one {self._tag:X}")
        return content

    def decode(self, data: bytes) -> Any:
        return tlv.encode(self._tag, data)


class ObjectIdentifier(Codec):
    """OBJECT IDENTIFIER as dotted text (X.690 §8.19)."""

    def encode(self, value: Any) -> bytes:
        try:
            first, second, *rest = (int(part) for part in value.split("."))
        except ValueError as error:
            raise TlvError("an object identifier is at least two numbers") from error
        return b"".join(_base_128(number) for number in (first * 40 + second, *rest))

    def decode(self, data: bytes) -> Any:
        if not data or data[-1] & 0x80:
            raise TlvError("OBJECT IDENTIFIER is cut")
        numbers, number = [], 0
        for octet in data:
            number = number << 7 | octet & 0x7F
            if not octet & 0x80:
                numbers.append(number)
                number = 0
        first = min(numbers[0] // 40, 2)
        return ".".join(map(str, (first, numbers[0] - 40 * first, *numbers[1:])))


def _base_128(number: int) -> bytes:
    octets = [number & 0x7F]
    while number := number >> 7:
        octets.append(number & 0x7F | 0x80)
    return bytes(reversed(octets))


OCTETS, INTEGER, BOOLEAN, TEXT = Octets(), Integer(), Boolean(), Text()
ICCID, HEX_DIGITS, VERSION, BITS, TAG_LIST = Iccid(), HexDigits(), Version(), Bits(), TagList()
SEQUENCE, OID = Whole(0x30), ObjectIdentifier()

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


OCTETS, INTEGER, BOOLEAN, TEXT = Octets(), Integer(), Boolean(), Text()
ICCID, HEX_DIGITS, VERSION, BITS, TAG_LIST = Iccid(), HexDigits(), Version(), Bits(), TagList()

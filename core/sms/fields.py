"""Parts that the transfer PDUs share: addresses, time stamps, data coding schemes (TS 23.040 §9.1.2, §9.2.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Literal

from core.sms.alphabet import from_septets, pack, to_septets, unpack

NATIONAL, INTERNATIONAL, ALPHANUMERIC = 0x81, 0x91, 0xD0
"""Types of address (§9.1.2.5): unknown numbering, international, a name."""
LONGEST_NUMBER = 20
_DIGITS = "0123456789*#abc"
Alphabet = Literal["gsm", "octets", "ucs2"]


class PduError(ValueError):
    """The octets are no PDU of the kind asked for."""


@dataclass(frozen=True, slots=True)
class Address:
    """A number or a name with its type of address."""

    number: str
    kind: int = NATIONAL

    @classmethod
    def of(cls, text: str) -> Address:
        """`+81…` is international, digits are national, anything else is a name."""
        if text[:1] == "+" and text[1:].isdigit():
            return cls(text[1:], INTERNATIONAL)
        if text and all(letter in _DIGITS for letter in text):
            return cls(text, NATIONAL)
        return cls(text, ALPHANUMERIC)

    @property
    def is_name(self) -> bool:
        """True for an alphanumeric address."""
        return self.kind & 0x70 == 0x50

    def __str__(self) -> str:
        return f"+{self.number}" if self.kind & 0x70 == 0x10 else self.number

    def encode(self) -> bytes:
        """Length in semi-octets, type and value (§9.1.2.5). Raises `PduError` for what fits no address."""
        if self.is_name:
            value = pack(to_septets(self.number))
            length = (7 * len(to_septets(self.number)) + 3) // 4
        else:
            value, length = semi_octets(self.number), len(self.number)
        if length > LONGEST_NUMBER:
            raise PduError(f"address too long: {self.number}")
        return bytes((length, self.kind)) + value

    @classmethod
    def decode(cls, octets: Octets) -> Address:
        """Read one from `octets`."""
        length, kind = octets.take(2)
        if length > LONGEST_NUMBER or not kind & 0x80:
            raise PduError("no address")
        value = octets.take((length + 1) // 2)
        if kind & 0x70 == 0x50:
            return cls(from_septets(unpack(value, 4 * length // 7)), kind)
        return cls(from_semi_octets(value)[:length], kind)


class Octets:
    """A reader that never runs over the end. Raises `PduError` instead."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        """The next `count` octets."""
        part = self._data[self._at : self._at + count]
        if len(part) < count:
            raise PduError("truncated")
        self._at += count
        return part

    def one(self) -> int:
        """The next octet."""
        return self.take(1)[0]

    def rest(self) -> bytes:
        """Everything that is left."""
        return self.take(len(self._data) - self._at)


def semi_octets(digits: str) -> bytes:
    """Digits in pairs, the first one low, filled up with F (§9.1.2.3). Raises `PduError`."""
    nibbles = [_nibble(digit) for digit in digits]
    nibbles += [15] * (len(nibbles) % 2)
    return bytes(low | high << 4 for low, high in zip(nibbles[::2], nibbles[1::2], strict=True))


def _nibble(digit: str) -> int:
    value = _DIGITS.find(digit)
    if value < 0 or not digit:
        raise PduError(f"no digit: {digit!r}")
    return value


def from_semi_octets(octets: bytes) -> str:
    """The digits of `octets`; F ends them."""
    return "".join((_DIGITS + " ")[nibble] for octet in octets for nibble in (octet & 15, octet >> 4)).strip()


def encode_time(when: datetime) -> bytes:
    """A time stamp with its zone in quarters of an hour (§9.2.3.11). `when` must know its zone."""
    offset = when.utcoffset() or timedelta()
    quarters = round(offset / timedelta(minutes=15))
    fields = (when.year % 100, when.month, when.day, when.hour, when.minute, when.second, abs(quarters))
    stamp = bytearray((value % 10) << 4 | value // 10 for value in fields)
    stamp[6] |= 0x08 if quarters < 0 else 0
    return bytes(stamp)


def decode_time(stamp: bytes) -> datetime:
    """The instant in its own zone; years are of this century. Raises `PduError` for an impossible one."""
    negative = bool(stamp[6] & 0x08)
    fields = [(octet & 15) * 10 + (octet >> 4) for octet in stamp[:6]]
    quarters = (stamp[6] & 7) * 10 + (stamp[6] >> 4)
    try:
        zone = timezone(timedelta(minutes=-15 * quarters if negative else 15 * quarters))
        year, month, day, hour, minute, second = fields
        return datetime(2000 + year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError as error:
        raise PduError("no time stamp") from error


def at_time(when: datetime) -> str:
    """`yy/MM/dd,hh:mm:ss±zz` as AT answers show it (TS 27.005 §3.1, <scts>)."""
    quarters = round((when.utcoffset() or timedelta()) / timedelta(minutes=15))
    return when.strftime("%y/%m/%d,%H:%M:%S") + f"{quarters:+03d}"


def alphabet_of(coding: int) -> Alphabet:
    """What the user data is written in under data coding scheme `coding` (TS 23.038 §4)."""
    group = coding >> 4
    if group < 8:
        if coding & 0x20:  # compressed: opaque to everybody here
            return "octets"
        return ("gsm", "octets", "ucs2", "gsm")[coding >> 2 & 3]
    if group == 0xE:
        return "ucs2"
    return "octets" if group == 0xF and coding & 0x04 else "gsm"

"""SMS-SUBMIT, SMS-DELIVER and SMS-STATUS-REPORT as octets and as values (TS 23.040 §9.2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.sms.alphabet import from_septets, pack, unpack
from core.sms.fields import (
    Address,
    Octets,
    PduError,
    alphabet_of,
    decode_time,
    encode_time,
    from_semi_octets,
    semi_octets,
)

DELIVER, SUBMIT, STATUS_REPORT = 0, 1, 2
"""TP-MTI (§9.2.3.1)."""
MOST_OCTETS, MOST_SEPTETS = 140, 160
UCS2 = 0x08
DELIVERED = 0x00
"""TP-ST: received by the other side (§9.2.3.15)."""


@dataclass(frozen=True, slots=True)
class UserData:
    """TP-UD. `body` holds septets, one an octet, where the coding is GSM 7 bit; else octets. `header` has no length."""

    body: bytes = b""
    header: bytes = b""

    def text(self, coding: int) -> str:
        """The text; octets that are no text are shown in hexadecimal. Never fails."""
        alphabet = alphabet_of(coding)
        if alphabet == "gsm":
            return from_septets(self.body)
        if alphabet == "ucs2":
            return self.body[: len(self.body) // 2 * 2].decode("utf-16-be", "replace")
        return self.body.hex().upper()

    def encode(self, coding: int) -> bytes:
        """TP-UDL and TP-UD (§9.2.3.16, §9.2.3.24). Raises `PduError` when it is too long for one message."""
        header = bytes((len(self.header),)) + self.header if self.header else b""
        if alphabet_of(coding) != "gsm":
            length, octets = len(header) + len(self.body), header + self.body
        else:
            before = (8 * len(header) + 6) // 7
            length = before + len(self.body)
            octets = header + pack(self.body, 7 * before - 8 * len(header))
        if len(octets) > MOST_OCTETS:
            raise PduError("user data too long")
        return bytes((length,)) + octets

    @classmethod
    def decode(cls, octets: Octets, coding: int, with_header: bool) -> UserData:
        """Read TP-UDL and TP-UD to the end."""
        length = octets.one()
        packed = alphabet_of(coding) == "gsm"
        data = octets.take((7 * length + 7) // 8 if packed else length)
        if len(data) > MOST_OCTETS or octets.rest():
            raise PduError("wrong length of the user data")
        header = b""
        if with_header:
            if not data or data[0] >= len(data):
                raise PduError("user data header longer than the user data")
            header = data[1 : 1 + data[0]]
        used = len(header) + 1 if with_header else 0
        if not packed:
            return cls(data[used:], header)
        before = (8 * used + 6) // 7
        if before > length:
            raise PduError("no room for the user data header")
        return cls(unpack(data[used:], length - before, 7 * before - 8 * used), header)


@dataclass(frozen=True, slots=True)
class Submit:
    """From the phone to the service centre (§9.2.2.2). `validity` is TP-VP as it came; its length tells the format."""

    destination: Address
    data: UserData
    coding: int = 0
    reference: int = 0
    protocol: int = 0
    validity: bytes = b""
    enhanced: bool = False
    reject_duplicates: bool = False
    wants_report: bool = False
    reply_path: bool = False

    def encode(self) -> bytes:
        """The TPDU."""
        kind = {0: 0, 1: 2, 7: 1 if self.enhanced else 3}.get(len(self.validity))
        if kind is None:
            raise PduError("no validity period")
        first = SUBMIT | self.reject_duplicates << 2 | kind << 3 | self.wants_report << 5
        first |= bool(self.data.header) << 6 | self.reply_path << 7
        head = bytes((first, self.reference)) + self.destination.encode() + bytes((self.protocol, self.coding))
        return head + self.validity + self.data.encode(self.coding)


@dataclass(frozen=True, slots=True)
class Deliver:
    """From the service centre to the phone (§9.2.2.1)."""

    originator: Address
    time: datetime
    data: UserData
    coding: int = 0
    protocol: int = 0
    more_to_come: bool = False
    report_given: bool = False
    reply_path: bool = False

    def encode(self) -> bytes:
        """The TPDU."""
        first = DELIVER | (not self.more_to_come) << 2 | self.report_given << 5
        first |= bool(self.data.header) << 6 | self.reply_path << 7
        head = bytes((first,)) + self.originator.encode() + bytes((self.protocol, self.coding))
        return head + encode_time(self.time) + self.data.encode(self.coding)


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What became of a message (§9.2.2.3)."""

    reference: int
    recipient: Address
    time: datetime
    discharged: datetime
    status: int = DELIVERED

    def encode(self) -> bytes:
        """The TPDU, without optional parameters."""
        head = bytes((STATUS_REPORT | 4, self.reference)) + self.recipient.encode()
        return head + encode_time(self.time) + encode_time(self.discharged) + bytes((self.status,))


Tpdu = Submit | Deliver | StatusReport


def decode_submit(tpdu: bytes) -> Submit:
    """A TPDU on its way to the service centre. Raises `PduError`."""
    octets = Octets(tpdu)
    first = octets.one()
    if first & 3 != SUBMIT:
        raise PduError("no SMS-SUBMIT")
    reference = octets.one()
    destination = Address.decode(octets)
    protocol, coding = octets.take(2)
    format_ = first >> 3 & 3
    validity = octets.take((0, 7, 1, 7)[format_])
    return Submit(
        destination,
        UserData.decode(octets, coding, bool(first & 0x40)),
        coding,
        reference,
        protocol,
        validity,
        format_ == 1,
        bool(first & 0x04),
        bool(first & 0x20),
        bool(first & 0x80),
    )


def decode_delivery(tpdu: bytes) -> Deliver | StatusReport:
    """A TPDU on its way to the phone. Raises `PduError`."""
    octets = Octets(tpdu)
    first = octets.one()
    if first & 3 == DELIVER:
        originator = Address.decode(octets)
        protocol, coding = octets.take(2)
        time = decode_time(octets.take(7))
        data = UserData.decode(octets, coding, bool(first & 0x40))
        return Deliver(
            originator, time, data, coding, protocol, not first & 0x04, bool(first & 0x20), bool(first & 0x80)
        )
    if first & 3 == STATUS_REPORT:
        reference = octets.one()
        recipient = Address.decode(octets)
        time, discharged = decode_time(octets.take(7)), decode_time(octets.take(7))
        return StatusReport(reference, recipient, time, discharged, octets.one())
    raise PduError("no SMS-DELIVER")


def with_centre(centre: str, tpdu: bytes) -> bytes:
    """`tpdu` behind the service centre's address, as AT commands show it (TS 27.005 §3.1, <pdu>)."""
    if not centre:
        return b"\0" + tpdu
    address = Address.of(centre)
    value = bytes((address.kind,)) + semi_octets(address.number)
    return bytes((len(value),)) + value + tpdu


def split_centre(pdu: bytes) -> tuple[str, bytes]:
    """The service centre's number (empty: the one that is set) and the TPDU. Raises `PduError`."""
    octets = Octets(pdu)
    value = octets.take(octets.one())
    if len(value) > 11:
        raise PduError("no service centre")
    number = str(Address(from_semi_octets(value[1:]), value[0])) if len(value) > 1 else ""
    return number, octets.rest()

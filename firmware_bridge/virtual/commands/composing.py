"""A message as a client types it: octets in PDU mode, or a text with the parameters of +CSMP (TS 27.005 §3.1)."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from core.sms.alphabet import to_septets
from core.sms.fields import Address, PduError, alphabet_of
from core.sms.pdu import Submit, UserData, decode_submit, split_centre
from firmware_bridge.virtual.charsets import from_wire
from firmware_bridge.virtual.commands.table import Call, SmsError

BAD_PDU, BAD_TEXT = 304, 305
_VALIDITY_RELATIVE, _VALIDITY_FORMAT, _REPORT, _DUPLICATES, _HEADER, _REPLY = 0x10, 0x18, 0x20, 0x04, 0x40, 0x80


def parse_pdu(text: bytes, length: int, submit: bool = True) -> tuple[str, bytes]:
    """The service centre and the TPDU that were typed; `length` is its octets. Raises `SmsError`."""
    try:
        centre, tpdu = split_centre(bytes.fromhex(text.decode("ascii")))
        if submit:
            decode_submit(tpdu)
    except ValueError as error:  # PduError is one
        raise SmsError(BAD_PDU) from error
    if len(tpdu) != length:
        raise SmsError(BAD_PDU)
    return centre, tpdu


def typed_address(call: Call, index: int) -> str:
    """A number in the character set, or in plain digits whatever the set is."""
    wire = call.text(index)
    if call.session.charset in ("UCS2", "HEX"):
        with contextlib.suppress(ValueError):
            wire = from_wire(wire, call.session.charset)
    try:
        address = Address.of(wire)
        address.encode()
    except PduError as error:
        raise SmsError(BAD_TEXT) from error
    if not wire or address.is_name:
        raise SmsError(BAD_TEXT)
    return wire


def typed_message(call: Call, number: str, text: bytes, again: bool = False) -> bytes:
    """The TPDU of a text to `number`; with `again` `text` is a TPDU that gets another destination."""
    try:
        if again:
            return replace(decode_submit(text), destination=Address.of(number)).encode()
        first, protocol, coding = (call.session.number("+CSMP", index) for index in (0, 2, 3))
        relative = first & _VALIDITY_FORMAT == _VALIDITY_RELATIVE
        return Submit(
            Address.of(number),
            _data(call, text, coding, bool(first & _HEADER)),
            coding,
            0,
            protocol,
            bytes((call.session.number("+CSMP", 1),)) if relative else b"",
            False,
            bool(first & _DUPLICATES),
            bool(first & _REPORT),
            bool(first & _REPLY),
        ).encode()
    except ValueError as error:
        raise SmsError(BAD_TEXT) from error


def _data(call: Call, text: bytes, coding: int, with_header: bool) -> UserData:
    """Letters of the character set for GSM text; hexadecimal octets for everything else."""
    if alphabet_of(coding) == "gsm" and not with_header:
        letters = from_wire(text.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n"), call.session.charset)
        return UserData(to_septets(letters))
    octets = bytes.fromhex(text.decode("ascii"))
    if not with_header:
        return UserData(octets)
    size = octets[0] if octets else 0
    return UserData(octets[1 + size :], octets[1 : 1 + size])

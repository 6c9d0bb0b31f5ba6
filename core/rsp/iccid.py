"""Card and subscriber numbers as cards store them: two digits a byte, halves swapped (TS 102 221 §13.2)."""

from __future__ import annotations

from core.rsp.tlv import TlvError

ICCID_BYTES = 10


def encode_iccid(iccid: str) -> bytes:
    """Always 10 bytes, padded with F: cards compare all of them, also for an ICCID of 18 or 19 digits."""
    if not iccid.isdigit() or not 10 <= len(iccid) <= 20:
        raise TlvError("an ICCID has 10 to 20 digits")
    return swap_digits(iccid.ljust(20, "F"))


def decode_iccid(data: bytes) -> str:
    """The digits without the padding."""
    return unswap_digits(data)


def encode_imsi(imsi: str) -> bytes:
    """EF.IMSI: length, then parity and digits (TS 31.102 §4.2.2)."""
    digits = f"{9 if len(imsi) % 2 else 1}{imsi}"
    coded = swap_digits(digits + "F" * (len(digits) % 2))
    return (bytes((len(coded),)) + coded).ljust(9, b"\xff")


def swap_digits(digits: str) -> bytes:
    """Pairs of digits with their halves swapped; the number of digits must be even."""
    return bytes.fromhex("".join(digits[at + 1] + digits[at] for at in range(0, len(digits), 2)))


def unswap_digits(data: bytes) -> str:
    """The digits up to the padding. Halves above 9 other than F, which no number has, stay visible as letters."""
    return "".join(pair[1] + pair[0] for pair in (f"{octet:02X}" for octet in data)).rstrip("F")

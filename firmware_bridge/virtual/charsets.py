"""Text in AT strings under the four character sets of +CSCS (TS 27.007 §5.5)."""

from __future__ import annotations

from core.sms.alphabet import from_septets, to_septets

CHARACTER_SETS = ("GSM", "IRA", "UCS2", "HEX")


def to_wire(text: str, charset: str) -> str:
    """`text` as letters of the line: GSM codes, ASCII, or hexadecimal."""
    if charset == "GSM":
        return to_septets(text).decode("latin-1")
    if charset == "UCS2":
        return text.encode("utf-16-be", "surrogatepass").hex().upper()
    if charset == "HEX":
        return to_septets(text).hex().upper()
    return text.encode("ascii", "replace").decode("ascii")


def from_wire(wire: str, charset: str) -> str:
    """The text that a client wrote. Raises ValueError where hexadecimal was due and none came."""
    if charset == "GSM":
        return from_septets(wire.encode("latin-1", "replace"))
    if charset == "UCS2":
        octets = bytes.fromhex(wire)
        if len(octets) % 2:
            raise ValueError("half a character")
        return octets.decode("utf-16-be", "replace")
    if charset == "HEX":
        return from_septets(bytes.fromhex(wire))
    return wire

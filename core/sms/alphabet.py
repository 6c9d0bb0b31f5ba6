"""The GSM 7 bit default alphabet with its extension table, and septets packed into octets (TS 23.038 §6)."""

from __future__ import annotations

DEFAULT = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""§6.2.1, in the order of the codes."""
EXTENSION = {
    0x0A: "\f",
    0x14: "^",
    0x28: "{",
    0x29: "}",
    0x2F: "\\",
    0x3C: "[",
    0x3D: "~",
    0x3E: "]",
    0x40: "|",
    0x65: "€",
}
"""§6.2.1.1, after an escape."""
ESCAPE = 0x1B
SUBSTITUTE = ord("?")

_CODES = {letter: bytes((code,)) for code, letter in enumerate(DEFAULT) if code != ESCAPE}
_CODES |= {letter: bytes((ESCAPE, code)) for code, letter in EXTENSION.items()}


def is_gsm(text: str) -> bool:
    """Whether every letter of `text` is in the alphabet."""
    return all(letter in _CODES for letter in text)


def to_septets(text: str) -> bytes:
    """One septet an octet; letters outside the alphabet become question marks."""
    return b"".join(_CODES.get(letter, b"?") for letter in text)


def from_septets(septets: bytes) -> str:
    """The text of `septets`; an unknown extension shows the letter of the main table (§6.2.1.1, note 1)."""
    letters: list[str] = []
    escaped = False
    for septet in septets:
        code = septet & 0x7F
        if escaped:
            letters.append(EXTENSION.get(code, DEFAULT[code] if code != ESCAPE else " "))
            escaped = False
        elif code == ESCAPE:
            escaped = True
        else:
            letters.append(DEFAULT[code])
    return "".join(letters) + (" " if escaped else "")


def pack(septets: bytes, fill: int = 0) -> bytes:
    """Septets into octets, lowest bits first, after `fill` zero bits (§6.1.2.1)."""
    bits = 0
    for place, septet in enumerate(septets):
        bits |= (septet & 0x7F) << (fill + 7 * place)
    return bits.to_bytes((fill + 7 * len(septets) + 7) // 8, "little")


def unpack(octets: bytes, count: int, fill: int = 0) -> bytes:
    """`count` septets out of `octets`. Raises ValueError when they do not hold so many."""
    if fill + 7 * count > 8 * len(octets):
        raise ValueError(f"{len(octets)} octets hold no {count} septets")
    bits = int.from_bytes(octets, "little") >> fill
    return bytes(bits >> 7 * place & 0x7F for place in range(count))

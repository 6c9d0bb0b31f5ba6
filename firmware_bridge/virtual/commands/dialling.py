"""What follows ATD: a number, a place in a phone book, a service code or a data connection (TS 27.007 §6.2 to §6.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DATA = re.compile(r"\*(?:99|98)(?:\*[^*#]*){0,2}(?:\*(\d*))?#")
_NUMBER = re.compile(r"\+?[0-9*#A-Ca-c,WwPp]{1,80}")
_SERVICE = re.compile(r"[*#][0-9*#]*#")
_MODIFIERS = "IiGg"
LONGEST = 40


@dataclass(frozen=True, slots=True)
class DialString:
    """A dial command taken apart. `voice`: it ended in `;`. `context` is the one that a data connection uses."""

    number: str = ""
    voice: bool = False
    service: bool = False
    data: bool = False
    context: int = 1
    from_book: bool = False
    storage: str = ""


def parse_dial(raw: str) -> DialString | None:
    """The meaning of `raw`, or None when it has none."""
    text = raw.strip()
    voice = text.endswith(";")
    text = text.rstrip(";")
    if text[:1] in ("T", "t", "P", "p"):
        text = text[1:]
    if match := _DATA.fullmatch(text):
        return DialString(text, data=True, context=int(match[1] or 1))
    if text in ("L", "l"):
        return DialString("1", voice=voice, from_book=True, storage="LD")
    if text.startswith(">"):
        return _from_book(text[1:].strip(_MODIFIERS if '"' not in text else ""), voice)
    if _SERVICE.fullmatch(text):
        return DialString(text, voice=voice, service=True)
    text = text.rstrip(_MODIFIERS)
    if not _NUMBER.fullmatch(text) or len(text) > LONGEST:
        return None
    number = re.sub(r"[,WwPp]", "", text)
    return DialString(number, voice=voice) if number.strip("+") else None


def _from_book(text: str, voice: bool) -> DialString | None:
    if text.startswith('"') and text.endswith('"'):
        return DialString(text[1:-1], voice=voice, from_book=True)
    match = re.fullmatch(r'(?:"?([A-Za-z]{2})"?)?(\d+)', text)
    return DialString(match[2], voice=voice, from_book=True, storage=(match[1] or "").upper()) if match else None

"""People's names: the given name in the two orders that Japanese and Western names have."""

from __future__ import annotations

import unicodedata


def given_name(name: str) -> str:
    """The name a car greets its driver with: the last word of a Japanese name, the first of any other."""
    words = name.split()
    if not words:
        return ""
    return words[-1] if _is_japanese(name) else words[0]


def _is_japanese(text: str) -> bool:
    kinds = ("CJK UNIFIED", "HIRAGANA", "KATAKANA")
    return any(unicodedata.name(letter, "").startswith(kinds) for letter in text)

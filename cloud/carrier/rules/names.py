"""Names as Japanese forms ask for them: once in katakana, once as they are written."""

from __future__ import annotations

import re
import unicodedata

_KATAKANA = re.compile(r"[\u30a1-\u30f4\u30fc]+")
"""Full-width: ァ to ヴ and the long-vowel mark."""
_JAPANESE = re.compile(
    r"[\u3041-\u3096\u30a1-\u30fa\u30fc\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+"
)
"""Hiragana, katakana, 々〆〇 and all Han letters, those outside the first plane (𠮷) too."""


def clean_name(typed: str) -> str:
    """Half-width katakana made full-width, compatibility forms of Han letters made plain ones, no spaces."""
    plain = "".join(unicodedata.normalize("NFKC", typed).split())
    return unicodedata.normalize("NFKC", plain)  # marks that a space kept from their letter


def is_katakana(name: str) -> bool:
    """True for full-width katakana only."""
    return _KATAKANA.fullmatch(name) is not None


def is_japanese(name: str) -> bool:
    """True for letters that Japanese names are written in."""
    return _JAPANESE.fullmatch(name) is not None

"""Labels that the guides quote, and whether one of them can be read on a screen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_QUOTED = {"ja": re.compile("「([^「」]+)」"), "en": re.compile(r'["“]([^"“”]+)["”]')}
_SPACE = re.compile(r"\s+")
_TAIL = re.compile(r"[\s….。,、:：!！]*(?:[(（]?\d+\s*%?[)）]?)?[\s….。]*$")
"""What may follow a label on a screen without changing it: a full stop, dots of waiting, a figure of progress."""


def quoted_labels(text: str, language: str) -> list[str]:
    """The texts that a row of the guide quotes: 「…」 in Japanese, "…" in English; in printed order."""
    return [label.strip() for label in _QUOTED[language].findall(text)]


def normal(text: str) -> str:
    """Compatible letters made equal (NFKC), white space made one space: how a label is compared."""
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text)).strip()


def _core(text: str) -> str:
    return _TAIL.sub("", normal(text))


def is_seen(label: str, texts: Iterable[str]) -> bool:
    """True if `label` is one of the texts, or a line of one; a tail of stops, dots or progress does not count.

    A label inside a longer sentence is not that label: "Continue" is not on a screen that says "Press Continue".
    """
    wanted, core = normal(label), _core(label)
    for text in texts:
        for line in (text, *text.splitlines()):
            shown = normal(line)
            if shown == wanted or (core and _core(line) == core):
                return True
    return False

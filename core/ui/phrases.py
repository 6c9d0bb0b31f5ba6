"""Japanese lines that break between phrases: no lone kana at a line's end, on every width of every screen.

Qt breaks Japanese between any two letters. BudouX finds the phrases; a word joiner (U+2060) between the letters of a
phrase keeps it together. Where a phrase is wider than its place it still breaks.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    import budoux

WORD_JOINER = "\u2060"
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
SHORTEST = 12
"""Letters; shorter texts are names and buttons, which seldom wrap."""


def keep_phrases(text: str) -> str:
    """`text` with its phrases held together; Latin words and numbers keep together by themselves."""
    if len(text) < SHORTEST or not JAPANESE.search(text):
        return text
    return "\n".join("".join(_joined(phrase) for phrase in _parser().parse(line)) for line in text.split("\n"))


def without_joiners(text: str) -> str:
    """The text as a person reads it."""
    return text.replace(WORD_JOINER, "")


def keep_phrases_in(translations: str) -> str:
    """A Qt Linguist file whose translations all have their phrases held together."""
    root = ElementTree.fromstring(translations)  # noqa: S314
    for translation in root.iter("translation"):
        if translation.text:
            translation.text = keep_phrases(translation.text)
    return ElementTree.tostring(root, encoding="unicode")


@cache
def _parser() -> budoux.Parser:
    import budoux

    return budoux.load_default_japanese_parser()


def _joined(phrase: str) -> str:
    letters = [phrase[:1]]
    for before, letter in pairwise(phrase):
        if not (before.isspace() or letter.isspace() or (before.isascii() and letter.isascii())):
            letters.append(WORD_JOINER)
        letters.append(letter)
    return "".join(letters)

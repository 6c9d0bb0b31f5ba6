"""The catalogue of the guides (`assets/guide/catalogue.tsv`): every printed step and rule, one a row, word for word."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.errors import BenchError
from core.paths import ASSETS

NOT_ACTIONABLE = frozenset({"doc", "user", "all"})
"""Actors of rows that are text only: nobody can see or press them on a screen of the bench."""

BORROWED = "~"
"""Marks wording taken over from the sibling guide, because this guide does not print the row in that language."""

COLUMNS = ("id", "source", "track", "step", "actor", "text_ja", "text_en", "precondition", "outcome", "notes")


@dataclass(frozen=True)
class Row:
    """One row. `actor` is where it is seen or pressed: `head-unit`, `phone-app`, `idp`, `carrier-site`…"""

    id: str
    source: str
    track: str
    step: str
    actor: str
    text_ja: str
    text_en: str
    precondition: str
    outcome: str
    notes: str

    @property
    def actionable(self) -> bool:
        """True for what can be seen or pressed, so that a journey can cover it."""
        return self.actor not in NOT_ACTIONABLE

    def text(self, language: str) -> str:
        """The printed wording in `ja` or `en`, without the mark of borrowed wording."""
        return (self.text_ja if language == "ja" else self.text_en).removeprefix(BORROWED)


def read_catalogue(path: Path) -> dict[str, Row]:
    """All rows by id, in printed order; raises `guide.damaged` for wrong columns or an id that occurs twice.

    Plain tab-separated values without quoting: the texts hold quotation marks of their own.
    """
    rows: dict[str, Row] = {}
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(lines, ())) != COLUMNS:
            raise BenchError("guide.damaged", path=str(path), line=1)
        for number, cells in enumerate(lines, start=2):
            if len(cells) != len(COLUMNS) or not cells[0] or cells[0] in rows:
                raise BenchError("guide.damaged", path=str(path), line=number)
            rows[cells[0]] = Row(*cells)
    return rows


@cache
def load_catalogue() -> dict[str, Row]:
    """The project's catalogue. Treat it as read-only."""
    return read_catalogue(ASSETS / "guide" / "catalogue.tsv")

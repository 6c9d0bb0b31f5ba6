"""Which rows of the guides the last walks covered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from onebench.guide.catalogue import Row
from onebench.journeys.records import Record


@dataclass(frozen=True)
class CoveredRow:
    """One actionable row and the walks (`bmw-car-app-ja`) that performed it with all its checks held."""

    row: Row
    journeys: tuple[str, ...]

    @property
    def covered(self) -> bool:
        """True if at least one walk did."""
        return bool(self.journeys)


@dataclass(frozen=True)
class Coverage:
    """All actionable rows in printed order. `outdated` are walks of journeys that were changed or are gone."""

    rows: tuple[CoveredRow, ...]
    outdated: tuple[str, ...] = field(default=())

    @property
    def covered(self) -> int:
        """How many rows are covered."""
        return sum(entry.covered for entry in self.rows)

    def to_json(self) -> dict[str, Any]:
        """`{"actionable": N, "covered": N, "rows": [{"id", "actor", "covered", "journeys"}]}`."""
        return {
            "actionable": len(self.rows),
            "covered": self.covered,
            "rows": [
                {
                    "id": entry.row.id,
                    "actor": entry.row.actor,
                    "covered": entry.covered,
                    "journeys": list(entry.journeys),
                }
                for entry in self.rows
            ],
        }


def measure(rows: Mapping[str, Row], records: Iterable[Record], digests: Mapping[str, str]) -> Coverage:
    """Coverage by `records`. Only walks that passed count, and only of journeys as they are now (`digests` by name)."""
    walks: dict[str, list[str]] = {}
    outdated = []
    for record in records:
        name = f"{record.journey}-{record.language}"
        if digests.get(record.journey) != record.digest:
            outdated.append(name)
        elif record.passed:
            for row_id in dict.fromkeys(record.rows):
                walks.setdefault(row_id, []).append(name)
    entries = tuple(CoveredRow(row, tuple(sorted(walks.get(row.id, ())))) for row in rows.values() if row.actionable)
    return Coverage(entries, tuple(sorted(outdated)))


def table(coverage: Coverage) -> str:
    """For people: a line a track with its share, then the rows that are missing in tracks that were begun."""
    tracks: dict[str, list[CoveredRow]] = {}
    for entry in coverage.rows:
        tracks.setdefault(entry.row.id.rpartition("-")[0], []).append(entry)
    lines = [f"{'guide':<14}{'covered':>9}{'rows':>6}   missing"]
    for name, entries in tracks.items():
        covered = sum(entry.covered for entry in entries)
        missing = [entry.row.id.rpartition("-")[2] for entry in entries if not entry.covered]
        note = "" if not missing else "all" if not covered else " ".join(missing)
        lines.append(f"{name:<14}{covered:>9}{len(entries):>6}   {note}".rstrip())
    lines.append(f"{'total':<14}{coverage.covered:>9}{len(coverage.rows):>6}")
    if coverage.outdated:
        lines.append(f"Not counted, because the journey has changed since: {', '.join(coverage.outdated)}")
    return "\n".join(lines)

"""Records of walks for the coverage of the guide: one JSON file a journey and language, the latest walk only."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from core.store import JsonStore
from onebench.journeys.result import JourneyResult

FORMAT = 1


@dataclass(frozen=True)
class Record:
    """What coverage needs of a walk. `rows` are the ids that counted; a walk that failed covers nothing."""

    journey: str
    language: str
    digest: str
    passed: bool
    rows: tuple[str, ...]


def write_record(result: JourneyResult, folder: Path) -> Path:
    """Keep a walk; replaces the earlier one of this journey and language. Raises `storage.full`, `storage.failed`."""
    path = folder / f"{result.run_name}.json"
    rows = [row for step in result.steps for row in step.rows]
    JsonStore(path).save(
        {
            "format": FORMAT,
            "journey": result.name,
            "language": result.language,
            "brand": result.brand,
            "digest": result.digest,
            "passed": result.passed,
            "finished": result.finished,
            "seconds": round(result.seconds, 3),
            "rows": [
                {
                    "id": row.id,
                    "covered": row.counted,
                    "labels": [
                        {
                            "label": label.label,
                            "looked_for": label.looked_for,
                            "reason": label.reason,
                            "seen": label.seen,
                        }
                        for label in row.labels
                    ],
                }
                for row in rows
            ],
            "problems": result.problems,
        }
    )
    return path


def read_records(folder: Path) -> list[Record]:
    """All readable records of a folder; files of another shape are passed over."""
    records = []
    for path in sorted(folder.glob("*.json")):
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
            if raw["format"] != FORMAT:
                continue
            covered = tuple(str(row["id"]) for row in raw["rows"] if row["covered"])
            records.append(Record(raw["journey"], raw["language"], raw["digest"], bool(raw["passed"]), covered))
        except (ValueError, KeyError, TypeError):
            continue
    return records

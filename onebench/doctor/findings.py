"""What a check of the machine found, and how findings are told to people and programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

OK, MISSING, NOTE = "ok", "missing", "note"
"""Of a finding: all well; the bench or a part of it does not work; good to know, everything works."""


@dataclass(frozen=True)
class Finding:
    """One check's answer. `mend` is a command or a sentence; "" where there is nothing to mend."""

    name: str
    state: str
    found: str
    mend: str = ""


def is_well(findings: Iterable[Finding]) -> bool:
    """True if nothing is missing; notes do not count."""
    return all(finding.state != MISSING for finding in findings)


def as_table(findings: Iterable[Finding]) -> str:
    """For people: a line a check, and how to mend it below."""
    signs = {OK: "✓", MISSING: "✕", NOTE: "·"}
    lines = []
    for finding in findings:
        lines.append(f"{signs[finding.state]} {finding.name:<14} {finding.found}")
        if finding.mend:
            lines.append(f"  {'':<14} → {finding.mend}")
    return "\n".join(lines)


def as_data(findings: Iterable[Finding]) -> dict[str, Any]:
    """For programs: `{"well": bool, "findings": [{"name", "state", "found", "mend"}]}`."""
    entries = list(findings)
    return {"well": is_well(entries), "findings": [asdict(finding) for finding in entries]}

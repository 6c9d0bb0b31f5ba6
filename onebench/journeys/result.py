"""What a walk through a journey yielded: plain data that the report, the records and JUnit are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class LabelResult:
    """One quoted label: what was looked for instead (with the reason) if it is an exception, and if it was seen."""

    label: str
    seen: bool
    looked_for: str | None = None
    reason: str | None = None


@dataclass
class RowResult:
    """One guide row that a step performed. `counted` is False when nothing was checked or something failed."""

    id: str
    text: str
    labels: list[LabelResult] = field(default_factory=list)
    counted: bool = False


@dataclass
class CheckResult:
    """One `wait` or `expect`."""

    text: str
    held: bool
    found: str = ""


@dataclass
class PictureResult:
    """A picture of one window; `file` lies beside the report. `spot` is the touched place as fractions."""

    actor: str
    file: str
    spot: tuple[float, float, float, float] | None = None


@dataclass
class StepResult:
    """One step. It passed if `problems` is empty."""

    number: int
    say: str
    actor: str
    setup: bool = False
    actions: list[str] = field(default_factory=list)
    rows: list[RowResult] = field(default_factory=list)
    checks: list[CheckResult] = field(default_factory=list)
    pictures: list[PictureResult] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def passed(self) -> bool:
        """True if all it wanted held."""
        return not self.problems


@dataclass
class JourneyResult:
    """One walk in one language. `seconds` is wall time, `finished` an ISO 8601 instant of the wall."""

    name: str
    brand: str
    language: str
    title: str
    digest: str
    steps: list[StepResult] = field(default_factory=list)
    ending: list[PictureResult] = field(default_factory=list)
    about: str = ""
    seconds: float = 0.0
    finished: str = ""

    @property
    def passed(self) -> bool:
        """True if there were steps and all of them held."""
        return bool(self.steps) and all(step.passed for step in self.steps)

    @property
    def run_name(self) -> str:
        """`bmw-car-app-ja`."""
        return f"{self.name}-{self.language}"

    @property
    def problems(self) -> list[str]:
        """All that went wrong, step by step."""
        return [f"{'start' if s.setup else 'step'} {s.number}: {text}" for s in self.steps for text in s.problems]

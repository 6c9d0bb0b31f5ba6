"""What a measurement is: a figure beside its baseline, the bar it should meet, and a table of many."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """`value` and `baseline` share `unit`; `bar` is the highest allowed value, or ratio where `of_ratio`."""

    name: str
    value: float
    unit: str
    baseline: float | None = None
    baseline_name: str = ""
    bar: float | None = None
    of_ratio: bool = False

    @property
    def ratio(self) -> float | None:
        """Value by baseline."""
        return self.value / self.baseline if self.baseline else None

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; None without a bar."""
        measured = self.ratio if self.of_ratio else self.value
        return None if self.bar is None or measured is None else measured <= self.bar

    def to_json(self) -> dict[str, object]:
        """For the file."""
        return {**asdict(self), "ratio": self.ratio, "met": self.met}


def median(values: Sequence[float]) -> float:
    """The middle of `values`."""
    return statistics.median(values)


def table(figures: Sequence[Figure]) -> str:
    """A plain table for people."""
    rows = [("what", "measured", "baseline", "ratio", "bar", "")]
    for figure in figures:
        bar = "" if figure.bar is None else f"{figure.bar:g}{'×' if figure.of_ratio else ' ' + figure.unit}"
        rows.append(
            (
                figure.name,
                f"{figure.value:.4g} {figure.unit}",
                f"{figure.baseline:.4g} {figure.unit} ({figure.baseline_name})" if figure.baseline else "",
                f"{figure.ratio:.2f}×" if figure.ratio else "",
                bar,
                {True: "met", False: "MISSED", None: ""}[figure.met],
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )

"""The report of a walk: one HTML page with its pictures, to read on a desk, on a phone or on paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from accessories.kinds import kind_of
from onebench.journeys.report_words import WORDS
from onebench.journeys.result import JourneyResult
from onebench.journeys.vocabulary import is_accessory

HERE = Path(__file__).parent
LANES = ("car", "phone", "pc", "cloud", "carrier", "network", "smdp", "points", "air", "modem", "bench")
"""Columns of the event ladder that every report has, in this order; others follow."""


def write_report(result: JourneyResult, folder: Path) -> Path:
    """Write `index.html` beside the pictures in `folder`; answers its path."""
    walked = [step for step in result.steps if not step.setup]
    actors = dict.fromkeys(e["actor"].split(".")[0] for step in result.steps for e in step.events)
    page = folder / "index.html"
    page.write_text(
        _environment()
        .get_template("report.html")
        .render(
            result=result,
            words=WORDS[result.language] | _accessories(result),
            walked=walked,
            setup=[step for step in result.steps if step.setup],
            rows=[row for step in walked for row in step.rows if row.counted],
            exceptions=[(row, lab) for step in walked for row in step.rows for lab in row.labels if lab.looked_for],
            lanes=[lane for lane in LANES if lane in actors]
            + [actor for actor in actors if actor not in LANES and actor != "journey"],
            style=_style(),
        ),
        encoding="utf-8",
    )
    return page


def write_overview(results: Sequence[JourneyResult], folder: Path) -> Path:
    """Write `index.html` that leads to the reports of several walks in `folder`."""
    page = folder / "index.html"
    page.write_text(
        _environment().get_template("overview.html").render(results=results, style=_style()), encoding="utf-8"
    )
    return page


def _accessories(result: JourneyResult) -> dict[str, str]:
    """Accessories by the name of their kind, the same in every language: `{"watch6": "Apple Watch Series 6"}`."""
    names = {step.actor for step in result.steps}
    names |= {shot.actor for step in result.steps for shot in step.pictures} | {shot.actor for shot in result.ending}
    found = {}
    for name in filter(is_accessory, names):
        kind = kind_of(name)
        found[name] = f"{kind.name} {name.removeprefix(kind.id).removeprefix('-')}".rstrip()
    return found


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _style() -> Markup:
    return Markup((HERE / "report.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file

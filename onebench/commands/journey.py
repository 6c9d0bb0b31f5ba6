"""`onebench journey`: walk the guide's steps on the real windows and report."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from onebench.commands.options import Language, LanguageOption

REPORTS = Path("reports")
RECORDS = "records"

app = typer.Typer(no_args_is_help=True)

ReportOption = Annotated[Path, typer.Option("--report", help="Folder for the reports.")]
RecordOption = Annotated[
    Path | None,
    typer.Option("--record", help="Folder for the records of coverage [default: records beside the reports]."),
]


def run_journeys(
    names: Sequence[str],
    language: str,
    *,
    reports: Path = REPORTS,
    records: Path | None = None,
    show: bool = False,
    jobs: int = 1,
    again: bool = False,
) -> int:
    """Walk journeys on benches of their own; exit status 0 if all of them passed. `show` opens real windows."""
    from onebench.journeys.crew import Order, walk_all
    from onebench.journeys.library import load_journey

    for name in names:
        load_journey(name)  # what is wrong with one of them is told before any is walked
    order = Order(language, reports, records or reports / RECORDS, show)
    results = walk_all(names, order, jobs=jobs, again=again, tell=lambda line: print(line, flush=True))
    passed = sum(result.passed for result in results)
    print(f"{passed} passed, {len(results) - passed} failed", flush=True)
    return 0 if results and passed == len(results) else 1


@app.command("run")
def run(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME...", show_default=False)] = None,
    lang: LanguageOption = Language.en,
    report: ReportOption = REPORTS,
    record: RecordOption = None,
    all_: Annotated[bool, typer.Option("--all", help="Every journey there is.")] = False,
    show: Annotated[bool, typer.Option("--show", help="In real windows, to watch.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="How many at a time.")] = 1,
    again: Annotated[bool, typer.Option("--again", help="Walk once more what failed, and tell so.")] = False,
) -> None:
    """Walk journeys; a NAME may be a pattern such as 'mini-*'. Exit status 0 only if every step of all of them held."""
    from onebench.journeys.library import journey_names, matching

    chosen = journey_names() if all_ else matching(names or [])
    if not chosen:
        print(f"onebench: name a journey, or --all. There are: {', '.join(journey_names())}", file=sys.stderr)
        raise typer.Exit(2)
    raise typer.Exit(
        run_journeys(chosen, lang.value, reports=report, records=record, show=show, jobs=jobs, again=again)
    )


@app.command("list")
def list_() -> None:
    """Name all journeys."""
    from onebench.journeys.library import journey_names, load_journey

    for name in journey_names():
        journey = load_journey(name)
        print(f"{name:<24}{journey.title['en']} / {journey.title['ja']}")


@app.command("lint")
def lint() -> None:
    """Check all journeys without running them. Exit status 1 if something is wrong."""
    from onebench.guide.catalogue import load_catalogue
    from onebench.journeys.library import FOLDER
    from onebench.journeys.lint import lint_folder

    findings = lint_folder(FOLDER, load_catalogue())
    for finding in findings:
        print(finding)
    raise typer.Exit(1 if findings else 0)

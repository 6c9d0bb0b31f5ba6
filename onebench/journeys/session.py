"""A walk from its fresh bench to its report and record, and what sums several walks up."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from core.clock import Clock
from core.errors import BenchError
from onebench.guide.catalogue import load_catalogue
from onebench.journeys.bench import Bench
from onebench.journeys.junit import write_junit
from onebench.journeys.library import load_journey
from onebench.journeys.model import Journey
from onebench.journeys.records import write_record
from onebench.journeys.report import write_overview, write_report
from onebench.journeys.result import JourneyResult, StepResult
from onebench.journeys.runner import Runner

OpenBench = Callable[[Journey, str], AbstractContextManager[Bench]]


def walk_alone(
    journey: Journey,
    language: str,
    open_bench: OpenBench,
    *,
    reports: Path,
    records: Path,
    tell: Callable[[str], None],
    journey_of: Callable[[str], Journey] = load_journey,
) -> JourneyResult:
    """Walk one journey on a bench of its own from `open_bench`.

    Leaves `<name>-<language>/index.html` with its pictures in `reports` and a record in `records`. `tell` gets a line
    for each step that failed and one for the journey.
    """
    wall = Clock()
    folder = _empty(reports / f"{journey.name}-{language}")
    result = _walk(journey, language, open_bench, folder, wall, journey_of, tell)
    wall.close()
    keep(result, folder, records, tell)
    return result


def keep(result: JourneyResult, folder: Path, records: Path, tell: Callable[[str], None]) -> None:
    """Write the report of a whole walk into `folder` and its record into `records`, and tell how it ended."""
    write_report(result, folder)
    write_record(result, records)
    word = "passed" if result.passed else "FAILED"
    tell(f"{word}  {result.run_name}  {result.seconds:.1f} s  {folder / 'index.html'}")


def sum_up(results: Sequence[JourneyResult], reports: Path) -> None:
    """Write `index.html` and `junit.xml` over several walks into `reports`."""
    write_overview(results, reports)
    write_junit(results, reports / "junit.xml")


def _walk(
    journey: Journey,
    language: str,
    open_bench: OpenBench,
    folder: Path,
    wall: Clock,
    journey_of: Callable[[str], Journey],
    tell: Callable[[str], None],
) -> JourneyResult:
    def on_step(step: StepResult) -> None:
        for problem in step.problems:
            tell(f"  {'start' if step.setup else 'step'} {step.number}: {problem}")

    try:
        with open_bench(journey, language) as bench:
            runner = Runner(bench, language, rows=load_catalogue(), journey_of=journey_of, wall=wall, on_step=on_step)
            return runner.run(journey, folder)
    except BenchError as error:
        # A bench that does not start is a failed walk, not the end of the run.
        tell(f"  the bench: {error}")
        return lost_walk(journey, language, str(error), wall)


def lost_walk(journey: Journey, language: str, problem: str, wall: Clock) -> JourneyResult:
    """What is left of a walk whose bench did not start or went away."""
    return JourneyResult(
        journey.name,
        journey.brand,
        language,
        journey.title[language],
        journey.digest,
        steps=[StepResult(1, "", "car", setup=True, problems=[problem])],
        finished=wall.now().isoformat(timespec="seconds"),
    )


def _empty(folder: Path) -> Path:
    """`folder`, new: pictures of an earlier walk must not stay beside this one's. Raises `storage.failed`."""
    try:
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
    except OSError as error:
        raise BenchError("storage.failed", path=str(folder), reason=error.strerror) from error
    return folder

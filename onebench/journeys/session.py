"""A run of several journeys: a fresh bench for each, reports and records for all."""

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


def run_session(
    journeys: Sequence[Journey],
    language: str,
    open_bench: OpenBench,
    *,
    reports: Path,
    records: Path,
    tell: Callable[[str], None],
    journey_of: Callable[[str], Journey] = load_journey,
) -> list[JourneyResult]:
    """Walk `journeys` one after the other, each on a bench of its own from `open_bench`.

    Leaves `<name>-<language>/index.html` with its pictures, `index.html` and `junit.xml` in `reports` and one record a
    walk in `records`. `tell` gets a line for each step that failed and for each journey.
    """
    wall = Clock()
    results = []
    for journey in journeys:
        folder = _empty(reports / f"{journey.name}-{language}")
        result = _walk(journey, language, open_bench, folder, wall, journey_of, tell)
        write_report(result, folder)
        write_record(result, records)
        results.append(result)
        verdict = "passed" if result.passed else "FAILED"
        tell(f"{verdict}  {result.run_name}  {result.seconds:.1f} s  {folder / 'index.html'}")
    write_overview(results, reports)
    write_junit(results, reports / "junit.xml")
    wall.close()
    return results


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
        failed = StepResult(1, "", "car", setup=True, problems=[str(error)])
        return JourneyResult(
            journey.name,
            journey.brand,
            language,
            journey.title[language],
            journey.digest,
            steps=[failed],
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

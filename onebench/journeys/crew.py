"""Several walks at a time, by processes that walk one journey after the other.

A bench keeps more than one processor busy, but Qt has one thread for windows: so more walks want more processes. One
that dies, as Chromium sometimes does, loses its walk alone.
"""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path

from core.clock import Clock
from core.errors import BenchError
from onebench.journeys.library import load_journey
from onebench.journeys.result import JourneyResult
from onebench.journeys.session import keep, lost_walk, sum_up, walk_alone

DIED = "the process of this walk died"

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Order:
    """What all walks of a run share."""

    language: str
    reports: Path
    records: Path
    show: bool = False


def walk_all(names: Sequence[str], order: Order, *, jobs: int, again: bool, tell: Tell) -> list[JourneyResult]:
    """Walk the journeys `names`, `jobs` at a time, and sum them up in their order.

    `again`: what failed is walked once more, alone, and that counts; it is told, and the first report stays beside the
    second as `<walk>-first-try`. Raises what a walk cannot go without, as `storage.failed`.
    """
    names = list(dict.fromkeys(names))
    results = _walk(names, order, jobs, tell)
    if again and (failed := [name for name in names if not results[name].passed]):
        for name in failed:
            folder = order.reports / results[name].run_name
            first = folder.with_name(f"{folder.name}-first-try")
            shutil.rmtree(first, ignore_errors=True)
            folder.rename(first)
        tell(f"again: {', '.join(failed)}")
        results |= _walk(failed, order, 1, tell)
    ordered = [results[name] for name in names]
    sum_up(ordered, order.reports)
    return ordered


def _walk(names: Sequence[str], order: Order, jobs: int, tell: Tell) -> dict[str, JourneyResult]:
    left = list(names)[::-1]
    crew = [_Walker(order) for _ in range(min(jobs, len(left)))]
    results: dict[str, JourneyResult] = {}
    try:
        for walker in crew:
            walker.begin(left.pop())
        while busy := {walker.line: walker for walker in crew if walker.name}:
            for line in wait(list(busy)):
                assert isinstance(line, Connection)
                walker = busy[line]
                name = walker.name
                results[name], told = walker.result()
                for text in told:
                    tell(text)
                if left:
                    walker.begin(left.pop())
    finally:
        for walker in crew:
            walker.end()
    return results


class _Walker:
    """One process and what it walks now; `name` is "" when it rests."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._process: SpawnProcess | None = None
        self.line: Connection
        self.name = ""

    def begin(self, name: str) -> None:
        """Walk this journey, in a new process if the last one died."""
        if self._process is None:
            context = multiprocessing.get_context("spawn")
            self.line, far = context.Pipe()
            self._process = context.Process(target=_work, args=(far, self._order), daemon=True)
            self._process.start()
            far.close()
        self.name = name
        self.line.send(name)

    def result(self) -> tuple[JourneyResult, list[str]]:
        """What came of the walk, and the lines to tell. Raises what it ended with."""
        name, self.name = self.name, ""
        try:
            result, told = self.line.recv()
        except (EOFError, OSError):
            self.end()
            return self._lost(name)
        if isinstance(result, JourneyResult):
            return result, told
        code, params = result
        raise BenchError(code, **params)

    def _lost(self, name: str) -> tuple[JourneyResult, list[str]]:
        """A walk that died is kept as failed: its last record must not count as if nothing had been."""
        wall = Clock()
        result = lost_walk(load_journey(name), self._order.language, DIED, wall)
        wall.close()
        told = [f"  {DIED}"]
        folder = self._order.reports / result.run_name
        folder.mkdir(parents=True, exist_ok=True)
        keep(result, folder, self._order.records, told.append)
        return result, told

    def end(self) -> None:
        """Let the process go home."""
        if self._process is None:
            return
        self.line.close()  # it reads the end of the line and stops
        self._process.join(timeout=10)
        if self._process.is_alive():
            self._process.kill()
        self._process = None


def _work(line: Connection, order: Order) -> None:
    from core.ui.app import prepare_environment

    prepare_environment(offscreen=not order.show)
    from onebench.journeys.world_bench import open_world

    while True:
        try:
            name = line.recv()
        except EOFError:
            return
        told: list[str] = []
        try:
            result = walk_alone(
                load_journey(name),
                order.language,
                open_world,
                reports=order.reports,
                records=order.records,
                tell=told.append,
            )
        except BenchError as error:
            line.send(((error.code, error.params), told))
            return
        line.send((result, told))

"""Walks in processes of their own: shared out, walked once more, and lost alone when a process dies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.clock import Clock
from core.errors import BenchError
from onebench.journeys import crew
from onebench.journeys.crew import DIED, Order, walk_all
from onebench.journeys.library import load_journey, matching
from onebench.journeys.records import read_records
from onebench.journeys.result import JourneyResult, StepResult
from onebench.journeys.session import lost_walk

GOOD, BAD, DEADLY = "error-denied", "error-wrong-password", "error-pin-mismatch"


def worker(line, order: Order) -> None:  # type: ignore[no-untyped-def]
    """Stands for `_work`: walks nothing, fails where it is told to, and dies."""
    wall = Clock()
    while True:
        try:
            name = line.recv()
        except EOFError:
            return
        tries = order.reports / f"tries-{name}"
        first = not tries.exists()
        tries.touch()
        if name == DEADLY and first:
            os._exit(139)
        result: JourneyResult = lost_walk(load_journey(name), order.language, "no", wall)
        if name == GOOD or not first:
            result.steps = [StepResult(1, "", "car")]
        (order.reports / result.run_name).mkdir(exist_ok=True)
        line.send((result, [f"{name} {result.passed}"]))


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    monkeypatch.setattr(crew, "_work", worker)
    return Order("en", tmp_path, tmp_path / "records")


@pytest.mark.parametrize("jobs", [1, 2, 9])
def test_all_are_walked_once_and_summed_up_in_their_order(order: Order, jobs: int) -> None:
    told: list[str] = []
    results = walk_all([BAD, GOOD, BAD], order, jobs=jobs, again=False, tell=told.append)
    assert [(result.name, result.passed) for result in results] == [(BAD, False), (GOOD, True)]
    assert sorted(told) == [f"{GOOD} True", f"{BAD} False"]
    assert "1 passed, 1 failed" in (order.reports / "index.html").read_text(encoding="utf-8")


def test_what_failed_is_walked_again_and_the_first_report_stays(order: Order) -> None:
    told: list[str] = []
    results = walk_all([BAD, GOOD], order, jobs=2, again=True, tell=told.append)
    assert [result.passed for result in results] == [True, True]
    assert f"again: {BAD}" in told
    assert (order.reports / f"{BAD}-en-first-try").is_dir()


def test_a_process_that_dies_loses_its_walk_alone(order: Order) -> None:
    told: list[str] = []
    results = walk_all([DEADLY, GOOD, BAD], order, jobs=1, again=False, tell=told.append)
    assert [result.passed for result in results] == [False, True, False]
    assert results[0].problems == [f"start 1: {DIED}"]
    assert f"  {DIED}" in told
    [record] = read_records(order.records)
    assert (record.journey, record.passed) == (DEADLY, False)
    assert DIED in (order.reports / f"{DEADLY}-en" / "index.html").read_text(encoding="utf-8")
    again = walk_all([DEADLY], order, jobs=1, again=True, tell=told.append)
    assert again[0].passed


def test_a_folder_that_cannot_be_written_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("no folder", encoding="utf-8")
    order = Order("en", tmp_path / "taken", tmp_path / "records")
    with pytest.raises(BenchError, match=r"storage\.failed"):
        walk_all([GOOD], order, jobs=1, again=True, tell=lambda _: None)


def test_patterns_mean_each_journey_once_and_unknown_names_stay() -> None:
    assert matching(["error-d*", GOOD, "mini-caar"]) == [GOOD, "mini-caar"]

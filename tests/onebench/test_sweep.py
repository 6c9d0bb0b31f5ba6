"""A sample of the fault sweep on the composed bench (`make sweep` walks all of it), and that it sees what is bad."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench_driver import driver_at

from core.clock import Clock
from core.errors import BenchError
from onebench.sweep import walker
from onebench.sweep.cells import DEVICES, Cell, Trouble, sample
from onebench.sweep.rules import EMAIL, Errand
from onebench.sweep.sweep import Outcome, line, record, sweep, table
from onebench.sweep.walker import Walk, Walker

pytestmark = pytest.mark.web_engine


def assert_good(found: list[Cell], at_least: int, language: str = "en") -> None:
    assert len(found) >= at_least
    chosen = found[::2]  # a walk each; `make sweep` takes them all
    outcomes = sweep(chosen, print, language)
    assert [line(outcome) for outcome in outcomes if not outcome.is_good or not outcome.hit] == []


@pytest.mark.journey
def test_every_request_of_the_car_may_fail(qapp) -> None:
    assert_good(sample(record("bmw-car-email"), "car.http"), 7)


@pytest.mark.journey
def test_every_request_of_the_app_may_fail(qapp) -> None:
    found = record("bmw-app-first-login", "ja")
    assert_good(sample(found, "phone.http"), 5, "ja")


@pytest.mark.journey
def test_every_request_about_the_code_may_fail(qapp) -> None:
    requests = ("device_authorization", "device-requests")
    found = record("bmw-car-app")
    assert_good([*sample(found, "phone.http", requests), *sample(found, "car.http", requests)], 3)


@pytest.mark.journey
@pytest.mark.parametrize("errand", ["bmw-app-base", "mini-app-both"])
def test_every_request_about_the_personal_esim_may_fail(qapp, errand: str) -> None:
    assert_good(sample(record(errand, "ja"), "phone.http", ("/api/esim",)), 3, "ja")


@pytest.mark.journey
def test_the_line_may_break_at_every_station(qapp) -> None:
    assert_good([cell for cell in DEVICES if cell.trouble.kind == "unplugged"], 6)


def test_a_driver_who_gets_nowhere_is_stuck(tmp_path: Path, qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walker, "PATIENCE", 0.3)
    with driver_at(tmp_path / "data", parts=frozenset({"cloud", "car"})) as driver:
        walk = Walker(driver.world, driver.words, Clock()).walk(Errand("nowhere", "hana", (), {"car.screen": "qr"}))
    assert (walk.reached, walk.where) == (False, "car home, phone None")


def test_an_error_without_words_is_seen(tmp_path: Path, qapp) -> None:
    with driver_at(tmp_path / "data", parts=frozenset({"cloud", "car"})) as driver:
        rules = EMAIL.rules
        driver.go({"car.screen": "credentials"}, rules)
        driver.world.car.car.sign_in._desk.fail(BenchError("moon.eclipse"))
        errand = Errand("words", "hana", rules, {"car.screen": "loggingIn"})
        walk = Walker(driver.world, driver.words, Clock()).walk(errand)
    assert walk.vague == ["car: moon.eclipse"]


def test_the_table() -> None:
    cell = Cell("walk", "car.http", "GET /x", Trouble("timeout"))
    again = Cell("walk", "car.http", "GET /x", Trouble("unauthorized", 2))
    fine = Outcome(cell, Walk(reached=True, said=["car: cloud.timeout"]), hit=True)
    bad = Outcome(again, Walk(reached=False, where="car qr"), hit=True)
    assert (fine.verdict, fine.is_good, bad.verdict, bad.is_good) == ("told", True, "stuck", False)
    assert table([fine, bad]).splitlines()[1].split() == ["walk", "car.http", "GET", "/x", "told", "stuck"]
    assert Outcome(cell, Walk(reached=True, vague=["car: x"]), hit=True).verdict == "wordless"
    assert Outcome(cell, Walk(reached=True), hit=False).verdict == "not hit"


def test_the_sample_takes_all_kinds_in_turn() -> None:
    kinds = [Trouble("down"), Trouble("slow"), Trouble("lost")]
    cells = [Cell("walk", "car.http", name, kind) for name in ("a", "b", "c") for kind in kinds]
    assert [(cell.operation, cell.trouble.kind) for cell in sample(cells, "car.http")] == [
        ("a", "down"), ("b", "lost"), ("c", "down"),
    ]  # fmt: skip
    assert sample(cells, "phone.http") == []

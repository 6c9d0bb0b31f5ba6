"""What a run leaves behind: report, overview, JUnit, records."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from fakes import FakeBench

from core.errors import BenchError
from onebench.journeys.library import load_journey
from onebench.journeys.model import Journey
from onebench.journeys.records import read_records
from onebench.journeys.result import JourneyResult
from onebench.journeys.session import sum_up, walk_alone

STEP = {
    "say": {"ja": "<押します>", "en": "Press <it>."},
    "actor": "car",
    "row": "CAR-01",
    "do": [{"tap": "car.home.bmwId"}],
    "wait": [{"car.screen": "home"}],
    "look_for": {"CAR-01": {"text": "BMW-ID", "reason": {"ja": "理由", "en": "a reason"}}},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, steps in (("good", [STEP]), ("bad", [{**STEP, "wait": [{"car.screen": "qr"}]}])):
        raw = {"brand": "bmw", "title": {"ja": f"題 {name}", "en": f"Title {name}"}, "steps": steps}
        (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    return tmp_path


@contextlib.contextmanager
def cardboard(journey: Journey, language: str) -> Iterator[FakeBench]:
    bench = FakeBench()
    bench.car.elements, bench.car.texts = {"car.home.bmwId": True}, ["BMW-ID"]
    bench.car.on_tap["car.home.bmwId"] = lambda: bench.events.emit("car", "touched", password="geheim") and None
    yield bench


def run(folder: Path, *names: str, open_bench=cardboard) -> tuple[list[JourneyResult], list[str]]:  # type: ignore[no-untyped-def]
    told: list[str] = []
    results = [
        walk_alone(
            load_journey(name, folder),
            "en",
            open_bench,
            reports=folder / "reports",
            records=folder / "reports" / "records",
            tell=told.append,
            journey_of=lambda name: load_journey(name, folder),
        )
        for name in names
    ]
    sum_up(results, folder / "reports")
    return results, told


class Page(HTMLParser):
    """Texts, addresses and the balance of tags."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [str(value) for key, value in attrs if key in ("src", "href")]
        if tag not in ("meta", "img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(" ".join(data.split()))


def test_the_report_is_a_page_with_its_pictures(folder: Path) -> None:
    run(folder, "good")
    report = folder / "reports" / "good-en"
    page = Page(report / "index.html")
    assert page.open == []
    text = " ".join(page.texts)
    for part in ("Title good", "passed", "Press <it>.", "BMW-EN-CAR-01", "BMW-ID", "a reason", "touched"):
        assert part in text
    assert "geheim" not in text
    assert page.links
    for link in page.links:
        assert (report / link).is_file(), link


def test_a_failure_is_told_in_report_line_and_junit(folder: Path) -> None:
    results, told = run(folder, "good", "bad")
    assert [result.passed for result in results] == [True, False]
    assert any("step 1" in line and "car.screen = 'qr': it is 'home'" in line for line in told)
    assert "FAILED  bad-en" in told[-1]
    text = " ".join(Page(folder / "reports" / "bad-en" / "index.html").texts)
    assert "failed" in text
    assert "it is 'home'" in text
    suites = ElementTree.parse(folder / "reports" / "junit.xml").getroot()
    assert (suites.get("tests"), suites.get("failures")) == ("2", "1")
    failure = suites.find("testsuite[@name='bad-en']/testcase/failure")
    assert failure is not None
    assert "it is 'home'" in str(failure.get("message"))
    overview = Page(folder / "reports" / "index.html")
    assert "1 passed, 1 failed" in overview.texts
    assert "bad-en/index.html" in overview.links


def test_records_keep_the_latest_walk(folder: Path) -> None:
    run(folder, "good", "bad")
    records = {record.journey: record for record in read_records(folder / "reports" / "records")}
    assert records["good"].passed
    assert records["good"].rows == ("BMW-EN-CAR-01",)
    assert records["good"].digest == load_journey("good", folder).digest
    assert not records["bad"].passed
    raw = json.loads((folder / "reports" / "records" / "good-en.json").read_text(encoding="utf-8"))
    assert raw["rows"][0]["labels"] == [{"label": "BMW ID", "looked_for": "BMW-ID", "reason": "a reason", "seen": True}]


def test_what_is_no_record_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[1]", encoding="utf-8")
    (tmp_path / "b.json").write_text("{", encoding="utf-8")
    (tmp_path / "c.json").write_text('{"format": 0}', encoding="utf-8")
    assert read_records(tmp_path) == []
    assert read_records(tmp_path / "nowhere") == []


def test_old_pictures_do_not_stay(folder: Path) -> None:
    old = folder / "reports" / "good-en" / "99-car.png"
    old.parent.mkdir(parents=True)
    old.write_text("old", encoding="utf-8")
    run(folder, "good")
    assert not old.exists()


def test_a_bench_that_does_not_start_is_a_failed_walk(folder: Path) -> None:
    @contextlib.contextmanager
    def broken(journey: Journey, language: str) -> Iterator[FakeBench]:
        raise BenchError("cloud.not_running")
        yield

    results, told = run(folder, "good", open_bench=broken)
    assert [result.passed for result in results] == [False]
    assert "cloud.not_running" in told[0]
    assert (folder / "reports" / "good-en" / "index.html").is_file()

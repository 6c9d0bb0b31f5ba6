"""Journey files: slips are found without running them, with their place and a suggestion."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from core.errors import BenchError
from onebench.guide.catalogue import load_catalogue
from onebench.guide.tracks import full_id
from onebench.journeys.library import FOLDER, journey_names, load_journey
from onebench.journeys.lint import lint_folder
from onebench.journeys.model import Journey, Use
from onebench.journeys.vocabulary import LANGUAGES, seconds

GOOD = """
brand: bmw
title: {ja: 試験, en: Test}
steps:
  - say: {ja: 押します。, en: Press.}
    actor: car
    row: CAR-01
    do:
      - tap: car.home.bmwId
    wait:
      - car.screen: bmwId
"""


def messages(folder: Path, text: str) -> str:
    (folder / "one.yaml").write_text(text, encoding="utf-8")
    return "\n".join(str(finding) for finding in lint_folder(folder, load_catalogue()))


def test_a_good_journey_has_no_findings(tmp_path: Path) -> None:
    assert messages(tmp_path, GOOD) == ""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("brand: bmw", "brand: bwm", 'unknown brand "bwm"; did you mean "bmw"?'),
        ("brand: bmw", "brands: bmw", 'unknown key "brands"; did you mean "brand"?'),
        ("brand: bmw", "brands: bmw", '"brand" is missing'),
        ("    row: CAR-01", "    rows: CAR-01", 'step 1: unknown key "rows"; did you mean "row"?'),
        ("row: CAR-01", "row: CAR-1", 'the guide has no row "CAR-1"; did you mean "CAR-'),
        ("row: CAR-01", "row: CAR-16", "BMW-JP-CAR-16 is text only (doc)"),
        ("row: CAR-01", "row: CAR-03b1", "BMW-JP-CAR-03b1 is performed on the phone, not on the car"),
        ("actor: car", "actor: cra", 'unknown actor "cra"; did you mean "car"?'),
        ("- tap:", "- tab:", 'unknown action "tab"; did you mean "tap"?'),
        ("tap: car.home.bmwId", "tap: BMW ID", "tap: 'BMW ID' is no element id"),
        ("- tap: car.home.bmwId", "- car.home.bmwId", "an action is one word with its argument"),
        ("tap: car.home.bmwId", "pin: {car.pinEntry.key: 1234}", "1234 are no digits in quotation marks"),
        ("tap: car.home.bmwId", "clock: 10 minutes", "'10 minutes' is no time to go on (+10m)"),
        ("tap: car.home.bmwId", "restart: cra", 'unknown part "cra"; did you mean "car"?'),
        ("tap: car.home.bmwId", "fault: {port: car.http, knd: slow, kind: slow}", 'unknown key "knd"'),
        ("tap: car.home.bmwId", "unplug: phone", 'only "modem" can be plugged'),
        ("tap: car.home.bmwId", "type: {car.x: ''}", "'' is no text"),
        ("- car.screen: bmwId", "- car.screen: bmwID", 'the car has no screen "bmwID"; did you mean "bmwId"?'),
        ("- car.screen: bmwId", "- car.sceen: bmwId", 'the car has no state "sceen"; did you mean "screen"?'),
        ("- car.screen: bmwId", "- car.screen: {inn: [bmwId]}", 'unknown comparison "inn"; did you mean "in"?'),
        ("- car.screen: bmwId", "- sea: car.home.bmwId", 'unknown condition "sea"; did you mean "see"?'),
        ("- car.screen: bmwId", "- see: car home", "'car home' is no element id"),
        ("- car.screen: bmwId", "- value: car.home.x", "value is written {id: {property: value}}"),
        ("- car.screen: bmwId", "- {car.screen: bmwId, see: car.home.x}", "one condition an entry"),
        ("say: {ja: 押します。, en: Press.}", "say: Press.", "is written {ja: …, en: …}"),
        ("    wait:", "    within: soon\n    wait:", "within is a number of wall seconds, not 'soon'"),
        ("    wait:", "    labels: never\n    wait:", 'labels is "before" or "after", not "never"'),
        ("    wait:", "    look_for: {CAR-09: {text: x, reason: {ja: x, en: x}}}\n    wait:", "look_for names CAR-09"),
        (
            "    wait:",
            "    look_for: {CAR-01: {label: ID, text: x, reason: {ja: x, en: x}}}\n    wait:",
            'CAR-01 does not quote "ID"',
        ),
        ("steps:", "start: [{use: tow}]\nsteps:", 'no journey "tow"'),
        ("steps:", "start: [{use: one}]\nsteps:", "uses itself"),
    ],
)
def test_slips_are_found(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    assert message in messages(tmp_path, GOOD.replace(old, new))


def test_a_row_without_label_needs_a_check(tmp_path: Path) -> None:
    bare = GOOD.replace("CAR-01", "CAR-07").replace("    wait:\n      - car.screen: bmwId\n", "")
    assert "BMW-JP-CAR-07 quotes no label: give the step a wait or an expect" in messages(tmp_path, bare)


def test_what_is_no_yaml_is_told(tmp_path: Path) -> None:
    assert "is not YAML" in messages(tmp_path, "brand: [bmw")
    assert "is a mapping of" in messages(tmp_path, "- brand")


def test_a_wrong_journey_does_not_load(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(GOOD.replace("tap", "tab"), encoding="utf-8")
    with pytest.raises(BenchError, match=r"journey\.invalid.*did you mean"):
        load_journey("bad", tmp_path)
    with pytest.raises(BenchError) as unknown:
        load_journey("bed", tmp_path)
    assert unknown.value.params["nearest"] == "bad"
    with pytest.raises(BenchError, match=r"journey\.unknown"):
        load_journey("../one", tmp_path / "folder")


def test_a_change_in_a_chapter_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "one.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "whole.yaml").write_text(
        "brand: bmw\ntitle: {ja: 全, en: Whole}\nsteps: [{use: chapters/one}]\n", encoding="utf-8"
    )
    before = load_journey("whole", tmp_path).digest
    assert load_journey("whole", tmp_path).digest == before
    (tmp_path / "chapters" / "one.yaml").write_text(GOOD.replace("Press.", "Push."), encoding="utf-8")
    assert load_journey("whole", tmp_path).digest != before
    (tmp_path / "chapters" / "one.yaml").write_text(GOOD + "  - use: whole\n", encoding="utf-8")
    with pytest.raises(BenchError, match="it uses itself"):
        load_journey("whole", tmp_path)


def test_times_to_go_on() -> None:
    assert [seconds(text) for text in ("+5s", "+10m", "+1.5h", "+2d")] == [5, 600, 5400, 172800]
    with pytest.raises(ValueError, match="10m"):
        seconds("10m")


def test_the_projects_journeys_are_right() -> None:
    assert [str(finding) for finding in lint_folder(FOLDER, load_catalogue())] == []


def rows_of(journey: Journey) -> set[str]:
    found: set[str] = set()
    for entry in journey.steps:
        found.update(rows_of(load_journey(entry.journey)) if isinstance(entry, Use) else entry.rows)
    return found


def test_the_projects_journeys_name_every_row() -> None:
    """Whether they show it, too, `make journeys` tells."""
    rows = load_catalogue()
    named: set[str] = set()
    for name in journey_names():
        journey = load_journey(name)
        assert all(isinstance(entry, Use) or not entry.rows for entry in journey.start)
        for short, language in itertools.product(rows_of(journey), LANGUAGES):
            named.add(full_id(short, journey.brand, language, rows, journey.track) or "")
    assert {row.id for row in rows.values() if row.actionable} - named == set()

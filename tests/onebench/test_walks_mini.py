"""The MINI guide's journeys: its app track covers all its rows in Japanese, the one language that it is printed in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from walking import onebench

WEB = ("mini-web-complete", "mini-web-both", "mini-web-option-later", "mini-web-phone")
CAR = ("mini-car-driving", "mini-car-garage", "mini-car-co-users", "mini-car-activation-code", "two-brands")
APP = (
    *("mini-app-complete", "mini-app-subscribed", "mini-app-both", "mini-app-option-later", "mini-app-redo"),
    "mini-car-app",
)
TRACKS = ("MINI-PREP", "MINI-APP-S1", "MINI-APP-S2")


@pytest.mark.journey
def test_the_mini_guides_app_track_is_covered(tmp_path: Path) -> None:
    done = onebench("journey", "run", *APP, "--lang", "ja", "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(APP)} passed, 0 failed"
    record = json.loads((tmp_path / "records" / "mini-app-complete-ja.json").read_text(encoding="utf-8"))
    assert record["seconds"] < 30

    told = onebench("guide", "coverage", "--json", "--record", str(tmp_path / "records"))
    rows = [row for row in json.loads(told.stdout)["rows"] if row["id"].rpartition("-")[0] in TRACKS]
    assert {row["id"].rpartition("-")[0] for row in rows} == set(TRACKS)
    assert [row["id"] for row in rows if not row["covered"]] == []


@pytest.mark.journey
def test_the_mini_app_is_walked_in_english_too(tmp_path: Path) -> None:
    done = onebench("journey", "run", "mini-app-complete", "--lang", "en", "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "1 passed, 0 failed"


@pytest.mark.journey
def test_the_mini_guides_web_track_is_covered(tmp_path: Path) -> None:
    done = onebench("journey", "run", *WEB, "--lang", "ja", "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(WEB)} passed, 0 failed"
    told = onebench("guide", "coverage", "--json", "--record", str(tmp_path / "records"))
    rows = [row for row in json.loads(told.stdout)["rows"] if row["id"].startswith("MINI-WEB-")]
    assert len(rows) > 50
    assert [row["id"] for row in rows if not row["covered"]] == []


@pytest.mark.journey
def test_the_minis_refusals_its_users_and_both_brands_cars_are_walked(tmp_path: Path) -> None:
    done = onebench("journey", "run", *CAR, "--lang", "ja", "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(CAR)} passed, 0 failed"


@pytest.mark.journey
def test_the_mini_portal_is_walked_in_english_too(tmp_path: Path) -> None:
    done = onebench("journey", "run", "mini-web-complete", "two-brands", "--lang", "en", "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "2 passed, 0 failed"

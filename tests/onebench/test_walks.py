"""Journeys on the real windows by the command line: what it promises is what it leaves. All: `make journeys`."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from walking import onebench

WALKS = ("error-denied", "error-wrong-password")


@pytest.mark.journey
def test_several_are_walked_at_a_time(tmp_path: Path) -> None:
    names = ("error-d*", "error-wrong-password", "error-denied")
    done = onebench("journey", "run", *names, "--jobs", "2", "--lang", "ja", "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "2 passed, 0 failed"
    for name in WALKS:
        assert (tmp_path / f"{name}-ja" / "index.html").is_file()
        record = json.loads((tmp_path / "records" / f"{name}-ja.json").read_text(encoding="utf-8"))
        assert record["passed"] is True
    suites = ElementTree.parse(tmp_path / "junit.xml").getroot()
    assert [suite.get("name") for suite in suites] == [f"{name}-ja" for name in WALKS]
    assert suites.get("failures") == "0"

    told = onebench("guide", "coverage", "--complete", "--record", str(tmp_path / "records"))
    assert told.returncode == 1, "two journeys do not cover the guides"


def test_a_journey_that_is_not_there_is_told() -> None:
    done = onebench("journey", "run", "bmw-car-ap")
    assert done.returncode == 1
    assert "bmw-car-app" in done.stderr

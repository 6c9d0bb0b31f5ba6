"""The journeys on the real windows, off screen: what the commands promise is what they leave behind."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from walking import onebench

from onebench.guide.catalogue import load_catalogue

APP = ("bmw-complete", "bmw-app-both", "bmw-app-option-later", "bmw-app-wifi", "bmw-car-email", "bmw-car-stored")
PC = ("bmw-pc", "bmw-pc-stored-number", "bmw-pc-d-account-error")
GUIDE = {"ja": (APP + PC, ("BMW-JP-SP", "BMW-JP-PC", "BMW-JP-CAR")), "en": (APP, ("BMW-EN-SP", "BMW-EN-CAR"))}
"""The journeys that perform the guide of a language, and its tracks; a PC track is printed in Japanese only."""
TEXT_ONLY = ("doc", "user")
ERRORS = (
    "error-wrong-password", "error-pin-mismatch", "error-qr-expired", "error-qr-foreign", "error-denied",
    "error-cloud-down", "error-modem-unplugged",
)  # fmt: skip

DOWNLOADS = tuple(
    f"esim-download-fails-{cause}"
    for cause in (
        *("not-released", "other-card", "code-unknown", "expired", "certificate"),
        *("memory-full", "interrupted", "unreachable", "timeout"),
    )
)


@pytest.mark.journey
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_guides_journeys_cover_all_its_rows(tmp_path: Path, language: str) -> None:
    names, tracks = GUIDE[language]
    done = onebench("journey", "run", *names, "--lang", language, "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(names)} passed, 0 failed"
    for name in names:
        assert (tmp_path / f"{name}-{language}" / "index.html").is_file()
        record = json.loads((tmp_path / "records" / f"{name}-{language}.json").read_text(encoding="utf-8"))
        assert record["seconds"] < 30, name
    assert ElementTree.parse(tmp_path / "junit.xml").getroot().get("failures") == "0"

    told = onebench("guide", "coverage", "--json", "--record", str(tmp_path / "records"))
    rows = [row for row in json.loads(told.stdout)["rows"] if row["id"].rpartition("-")[0] in tracks]
    assert {row["id"].rpartition("-")[0] for row in rows} == set(tracks)
    assert [row["id"] for row in rows if not row["covered"]] == []
    known = load_catalogue().values()
    assert len(rows) == sum(row.id.rpartition("-")[0] in tracks and row.actor not in TEXT_ONLY for row in known)


@pytest.mark.journey
@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_goes_wrong_is_told_and_mended(tmp_path: Path, language: str) -> None:
    done = onebench("journey", "run", *ERRORS, "--lang", language, "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(ERRORS)} passed, 0 failed"


@pytest.mark.journey
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_failed_download_is_told_and_mended(tmp_path: Path, language: str) -> None:
    done = onebench("journey", "run", *DOWNLOADS, "--lang", language, "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(DOWNLOADS)} passed, 0 failed"


def test_a_journey_that_is_not_there_is_told() -> None:
    done = onebench("journey", "run", "bmw-car-ap")
    assert done.returncode == 1
    assert "bmw-car-app" in done.stderr

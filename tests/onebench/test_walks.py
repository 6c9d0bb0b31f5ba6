"""The journeys on the real windows, off screen: what the commands promise is what they leave behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

GUIDE = ("bmw-car-app", "bmw-car-email", "bmw-car-stored", "bmw-app-first-login")
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


def onebench(*arguments: str) -> subprocess.CompletedProcess[str]:
    without_display = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "onebench", *arguments],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env=without_display,
    )


@pytest.mark.journey
@pytest.mark.parametrize(("language", "prefix"), [("ja", "BMW-JP"), ("en", "BMW-EN")])
def test_the_guides_journeys_cover_their_rows(tmp_path: Path, language: str, prefix: str) -> None:
    done = onebench("journey", "run", *GUIDE, "--lang", language, "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "4 passed, 0 failed"
    for name in GUIDE:
        assert (tmp_path / f"{name}-{language}" / "index.html").is_file()
        record = json.loads((tmp_path / "records" / f"{name}-{language}.json").read_text(encoding="utf-8"))
        assert record["seconds"] < 10, name
    assert ElementTree.parse(tmp_path / "junit.xml").getroot().get("failures") == "0"

    told = onebench("guide", "coverage", "--json", "--record", str(tmp_path / "records"))
    rows = {row["id"]: row for row in json.loads(told.stdout)["rows"]}
    wanted = [
        row_id
        for row_id, row in rows.items()
        if row_id.startswith(f"{prefix}-CAR")
        or (row_id.startswith(f"{prefix}-SP") and row_id.split("-")[3][:2] <= "10")
    ]
    assert len(wanted) == 24 + 11
    assert [row_id for row_id in wanted if not rows[row_id]["covered"]] == []


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

"""The Mynapoint app as journeys: the whole procedure from the bank's page to the points, and every refusal."""

from __future__ import annotations

from pathlib import Path

import pytest
from walking import onebench

COMPLETE = ("mynapoint-complete",)
BRANCHES = (
    "mynapoint-card-first",
    "mynapoint-card-locked",
    "mynapoint-card-trouble",
    "mynapoint-offline",
    "mynapoint-application-refused",
)


@pytest.mark.journey
@pytest.mark.parametrize(("language", "names"), [("ja", COMPLETE + BRANCHES), ("en", COMPLETE)], ids=["ja", "en"])
def test_points_are_reserved_and_applied_for(tmp_path: Path, language: str, names: tuple[str, ...]) -> None:
    done = onebench("journey", "run", *names, "--lang", language, "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(names)} passed, 0 failed"

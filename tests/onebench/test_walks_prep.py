"""The preparation as journeys: the app from the store, a new BMW ID or MINI ID; and what both languages and all ways to
log in have in common."""

from __future__ import annotations

from pathlib import Path

import pytest
from walking import onebench

COMPLETE = ("prep-bmw-complete", "prep-mini-complete")
BRANCHES = (
    *("prep-mini-portal-id", "prep-id-taken", "prep-app-removed", "prep-download-interrupted"),
    *("x-bearer-log-in", "x-three-log-ins", "x-both-languages"),
)


@pytest.mark.journey
@pytest.mark.parametrize(("language", "names"), [("ja", COMPLETE + BRANCHES), ("en", COMPLETE)])
def test_the_preparation_is_walked(tmp_path: Path, language: str, names: tuple[str, ...]) -> None:
    done = onebench("journey", "run", *names, "--lang", language, "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(names)} passed, 0 failed"

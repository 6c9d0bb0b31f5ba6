"""The branches of the guide as journeys: other orders, refusals, locks, and an operator in trouble."""

from __future__ import annotations

from pathlib import Path

import pytest
from walking import onebench

BRANCHES = (
    *("bmw-app-first-login", "bmw-app-base", "bmw-app-pin-locked", "bmw-consent-refused", "bmw-association-left"),
    *("bmw-association-cancelled", "bmw-handle-expired", "bmw-car-first", "bmw-car-app", "bmw-sms-lost"),
    *("bmw-carrier-maintenance", "bmw-carrier-down", "bmw-car-offline-day"),
)


@pytest.mark.journey
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_guides_branches_are_walked(tmp_path: Path, language: str) -> None:
    done = onebench("journey", "run", *BRANCHES, "--lang", language, "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(BRANCHES)} passed, 0 failed"

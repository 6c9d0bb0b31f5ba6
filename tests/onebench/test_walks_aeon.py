"""The bank's Mynapoint page as journeys: the guide's way on phone and PC, and what is refused on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from walking import onebench

WAYS = ("aeon-complete", "aeon-pc")
BRANCHES = (
    *("aeon-not-agreed", "aeon-cards-refused", "aeon-otp-lost", "aeon-otp-wrong", "aeon-password-rule"),
    *("aeon-log-in-again", "aeon-maintenance", "aeon-otp-car", "aeon-otp-accessory"),
)


@pytest.mark.journey
@pytest.mark.parametrize(("language", "names"), [("ja", WAYS + BRANCHES), ("en", WAYS)])
def test_the_banks_page_is_walked(tmp_path: Path, language: str, names: tuple[str, ...]) -> None:
    done = onebench("journey", "run", *names, "--lang", language, "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(names)} passed, 0 failed"

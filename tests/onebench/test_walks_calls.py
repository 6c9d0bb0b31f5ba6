"""Calls, messages and accessories as journeys: who rings, who is busy, whom a message reaches."""

from __future__ import annotations

from pathlib import Path

import pytest
from walking import onebench

ALL = (
    *("calls-complete", "calls-phone", "calls-data-only", "sms-complete", "sms-phone"),
    *("one-number-limits", "one-number-base-only", "one-number-order-rules", "x-shared-state", "x-without-step1"),
)
ALSO_IN_ENGLISH = ("calls-complete", "sms-complete")


@pytest.mark.journey
@pytest.mark.parametrize(("language", "names"), [("ja", ALL), ("en", ALSO_IN_ENGLISH)])
def test_calls_and_messages_are_walked(tmp_path: Path, language: str, names: tuple[str, ...]) -> None:
    done = onebench("journey", "run", *names, "--lang", language, "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(names)} passed, 0 failed"

"""Calls in the car as journeys: in, out, two at once, none without a phone, cut, released; and on the round display."""

from __future__ import annotations

from pathlib import Path

import pytest
from walking import onebench

WALKS = (
    *("car-calls-incoming", "car-calls-second", "car-calls-out", "car-calls-data-only", "car-calls-lost"),
    *("car-calls-released", "car-calls-mini"),
)
IN_ENGLISH = ("car-calls-incoming", "car-calls-released")


@pytest.mark.journey
@pytest.mark.parametrize(("language", "names"), [("ja", WALKS), ("en", IN_ENGLISH)])
def test_calls_in_the_car_are_walked(tmp_path: Path, language: str, names: tuple[str, ...]) -> None:
    done = onebench("journey", "run", *names, "--lang", language, "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(names)} passed, 0 failed"

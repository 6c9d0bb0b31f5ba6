"""The management site as journeys: both first pages, history, names, release, cancellation, and what the car does."""

from __future__ import annotations

from pathlib import Path

import pytest
from walking import onebench

WALKS = (
    *("mgmt-service-only", "mgmt-with-option", "mgmt-history", "mgmt-rename", "mgmt-release", "mgmt-cancel"),
    *("mgmt-no-contract", "mgmt-order-option", "mgmt-car-released", "mgmt-make-room", "mgmt-sixth"),
    *("mgmt-maintenance", "mgmt-watch-released"),
)
IN_ENGLISH = ("mgmt-service-only", "mgmt-rename", "mgmt-car-released")


@pytest.mark.journey
@pytest.mark.parametrize(("language", "names"), [("ja", WALKS), ("en", IN_ENGLISH)])
def test_the_management_site_is_walked(tmp_path: Path, language: str, names: tuple[str, ...]) -> None:
    done = onebench("journey", "run", *names, "--lang", language, "--report", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == f"{len(names)} passed, 0 failed"

"""Long runs of the fuzz and power-loss tests (`make soak`): how many examples, and a line of figures at the end."""

from __future__ import annotations

import os
import re
from typing import Any

import pytest

EXAMPLES = int(os.environ.get("ONEBENCH_FUZZ", "0"))
"""Examples of each property; 0: as many as fit a quick test run."""
STATISTICS = "_hypothesis_stats"
"""Where the plug-in of hypothesis puts its figures on a report."""
PASSING = re.compile(r"(\d+) passing, (\d+) failing")


def examples(quick: int) -> int:
    """How many examples a property gets: `quick` in `make test`."""
    return max(quick, EXAMPLES)


def every(points: range, quick: int) -> list[int]:
    """Points at which power is lost: all of them in a soak, else about `quick` spread over them."""
    return list(points if EXAMPLES else points[:: max(1, len(points) // quick)])


class Figures:
    """Adds up what the reports say; loaded by `make soak` only."""

    def __init__(self) -> None:
        self.tests = self.failed = self.examples = self.losses = 0
        self.seconds = 0.0

    @pytest.hookimpl
    def pytest_runtest_logreport(self, report: Any) -> None:
        """One test's report."""
        found = PASSING.findall(str(getattr(report, STATISTICS, "")))  # on the report of the tear-down
        self.examples += sum(int(passing) + int(failing) for passing, failing in found)
        if report.when != "call":
            return
        self.tests += 1
        self.seconds += report.duration
        self.failed += bool(report.failed)
        self.losses += sum(int(value) for name, value in report.user_properties if name == "power_losses")

    @pytest.hookimpl
    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """The line."""
        counts = f"{self.examples} examples, {self.losses} power losses, {self.failed} failed"
        terminalreporter.write_line(f"soak: {self.tests} tests, {counts} in {self.seconds:.0f} s")


def pytest_configure(config: pytest.Config) -> None:
    """As a plug-in (`-p tests.firmware_bridge.soak`)."""
    config.pluginmanager.register(Figures())

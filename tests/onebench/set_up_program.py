"""A bench in a process of its own that may be killed: sets the car up and writes a line for each event."""

from __future__ import annotations

import sys
from pathlib import Path

from core.ui.app import prepare_environment

prepare_environment(offscreen=True)

from bench_driver import driver_at  # noqa: E402

from onebench.sweep.rules import CONNECTED  # noqa: E402


def main() -> None:
    """Until the car is connected, or for ever."""
    with driver_at(Path(sys.argv[1])) as driver:
        print("up", flush=True)
        driver.world.events.subscribe(lambda event: print(event.kind, flush=True))
        driver.go(CONNECTED)
        sys.stdin.read()


main()

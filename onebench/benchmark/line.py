"""The serial line: our modem face against bare `os.read`/`os.write` on the same virtual modem in the same run."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from onebench.benchmark.figures import Figure


def run() -> tuple[list[Figure], dict[str, Any]]:
    """Median round trips in microseconds of `AT` and of the card's list of profiles."""
    from firmware_bridge.benchmark import measure_line
    from firmware_bridge.virtual import VirtualModem

    clock = Clock()
    parts: dict[str, Any] = {"clock": clock, "events": EventLog(clock), "faults": Faults()}
    with tempfile.TemporaryDirectory() as folder:
        modem = VirtualModem(folder=Path(folder), randomness=SystemRandomness(), **parts)
        try:
            measured = measure_line(str(modem.start()), **parts)
        finally:
            modem.stop()
            clock.close()
    return _figures(measured), measured


def _figures(measured: dict[str, float]) -> list[Figure]:
    return [
        Figure("AT round trip", measured["at_face_us"], "µs", measured["at_raw_us"], "os.read/os.write"),
        Figure("list of profiles", measured["profiles_face_us"], "µs", measured["profiles_raw_us"], "os.read/os.write"),
    ]

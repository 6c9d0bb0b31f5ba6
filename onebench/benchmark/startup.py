"""How long until the first frame: the head unit against an empty QML window, turn by turn."""

from __future__ import annotations

import time

from onebench.benchmark.child import run_python
from onebench.benchmark.figures import Figure, median

ROUNDS = 7
BAR = 1.5  # design: the first interactive frame within 1.5x of an empty QML window


def run(rounds: int = ROUNDS) -> list[Figure]:
    """Both start `rounds` times in turn after a warm-up each; medians in milliseconds from process start."""
    ours, empty = "onebench.benchmark.head_unit_window", "onebench.benchmark.empty_window"
    times: dict[str, list[float]] = {ours: [], empty: []}
    for number in range(rounds + 1):
        for module, measured in times.items():
            elapsed = _first_frame(module)
            if number:
                measured.append(elapsed)
    return [
        Figure("head unit, first frame", median(times[ours]), "ms", median(times[empty]), "empty QML window", BAR, True)
    ]


def _first_frame(module: str) -> float:
    # perf_counter is the system-wide monotonic clock on Linux and macOS, so two processes can compare it.
    begin = time.perf_counter_ns()
    output = run_python("-m", module, timeout=60)
    return (int(output.split()[-1]) - begin) / 1e6

"""How long until the first frame: the head unit against an empty QML window, turn by turn."""

from __future__ import annotations

import time

from core.brand import brand_ids
from onebench.benchmark.child import run_python
from onebench.benchmark.figures import Figure, median

ROUNDS = 7
BAR = 1.5  # design: the first interactive frame within 1.5x of an empty QML window


def run(rounds: int = ROUNDS) -> list[Figure]:
    """Each brand's head unit and an empty window start `rounds` times in turn after a warm-up each; medians in
    milliseconds from process start.
    """
    empty = ("onebench.benchmark.empty_window",)
    ours = {brand: ("onebench.benchmark.head_unit_window", "--brand", brand) for brand in brand_ids()}
    times: dict[tuple[str, ...], list[float]] = {program: [] for program in (*ours.values(), empty)}
    for number in range(rounds + 1):
        for program, measured in times.items():
            elapsed = _first_frame(*program)
            if number:
                measured.append(elapsed)
    base = median(times[empty])
    return [
        Figure(f"{brand} head unit, first frame", median(times[program]), "ms", base, "empty QML window", BAR, True)
        for brand, program in ours.items()
    ]


def _first_frame(module: str, *arguments: str) -> float:
    # perf_counter is the system-wide monotonic clock on Linux and macOS, so two processes can compare it.
    begin = time.perf_counter_ns()
    output = run_python("-m", module, *arguments, timeout=60)
    return (int(output.split()[-1]) - begin) / 1e6

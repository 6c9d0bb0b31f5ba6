"""The whole bench alive: time to ready, touch to frame, frames, memory, journeys' wall time."""

from __future__ import annotations

import json
import re
import tempfile
import time

from onebench.benchmark.child import run_python
from onebench.benchmark.figures import Figure, median

ROUNDS = 3
READY_BAR, FRAME_BAR, JOURNEY_BAR = 3000.0, 50.0, 10.0  # design: quality bars
MEMORY_BAR, CAR_MEMORY_BAR = 400.0, 200.0  # MiB
JOURNEYS = ("bmw-car-app", "bmw-car-email", "bmw-car-stored", "bmw-app-first-login")


def run() -> list[Figure]:
    """Figures of the whole bench off screen, each the median of several starts."""
    ready, runs = [], []
    for _ in range(ROUNDS):
        begin = time.perf_counter_ns()
        output = run_python("-m", "onebench.benchmark.bench_program", timeout=120)
        result = json.loads(output.splitlines()[-1])
        ready.append((result["ready_at"] - begin) / 1e6)
        runs.append(result)
    figures = [
        Figure("whole bench, ready", median(ready), "ms", bar=READY_BAR),
        Figure(
            "touch to frame, median",
            median([median(result["touch_ms"]) for result in runs]),
            "ms",
            median([median(result["empty_touch_ms"]) for result in runs]),
            "one rectangle",
        ),
        Figure("longest frame, touching", _longest(runs, "frames_ms"), "ms", bar=FRAME_BAR),
        Figure("longest frame, idle", _longest(runs, "idle_frames_ms"), "ms", bar=FRAME_BAR),
        Figure("longest stall, start", max(result["stall_start_ms"] for result in runs), "ms", bar=FRAME_BAR),
        Figure("longest stall, touching", max(result["stall_touch_ms"] for result in runs), "ms", bar=FRAME_BAR),
        Figure("longest stall, web log-in", max(result["stall_web_ms"] for result in runs), "ms", bar=FRAME_BAR),
        Figure("memory of the bench", median([result["rss_mib"] for result in runs]), "MiB", bar=MEMORY_BAR),
        Figure(
            "memory after a web page", median([result["rss_after_web_mib"] for result in runs]), "MiB", bar=MEMORY_BAR
        ),
        Figure("memory of the head unit alone", _head_unit_memory(), "MiB", bar=CAR_MEMORY_BAR),
    ]
    return figures + _journeys()


def _head_unit_memory() -> float:
    return float(run_python("-m", "onebench.benchmark.head_unit_window", "--memory", timeout=60).split()[-1])


def _longest(runs: list[dict[str, list[float]]], key: str) -> float:
    return max(max(result[key], default=0.0) for result in runs)


def _journeys() -> list[Figure]:
    with tempfile.TemporaryDirectory() as reports:
        output = run_python(
            "-m", "onebench", "journey", "run", *JOURNEYS, "--lang", "ja", "--report", reports, timeout=120
        )
    seconds = {name: float(value) for name, value in re.findall(r"^passed\s+(\S+)-ja\s+([\d.]+) s", output, re.M)}
    return [Figure(f"journey {name}", seconds[name], "s", bar=JOURNEY_BAR) for name in JOURNEYS]

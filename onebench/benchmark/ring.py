"""A call on phone, car and watch with their windows, beside the bare radio of the same devices in the same run."""

from __future__ import annotations

import json
from typing import Any

from onebench.benchmark import radio
from onebench.benchmark.child import run_python
from onebench.benchmark.figures import Figure, median

BAR_MS = 200.0
"""Issue 6: a call rings on phone, car and watch within 200 ms of each other (p95), and stops when one answers."""


def run() -> tuple[list[Figure], dict[str, Any]]:
    """95th percentiles in milliseconds; the baseline has no windows and no head unit."""
    bare = radio.measure()
    output = run_python("-m", "onebench.benchmark.ring_program", timeout=300)
    seen: dict[str, list[float]] = json.loads(output.splitlines()[-1])
    p95 = {name: radio.p95(values) for name, values in seen.items()}
    names = {
        "ring": "ring on three windows, first to last, p95",
        "stop": "answered: until the other windows stop, p95",
    }
    figures = [
        Figure(name, p95[f"{key}_ms"], "ms", bare[f"{key}_p95_ms"], "bare radio", BAR_MS) for key, name in names.items()
    ]
    figures.append(Figure("call begun until the last window shows it", median(seen["shown_ms"]), "ms"))
    return figures, {"windows": seen, "bare": bare}

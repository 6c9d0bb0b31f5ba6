"""The phone's scanner beside raw zxing-cpp and raw pyzbar on the same synthetic hand-held clips."""

from __future__ import annotations

from typing import Any

from onebench.benchmark.figures import Figure


def run() -> tuple[list[Figure], dict[str, Any]]:
    """Median time to the first decode in camera milliseconds and share of clips read, in per cent."""
    from phone_app.scanner import benchmark

    measured = benchmark.run()
    decoders = measured["decoders"]
    ours = decoders["onebench"]
    figures = []
    for peer in ("zxing-cpp", "pyzbar"):
        figures.append(
            Figure("scanner, first decode", ours["median_ms"], "ms", decoders[peer]["median_ms"], f"raw {peer}")
        )
        figures.append(
            Figure("scanner, clips read", 100 * ours["rate"], "%", 100 * decoders[peer]["rate"], f"raw {peer}")
        )
    return figures, measured

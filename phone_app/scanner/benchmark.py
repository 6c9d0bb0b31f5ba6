"""Our decoder beside raw zxing-cpp and raw pyzbar on synthetic hand-held footage, in camera time.

The camera gives 30 pictures a second; a decoder always gets the newest one, and the CPU time that it needs passes
before it can take the next. What counts is the time from the clip's begin to the first right text.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from time import thread_time  # CPU time of this thread: what a decoder costs, whatever else the machine does
from typing import Any

from phone_app.scanner import opencv
from phone_app.scanner.decoder import Decoder, decode
from phone_app.scanner.footage import LENGTH, LEVELS, RATE, Level, make_clip
from phone_app.scanner.image import Gray
from phone_app.scanner.zxing import find_codes

MISS = 3.0  # seconds charged for a clip that was not read: its length and the moment until the next try
FRESH_SEEDS = (101, 102, 103)  # not looked at while the decoder was tuned

Read = Callable[[Gray], list[str]]


def run(seeds: Sequence[int] = FRESH_SEEDS, levels: Sequence[Level] = LEVELS) -> dict[str, Any]:
    """Measure all decoders on one clip a level and seed; about a minute.

    The answer: `{"clips", "decoders": {name: {"rate", "median_ms", "levels": {level: {"decoded", "clips",
    "median_ms"}}}}}`; a miss counts as 3000 ms in the medians.
    """
    opencv.load()
    makers = {"onebench": _ours, "onebench decode()": lambda: decode, "zxing-cpp": lambda: _zxing, "pyzbar": _pyzbar}
    times: dict[str, dict[str, list[float]]] = {name: {level.name: [] for level in levels} for name in makers}
    for level in levels:
        for seed in seeds:
            text, pictures = make_clip(level, seed)
            clip = list(pictures)
            for name, make in makers.items():
                times[name][level.name].append(first_decode(make(), clip, text))
    return {
        "clips": len(levels) * len(seeds),
        "decoders": {name: _summary(of_level) for name, of_level in times.items()},
    }


def first_decode(read: Read, clip: list[Gray], text: str) -> float:
    """Seconds of camera time until `read` gave `text`; `MISS` when it never did."""
    now, last = 0.0, -1
    while True:
        newest = max(last + 1, int(now * RATE))
        if newest >= LENGTH:
            return MISS
        now = max(now, newest / RATE)
        begun = thread_time()
        found = read(clip[newest])
        now += thread_time() - begun
        last = newest
        if text in found:
            return now


def table(result: dict[str, Any]) -> str:
    """`run`'s answer as lines for a terminal."""
    levels = list(next(iter(result["decoders"].values()))["levels"])
    lines = [f"{'decoder':18} {'rate':>6} {'median':>8}  " + " ".join(f"{level:>12}" for level in levels)]
    for name, summary in result["decoders"].items():
        cells = [f"{cell['decoded']}/{cell['clips']} {cell['median_ms']:6.0f}" for cell in summary["levels"].values()]
        head = f"{name:18} {summary['rate']:6.1%} {summary['median_ms']:6.1f}ms  "
        lines.append(head + " ".join(f"{cell:>12}" for cell in cells))
    return "\n".join(lines)


def _summary(of_level: dict[str, list[float]]) -> dict[str, Any]:
    everything = [time for times in of_level.values() for time in times]
    return {
        "rate": sum(time < MISS for time in everything) / len(everything),
        "median_ms": statistics.median(everything) * 1000,
        "mean_ms": statistics.fmean(everything) * 1000,
        "levels": {
            level: {
                "decoded": sum(time < MISS for time in times),
                "clips": len(times),
                "median_ms": statistics.median(times) * 1000,
            }
            for level, times in of_level.items()
        },
    }


def _ours() -> Read:
    # Without zbar's helper: it would run on another core and cost nothing here, which would not be fair.
    decoder = Decoder()
    return lambda picture: [code.text for code in decoder.read(picture).codes if code.text is not None]


def _zxing(picture: Gray) -> list[str]:
    return [code.text for code in find_codes(picture) if code.text is not None]


def _pyzbar() -> Read:
    from pyzbar import pyzbar

    def read(picture: Gray) -> list[str]:
        pixels = (picture.tobytes(), picture.shape[1], picture.shape[0])
        return [code.data.decode(errors="replace") for code in pyzbar.decode(pixels, [pyzbar.ZBarSymbol.QRCODE])]

    return read


if __name__ == "__main__":
    print(table(run()))

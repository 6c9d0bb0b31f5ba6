"""The benchmark's own sums."""

from __future__ import annotations

from typing import Any

import pytest

from phone_app.scanner import benchmark
from phone_app.scanner.footage import LENGTH, LEVELS


class Costly:
    """Takes `cost` seconds a picture and reads those from number `good` on."""

    def __init__(self, cost: float, good: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.cost, self.good = 0.0, cost, good
        self.seen: list[int] = []
        monkeypatch.setattr(benchmark, "thread_time", lambda: self.now)

    def __call__(self, picture: Any) -> list[str]:
        self.seen.append(picture)
        self.now += self.cost
        return ["text"] if picture >= self.good else ["wrong"]


CLIP: Any = list(range(LENGTH))


def test_a_quick_decoder_waits_for_the_camera(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Costly(0.003, 10, monkeypatch)
    assert benchmark.first_decode(reader, CLIP, "text") == pytest.approx(10 / 30 + 0.003)
    assert reader.seen == list(range(11))


def test_a_slow_decoder_gets_the_newest_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Costly(0.1001, 10, monkeypatch)
    assert benchmark.first_decode(reader, CLIP, "text") == pytest.approx(5 * 0.1001, abs=1e-6)
    assert reader.seen == [0, 3, 6, 9, 12]


def test_a_clip_that_is_never_read_is_a_miss(monkeypatch: pytest.MonkeyPatch) -> None:
    assert benchmark.first_decode(Costly(0.03, 999, monkeypatch), CLIP, "text") == benchmark.MISS


def test_all_decoders_are_measured_on_the_same_clips() -> None:
    result = benchmark.run(seeds=(1,), levels=[level for level in LEVELS if level.name == "L2"])
    assert result["clips"] == 1
    assert set(result["decoders"]) == {"onebench", "onebench decode()", "zxing-cpp", "pyzbar"}
    for summary in result["decoders"].values():
        assert summary["rate"] == 1.0
        assert 0 < summary["median_ms"] < 3000
    assert "1/1" in benchmark.table(result)

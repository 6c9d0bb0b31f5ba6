"""The fixture `bench`: a car on a desk without network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from car_bench import CarBench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[CarBench]:
    bench = CarBench(tmp_path)
    yield bench
    bench.car.close()
    bench.car.release()
    bench.clock.close()

"""The car's own words in journeys: it drives, parks, stands in a garage, and gives way to another brand's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fakes import FakeBench
from test_parse_and_lint import GOOD, messages
from test_runner import journey, walk

STEP: dict[str, Any] = {"say": {"ja": "発進します。", "en": "Off."}, "actor": "car"}


def test_the_car_is_driven_parked_put_into_a_garage_and_changed(tmp_path: Path) -> None:
    bench = FakeBench()
    orders = [{"drive": "car"}, {"park": "car"}, {"reception": "garage"}, {"reception": "open"}, {"brand": "mini"}]
    result = walk(bench, journey(tmp_path, STEP | {"do": orders}, STEP | {"do": [{"camera": "${brand.id_name}"}]}))
    assert result.problems == []
    assert bench.desk == [
        ("driving", "True"),
        ("driving", "False"),
        ("reception", "False"),
        ("reception", "True"),
        ("brand", "mini"),
        ("camera", "MINI ID"),
    ]


@pytest.mark.parametrize(
    ("action", "message"),
    [
        ("drive: phone", "only the car drives"),
        ("reception: cellar", "is none of garage, open"),
        ("brand: minni", 'unknown brand "minni"'),
    ],
)
def test_what_a_car_cannot_do_is_found_before_the_walk(tmp_path: Path, action: str, message: str) -> None:
    assert message in messages(tmp_path, GOOD.replace("tap: car.home.bmwId", action))

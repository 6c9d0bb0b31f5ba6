"""What a journey can have done to the car itself: drive, park, stand in a garage, give way to another brand's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onebench.journeys.bench import Bench
from onebench.journeys.conditions import Checker


def car_actions(bench: Bench, checker: Checker) -> dict[str, Callable[[Any], None]]:
    """Action → what it does with its argument."""

    def switch(brand: str) -> None:
        bench.switch_brand(brand)
        checker.brand = brand  # `${brand.id_name}` is the present car's

    return {
        "drive": lambda _: bench.set_driving(True),
        "park": lambda _: bench.set_driving(False),
        "reception": lambda place: bench.set_reception(place == "open"),
        "brand": switch,
    }

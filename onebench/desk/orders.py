"""The orders of the desk: which brand's car stands there, whether it drives, whether it has reception."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from core.brand import brand_ids
from core.errors import BenchError


class Bench(Protocol):
    """What the orders need of a bench; `onebench.world.World` has it."""

    @property
    def brand(self) -> Any: ...
    def switch_brand(self, brand_id: str, /) -> None: ...
    def set_driving(self, driving: bool, /) -> None: ...
    def set_reception(self, reception: bool, /) -> None: ...


ORDERS: dict[str, Callable[[Bench, str], None]] = {
    "brand": lambda bench, brand: bench.switch_brand(brand),
    "drive": lambda bench, _: bench.set_driving(True),
    "park": lambda bench, _: bench.set_driving(False),
    "garage": lambda bench, _: bench.set_reception(False),
    "open": lambda bench, _: bench.set_reception(True),
}
"""Order → what it does; `brand` alone takes a word with it."""


def obey(bench: Bench, order: str, word: str = "") -> None:
    """Carry an order out. Raises `desk.unknown_order` and the bench's errors."""
    if order not in ORDERS:
        raise BenchError("desk.unknown_order", order=order, known=", ".join(ORDERS))
    ORDERS[order](bench, word)


def next_brand(present: str) -> str:
    """The brand whose car comes after `present`'s, round and round."""
    known = brand_ids()
    return known[(known.index(present) + 1) % len(known)] if present in known else known[0]

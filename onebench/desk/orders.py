"""The orders of the desk: which car stands there, drives, has reception; who calls and writes; which accessories."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from accessories.kinds import kind_of
from core.brand import brand_ids
from core.errors import BenchError


class Bench(Protocol):
    """What the orders need of a bench; `onebench.world.World` has it."""

    @property
    def brand(self) -> Any: ...
    def switch_brand(self, brand_id: str, /) -> None: ...
    def set_driving(self, driving: bool, /) -> None: ...
    def set_reception(self, reception: bool, /) -> None: ...
    def call_in(self, number: str, /) -> None: ...
    def end_call(self, number: str, /) -> None: ...
    def sms_in(self, number: str, text: str, /) -> None: ...
    def start(self, part: str, /) -> None: ...
    def stop(self, part: str, /) -> None: ...


ORDERS: dict[str, Callable[[Bench, str], None]] = {
    "brand": lambda bench, brand: bench.switch_brand(brand),
    "drive": lambda bench, _: bench.set_driving(True),
    "park": lambda bench, _: bench.set_driving(False),
    "garage": lambda bench, _: bench.set_reception(False),
    "open": lambda bench, _: bench.set_reception(True),
    "call": lambda bench, number: bench.call_in(number),
    "hang-up": lambda bench, number: bench.end_call(number),
    "message": lambda bench, word: bench.sms_in(*_two(word)),
    "accessory": lambda bench, name: bench.start(_accessory(name)),
    "no-accessory": lambda bench, name: bench.stop(_accessory(name)),
}
"""Order → what it does with its word; `message` takes a number and, after a space, the text."""


def _two(word: str) -> tuple[str, str]:
    number, _, text = word.partition(" ")
    if not text:
        raise BenchError("desk.unknown_order", order="message")
    return number, text


def _accessory(name: str) -> str:
    kind_of(name)  # cars and phones are switched off elsewhere
    return name


def obey(bench: Bench, order: str, word: str = "") -> None:
    """Carry an order out. Raises `desk.unknown_order` and the bench's errors."""
    if order not in ORDERS:
        raise BenchError("desk.unknown_order", order=order, known=", ".join(ORDERS))
    ORDERS[order](bench, word)


def next_brand(present: str) -> str:
    """The brand whose car comes after `present`'s, round and round."""
    known = brand_ids()
    return known[(known.index(present) + 1) % len(known)] if present in known else known[0]

"""Walks cells on benches of their own and makes the table of what came of them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from core.brand import load_brand
from core.clock import Clock
from core.events import Event
from onebench.journeys.library import load_journey
from onebench.journeys.world_bench import WorldBench, open_world
from onebench.sweep.cells import Cell, cells, operations
from onebench.sweep.rules import ERRANDS
from onebench.sweep.walker import Walk, Walker
from onebench.sweep.words import Words


@dataclass(frozen=True)
class Outcome:
    """What came of a cell. `hit` is False when the walk never made the request."""

    cell: Cell
    walk: Walk
    hit: bool

    @property
    def verdict(self) -> str:
        """`recovered`, `told` (recovered after a message), `stuck`, `wordless` or `not hit`."""
        if not self.walk.reached:
            return "stuck"
        if self.walk.vague:
            return "wordless"
        if not self.hit:
            return "not hit"
        return "told" if self.walk.said else "recovered"

    @property
    def is_good(self) -> bool:
        """Whether the driver got to the end, and knew why when not at once."""
        return self.verdict in ("recovered", "told", "not hit")


def record(errand: str, language: str = "en") -> list[Cell]:
    """Walk an errand without a fault; all cells that follow from its requests. Raises when it does not succeed."""
    journey = load_journey(errand)
    with open_world(journey, language) as bench:
        walk = _walk(bench, errand)
        if not walk.reached or walk.said or walk.vague:
            raise RuntimeError(f"the clean walk of {errand} went wrong: {walk}")
        return cells(errand, operations(bench.events.recent(), load_brand(journey.brand).demo_vin))


def run(cell: Cell, language: str = "en") -> Outcome:
    """Walk one cell on a fresh bench."""
    with open_world(load_journey(cell.errand), language) as bench:
        armed = _arm(bench, cell)
        walk = _walk(bench, cell.errand)
        left = bench.faults.active(cell.port)
        return Outcome(cell, walk, hit=armed.is_set() and (left is None or left.count != cell.trouble.count))


def sweep(chosen: Sequence[Cell], tell: Callable[[str], None], language: str = "en") -> list[Outcome]:
    """Walk all of them; a line each to `tell`."""
    outcomes = []
    for number, cell in enumerate(chosen, 1):
        outcome = run(cell, language)
        outcomes.append(outcome)
        tell(f"{number}/{len(chosen)} {line(outcome)}")
    return outcomes


def line(outcome: Outcome) -> str:
    """One cell in one line."""
    cell, walk = outcome.cell, outcome.walk
    notes = "; ".join(
        [*walk.said, *(f"NO WORDS {entry}" for entry in walk.vague), *([walk.where] if walk.where else [])]
    )
    name = f"{cell.errand} {cell.step} {cell.trouble.name}"
    return f"{outcome.verdict:<10}{name}  {walk.seconds:.1f} s  {notes}"


def table(outcomes: Iterable[Outcome]) -> str:
    """Requests down, kinds of trouble across."""
    rows: dict[str, dict[str, str]] = {}
    for outcome in outcomes:
        cell = outcome.cell
        rows.setdefault(f"{cell.errand} {cell.step}", {})[cell.trouble.name] = outcome.verdict
    kinds = list(dict.fromkeys(kind for row in rows.values() for kind in row))
    width = max((len(name) for name in rows), default=0) + 2
    lines = ["".ljust(width) + "".join(kind.ljust(17) for kind in kinds)]
    lines += [name.ljust(width) + "".join(row.get(kind, "-").ljust(17) for kind in kinds) for name, row in rows.items()]
    return "\n".join(line.rstrip() for line in lines)


def _arm(bench: WorldBench, cell: Cell) -> threading.Event:
    """Set the fault now, or as soon as the cell's event comes."""
    armed, trouble = threading.Event(), cell.trouble

    def arm(event: Event | None = None) -> None:
        if not armed.is_set() and (event is None or event.kind == cell.after):
            armed.set()
            bench.faults.set(cell.port, trouble.kind, count=trouble.count, delay=trouble.delay, match=cell.operation)

    if cell.after:
        bench.events.subscribe(arm)
    else:
        arm()
    return armed


def _walk(bench: WorldBench, errand: str) -> Walk:
    wall = Clock()
    try:
        words = {part: Words(part) for part in bench.actors}
        return Walker(bench, words, wall).walk(ERRANDS[errand])
    finally:
        wall.close()

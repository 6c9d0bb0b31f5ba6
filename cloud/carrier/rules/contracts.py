"""What a line may order and cancel: NONE → ORDERED → ONE_NUMBER → ONE_NUMBER_MULTI (domain.md §2.3).

An order does not count at once: it is *due* some time later, the lag that the guide's 「更新」 is for (`BMW-JP-SP-28`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

from core.errors import BenchError

JAPAN = timezone(timedelta(hours=9))


class Item(StrEnum):
    """What can be ordered."""

    BASE = "base"
    """One Number service: one accessory."""
    OPTION = "option"
    """Multi-Device Option: several accessories; nothing without the base."""


class State(StrEnum):
    """How a contract stands."""

    NONE = "none"
    ORDERED = "ordered"
    ONE_NUMBER = "one_number"
    ONE_NUMBER_MULTI = "one_number_multi"


@dataclass(frozen=True)
class Held:
    """One ordered item; from `due_at` (seconds since 1970) on it counts. Once `active` it stays so."""

    due_at: float
    active: bool = False


@dataclass(frozen=True)
class Contract:
    """What one line has and has ordered."""

    base: Held | None = None
    option: Held | None = None

    @property
    def state(self) -> State:
        """The one word for it. An option that is merely ordered does not show here, but in `ordered`."""
        if self.base is None:
            return State.NONE
        if not self.base.active:
            return State.ORDERED
        return State.ONE_NUMBER_MULTI if self.option and self.option.active else State.ONE_NUMBER

    @property
    def ordered(self) -> frozenset[Item]:
        """What was ordered and does not count yet."""
        return frozenset(item for item, held in self.items() if not held.active)

    def items(self) -> list[tuple[Item, Held]]:
        """What there is, active or not."""
        both = ((Item.BASE, self.base), (Item.OPTION, self.option))
        return [(item, held) for item, held in both if held is not None]


def settled(contract: Contract, *, now: float) -> Contract:
    """The contract with all that is due by `now` active."""

    def settle(held: Held | None) -> Held | None:
        return replace(held, active=True) if held and now >= held.due_at else held

    return Contract(settle(contract.base), settle(contract.option))


def placed(contract: Contract, items: Iterable[Item], *, now: float, delay: float) -> Contract:
    """The contract after an order of `items`.

    Raises `contract.nothing_ordered`, `contract.already_ordered {items}`, `contract.option_needs_base` (a base that is
    merely ordered will do: it counts before the option does).
    """
    wanted = set(items)
    if not wanted:
        raise BenchError("contract.nothing_ordered")
    if double := sorted(item for item, _ in contract.items() if item in wanted):
        raise BenchError("contract.already_ordered", items=[str(item) for item in double])
    if Item.OPTION in wanted and Item.BASE not in wanted and contract.base is None:
        raise BenchError("contract.option_needs_base")
    due = max(now + delay, contract.base.due_at) if contract.base else now + delay
    new = Held(due_at=due, active=due <= now)
    return Contract(
        base=new if Item.BASE in wanted else contract.base, option=new if Item.OPTION in wanted else contract.option
    )


def option_cancelled(contract: Contract, *, accessories: int) -> Contract:
    """The contract without the option.

    Raises `contract.nothing_to_cancel`, and `contract.accessories_left {count}` while more than one is registered.
    """
    if contract.option is None:
        raise BenchError("contract.nothing_to_cancel")
    _refuse_left(accessories)
    return replace(contract, option=None)


def service_cancelled(contract: Contract, *, accessories: int) -> Contract:
    """No contract any more; the option goes with the service. Raises as `option_cancelled` does."""
    if contract.base is None:
        raise BenchError("contract.nothing_to_cancel")
    _refuse_left(accessories)
    return Contract()


def _refuse_left(accessories: int) -> None:
    if accessories > 1:
        raise BenchError("contract.accessories_left", count=accessories)


def application_date(now: float) -> date:
    """適用開始日: the day of the order in Japan (`BMW-JP-SP-22`)."""
    return datetime.fromtimestamp(now, JAPAN).date()

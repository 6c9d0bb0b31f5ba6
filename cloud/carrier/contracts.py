"""Contracts and orders of lines: stored before they are told, and never twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cloud.carrier.context import CarrierContext
from cloud.carrier.lines import Line, Lines
from cloud.carrier.models import ContractItemRow, LineRow, OrderRow
from cloud.carrier.rules.contracts import (
    Contract,
    Held,
    Item,
    State,
    application_date,
    option_cancelled,
    placed,
    service_cancelled,
    settled,
)
from cloud.carrier.rules.order_form import OrderForm, check_step
from core.errors import BenchError
from core.randomness import choose

KEY_LENGTH = 64


class Accessories(Protocol):
    """What contracts ask of the One Number registry."""

    def count(self, msisdn: str) -> int:
        """How many accessories of this line are registered."""

    def contract_ended(self, msisdn: str) -> None:
        """The service was cancelled: the one that may be left is to be released."""


@dataclass(frozen=True)
class ContractView:
    """How a contract stands. `most`: accessories it allows; `monthly_yen`: what it costs, with what is ordered."""

    state: State
    ordered: frozenset[Item]
    accessories: int
    most: int
    monthly_yen: int = 0


@dataclass(frozen=True)
class Receipt:
    """One order. `applies_from` is an ISO 8601 date, `fee_yen` the fee for each registered accessory."""

    order_id: str
    items: tuple[Item, ...]
    applies_from: str
    monthly_yen: int
    fee_yen: int
    placed_at: float
    delivery: str
    payment: str


class Contracts:
    """All contracts of this operator."""

    def __init__(self, context: CarrierContext, lines: Lines) -> None:
        self._context = context
        self._lines = lines
        self._registry: Accessories | None = None

    def connect(self, registry: Accessories) -> None:
        """Ask `registry` about accessories from now on."""
        self._registry = registry

    def view(self, msisdn: str) -> ContractView:
        """How the contract stands now; orders that are due become active by this. Raises `line.unknown`."""
        contract = self._settle(msisdn)
        state, settings = contract.state, self._context.settings
        most = {State.ONE_NUMBER: settings.accessories_base, State.ONE_NUMBER_MULTI: settings.accessories_option}
        accessories = self._accessories(msisdn)
        if accessories and state is State.NONE and self._registry is not None:
            self._registry.contract_ended(msisdn)  # a process that was killed after the cancellation left it
            accessories = self._accessories(msisdn)
        items = [item for item, _ in contract.items()]
        return ContractView(state, contract.ordered, accessories, most.get(state, 0), self.price(items))

    def refresh(self, msisdn: str) -> ContractView:
        """「更新」: the same as to look at it. Raises `line.unknown`."""
        return self.view(msisdn)

    def place(self, msisdn: str, order: OrderForm, key: str) -> Receipt:
        """Order what the form asks for. The same `key` again gives the same receipt, whatever the form says now.

        Raises `line.unknown`, `order.incomplete {fields}` when `check_step` finds anything, `contract.already_ordered`
        `{items}`, `contract.option_needs_base`, `contract.nothing_ordered`.
        """
        line = self._line(msisdn)
        context, settings = self._context, self._context.settings
        now = context.now()
        with context.database.writing() as session:
            session.get_one(LineRow, msisdn, with_for_update=True)  # one order at a time for a line
            query = select(OrderRow).where(OrderRow.msisdn == msisdn, OrderRow.key == key[:KEY_LENGTH])
            if (known := session.scalar(query)) is not None:
                return _receipt(known)
            if errors := check_step(order, "all", line, today=application_date(now)):
                raise BenchError("order.incomplete", fields=sorted(errors))
            before = settled(self._read(session, msisdn), now=now)
            wanted = order.items()
            after = placed(before, wanted, now=now, delay=settings.order_activation_delay)
            row = OrderRow(
                id=self._new_id(session, now),
                msisdn=msisdn,
                key=key[:KEY_LENGTH],
                items=[str(item) for item in wanted],
                placed_at=now,
                applies_from=application_date(now).isoformat(),
                monthly_yen=self.price(wanted),
                fee_yen=0 if after.option else settings.registration_fee_yen,
                form=order.to_fields(),
            )
            session.add(row)
            session.flush()
            self._write(session, msisdn, after, order_id=row.id)
        context.emit("order.placed", order=row.id, line=msisdn[-4:], items=row.items)
        return _receipt(row)

    def applies_from(self) -> str:
        """適用開始日 of an order placed now, an ISO 8601 date."""
        return application_date(self._context.now()).isoformat()

    def price(self, items: list[Item]) -> int:
        """Yen a month for `items`, with tax."""
        settings = self._context.settings
        prices = {Item.BASE: settings.one_number_price, Item.OPTION: settings.multi_device_price}
        return sum(prices[item] for item in items)

    def cancel_option(self, msisdn: str) -> ContractView:
        """End the Multi-Device Option. Raises `line.unknown`, `contract.nothing_to_cancel`,
        `contract.accessories_left {count}`.
        """
        self._line(msisdn)
        accessories = self._accessories(msisdn)
        with self._context.database.writing() as session:
            session.get_one(LineRow, msisdn, with_for_update=True)
            after = option_cancelled(self._read(session, msisdn), accessories=accessories)
            self._write(session, msisdn, after)
        self._context.emit("contract.option_cancelled", line=msisdn[-4:])
        return self.view(msisdn)

    def cancel_service(self, msisdn: str) -> ContractView:
        """End the One Number service with all that hangs on it. Raises as `cancel_option` does."""
        self._line(msisdn)
        accessories = self._accessories(msisdn)
        with self._context.database.writing() as session:
            session.get_one(LineRow, msisdn, with_for_update=True)
            after = service_cancelled(self._read(session, msisdn), accessories=accessories)
            self._write(session, msisdn, after)
        self._context.emit("contract.cancelled", line=msisdn[-4:])
        if self._registry is not None:
            self._registry.contract_ended(msisdn)
        return self.view(msisdn)

    def receipts(self, msisdn: str) -> list[Receipt]:
        """All orders that were placed for this line, the newest first."""
        query = select(OrderRow).where(OrderRow.msisdn == msisdn).order_by(OrderRow.placed_at.desc(), OrderRow.id)
        with self._context.database.reading() as session:
            return [_receipt(row) for row in session.scalars(query)]

    def receipt_of(self, msisdn: str, key: str) -> Receipt | None:
        """The order that was placed with this key, if there is one."""
        query = select(OrderRow).where(OrderRow.msisdn == msisdn, OrderRow.key == key[:KEY_LENGTH])
        with self._context.database.reading() as session:
            row = session.scalar(query)
            return _receipt(row) if row is not None else None

    def provide(self, msisdn: str, items: tuple[Item, ...]) -> None:
        """Give a line a contract without an order form: the demonstration's people have had theirs for long."""
        now = self._context.now()
        with self._context.database.writing() as session:
            order = OrderRow(
                id=f"1NDEMO{msisdn}",
                msisdn=msisdn,
                key="demo",
                items=[str(item) for item in items],
                placed_at=now,
                applies_from=application_date(now).isoformat(),
                monthly_yen=self.price(list(items)),
                fee_yen=0,
                form={},
            )
            session.add(order)
            session.flush()
            self._write(session, msisdn, placed(Contract(), items, now=now, delay=0), order_id=order.id)

    def _new_id(self, session: Session, now: float) -> str:
        while True:  # chance repeats where a test hands it in, and in the end everywhere
            order_id = f"1N{application_date(now):%Y%m%d}{choose(self._context.randomness, '0123456789', 8)}"
            if session.get(OrderRow, order_id) is None:
                return order_id

    def _settle(self, msisdn: str) -> Contract:
        self._line(msisdn)
        with self._context.database.reading() as session:
            before = self._read(session, msisdn)
        if settled(before, now=self._context.now()) == before:
            return before
        with self._context.database.writing() as session:
            before = self._read(session, msisdn)
            after = settled(before, now=self._context.now())
            self._write(session, msisdn, after)
        for item in sorted(before.ordered - after.ordered):
            self._context.emit("contract.activated", line=msisdn[-4:], item=str(item))
        return after

    def _accessories(self, msisdn: str) -> int:
        return self._registry.count(msisdn) if self._registry is not None else 0

    def _line(self, msisdn: str) -> Line:
        line = self._lines.get(msisdn)
        if line is None:
            raise BenchError("line.unknown")
        return line

    @staticmethod
    def _read(session: Session, msisdn: str) -> Contract:
        rows = session.scalars(select(ContractItemRow).where(ContractItemRow.msisdn == msisdn))
        held = {row.item: Held(row.due_at, row.active) for row in rows}
        return Contract(held.get(Item.BASE), held.get(Item.OPTION))

    @staticmethod
    def _write(session: Session, msisdn: str, contract: Contract, *, order_id: str = "") -> None:
        """Store `contract`; items that are new belong to `order_id`."""
        kept = dict(contract.items())
        mine = ContractItemRow.msisdn == msisdn
        session.execute(delete(ContractItemRow).where(mine, ContractItemRow.item.not_in([str(item) for item in kept])))
        for item, held in kept.items():
            row = session.get(ContractItemRow, (msisdn, str(item)))
            if row is None:
                row = ContractItemRow(msisdn=msisdn, item=str(item), order_id=order_id, due_at=held.due_at)
                session.add(row)
            row.active = held.active


def _receipt(row: OrderRow) -> Receipt:
    return Receipt(
        order_id=row.id,
        items=tuple(Item(item) for item in row.items),
        applies_from=row.applies_from,
        monthly_yen=row.monthly_yen,
        fee_yen=row.fee_yen,
        placed_at=row.placed_at,
        delivery=str(row.form.get("delivery", "")),
        payment=str(row.form.get("payment", "")),
    )

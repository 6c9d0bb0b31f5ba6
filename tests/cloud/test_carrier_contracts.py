"""Contracts and orders: one order however often it is sent, nothing lost when a process is killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from carrier_bench import BOTH_FORM, HANA, MIO, MIO_FORM, OPTION_FORM, CarrierBench, make_carrier
from hypothesis import Phase
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from cloud.carrier.rules.contracts import Item, State
from cloud.carrier.rules.order_form import OrderForm
from core.clock import Clock
from core.errors import BenchError
from core.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Registry:
    """A registry that has what a test says."""

    registered: int = 0
    ended: list[str] = field(default_factory=list)

    def count(self, _msisdn: str) -> int:
        return self.registered

    def contract_ended(self, msisdn: str) -> None:
        self.ended.append(msisdn)
        self.registered = 0


def test_an_order_counts_after_its_delay(carrier: CarrierBench) -> None:
    contracts = carrier.services.contracts
    assert contracts.view(MIO).state is State.NONE
    receipt = contracts.place(MIO, MIO_FORM, "key")
    assert (receipt.items, receipt.applies_from, receipt.monthly_yen) == ((Item.BASE,), "2026-04-01", 550)
    assert (receipt.fee_yen, receipt.delivery, receipt.payment) == (550, "web", "phone_bill")
    view = contracts.refresh(MIO)
    assert (view.state, view.ordered, view.most) == (State.ORDERED, {Item.BASE}, 0)
    carrier.clock.advance(3)
    view = contracts.refresh(MIO)
    assert (view.state, view.ordered, view.most, view.monthly_yen) == (State.ONE_NUMBER, frozenset(), 1, 550)
    assert carrier.kinds().count("contract.activated") == 1
    assert contracts.receipts(MIO) == [receipt]


def test_base_and_option_at_once(carrier: CarrierBench) -> None:
    receipt = carrier.services.contracts.place(MIO, BOTH_FORM, "key")
    assert (receipt.items, receipt.monthly_yen, receipt.fee_yen) == ((Item.BASE, Item.OPTION), 1100, 0)
    carrier.clock.advance(3)
    view = carrier.services.contracts.view(MIO)
    assert (view.state, view.most, view.monthly_yen) == (State.ONE_NUMBER_MULTI, 5, 1100)


def test_the_option_later(carrier: CarrierBench) -> None:
    contracts = carrier.services.contracts
    with pytest.raises(BenchError, match=r"contract\.option_needs_base"):
        contracts.place(MIO, OPTION_FORM, "too early")
    contracts.place(MIO, MIO_FORM, "base")
    carrier.clock.advance(3)
    contracts.place(MIO, OPTION_FORM, "option")
    view = contracts.view(MIO)
    assert (view.state, view.ordered, view.most) == (State.ONE_NUMBER, {Item.OPTION}, 1)
    carrier.clock.advance(3)
    assert contracts.view(MIO).state is State.ONE_NUMBER_MULTI
    assert [receipt.items for receipt in contracts.receipts(MIO)] == [(Item.OPTION,), (Item.BASE,)]


def test_without_a_delay_an_order_counts_at_once(tmp_path: Path, clock: Clock) -> None:
    bench = make_carrier(tmp_path, clock, settings=replace(Settings(), order_activation_delay=0))
    bench.services.contracts.place(MIO, BOTH_FORM, "key")
    assert bench.services.contracts.view(MIO).state is State.ONE_NUMBER_MULTI
    bench.close()


def test_the_same_key_is_the_same_order(carrier: CarrierBench) -> None:
    contracts = carrier.services.contracts
    first = contracts.place(MIO, MIO_FORM, "key")
    carrier.clock.advance(100)
    assert contracts.place(MIO, MIO_FORM, "key") == first
    assert contracts.place(MIO, OrderForm(), "key") == first, "the form does not matter any more"
    assert len(contracts.receipts(MIO)) == 1


def test_a_second_tab_orders_nothing_twice(carrier: CarrierBench) -> None:
    contracts = carrier.services.contracts
    contracts.place(MIO, MIO_FORM, "tab 1")
    with pytest.raises(BenchError) as refused:
        contracts.place(MIO, BOTH_FORM, "tab 2")
    assert (refused.value.code, refused.value.params) == ("contract.already_ordered", {"items": ["base"]})
    assert contracts.view(MIO).ordered == {Item.BASE}, "no part of it was taken"


@pytest.mark.parametrize("keys", [["one"] * 8, [f"tab {number}" for number in range(8)]])
def test_eight_clicks_at_once_are_one_order(carrier: CarrierBench, keys: list[str]) -> None:
    contracts = carrier.services.contracts

    def place(key: str) -> str:
        try:
            return contracts.place(MIO, BOTH_FORM, key).order_id
        except BenchError as error:
            return error.code

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(place, keys))
    receipts = contracts.receipts(MIO)
    assert len(receipts) == 1
    refused = 0 if len(set(keys)) == 1 else 7
    assert answers.count("contract.already_ordered") == refused
    assert answers.count(receipts[0].order_id) == 8 - refused


def test_an_order_with_faults_is_not_taken(carrier: CarrierBench) -> None:
    contracts = carrier.services.contracts
    with pytest.raises(BenchError) as refused:
        contracts.place(MIO, replace(MIO_FORM, given_kana="ハナ", payment=""), "key")
    assert refused.value.code == "order.incomplete"
    assert refused.value.params == {"fields": ["given_kana", "payment"]}
    assert contracts.receipts(MIO) == []
    assert contracts.place(MIO, MIO_FORM, "key").items == (Item.BASE,), "its key is still free"


def test_a_line_of_nobody_has_no_contract(carrier: CarrierBench) -> None:
    for ask in (carrier.services.contracts.view, carrier.services.contracts.cancel_service):
        with pytest.raises(BenchError, match=r"line\.unknown"):
            ask("09099999999")


def test_what_is_registered_must_go_first(carrier: CarrierBench) -> None:
    contracts, registry = carrier.services.contracts, Registry(registered=2)
    contracts.connect(registry)
    contracts.place(MIO, BOTH_FORM, "key")
    carrier.clock.advance(3)
    for cancel in (contracts.cancel_option, contracts.cancel_service):
        with pytest.raises(BenchError) as refused:
            cancel(MIO)
        assert (refused.value.code, refused.value.params) == ("contract.accessories_left", {"count": 2})
    registry.registered = 1
    view = contracts.cancel_option(MIO)
    assert (view.state, view.accessories) == (State.ONE_NUMBER, 1)
    with pytest.raises(BenchError, match=r"contract\.nothing_to_cancel"):
        contracts.cancel_option(MIO)
    assert contracts.cancel_service(MIO).state is State.NONE
    assert registry.ended == [MIO]
    contracts.place(MIO, MIO_FORM, "again")
    assert len(contracts.receipts(MIO)) == 2


def test_what_a_killed_cancellation_left_is_released_at_the_next_look(carrier: CarrierBench) -> None:
    contracts, registry = carrier.services.contracts, Registry(registered=1)
    contracts.connect(registry)
    assert contracts.view(MIO).accessories == 0
    assert registry.ended == [MIO]


def test_the_demonstrations_contracts_are_there(carrier: CarrierBench) -> None:
    assert carrier.services.contracts.view(HANA).state is State.ONE_NUMBER
    assert len(carrier.services.contracts.receipts(HANA)) == 1


def test_a_process_that_is_killed_at_any_point_leaves_one_order_or_none(
    first_carrier_run: Path, tmp_path: Path
) -> None:
    script = Path(__file__).with_name("killed_carrier.py")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(script.parent)])}
    done = subprocess.run(
        [sys.executable, str(script), str(first_carrier_run), str(tmp_path / "carrier")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    *rows, wrong_pins = [json.loads(line) for line in done.stdout.splitlines()]
    assert wrong_pins == 1, "a wrong PIN that was answered is a wrong PIN that counts"
    assert len(rows) > 8, rows
    assert not rows[-1][0], "the last one lived"
    for killed, orders, items, orders_after, items_after in rows:
        assert (orders, items) in ((0, 0), (1, 2)), "all of it or nothing"
        assert (orders_after, items_after) == (1, 2)
        assert killed or orders == 1


class Life(RuleBasedStateMachine):
    """One line's life: orders, cancellations, time and restarts, in any order."""

    folder: Path

    @initialize()
    def begin(self) -> None:
        from tempfile import mkdtemp

        self.clock = Clock(rate=0)
        self.registry = Registry()
        self.place_of = Path(mkdtemp(dir=self.folder))
        self.bench = self._open()
        self.receipts: dict[str, Any] = {}
        self.has: set[Item] = set()

    def _open(self) -> CarrierBench:
        bench = make_carrier(self.place_of, self.clock, settings=replace(Settings(), order_activation_delay=5))
        bench.services.contracts.connect(self.registry)
        return bench

    @rule(form=st.sampled_from([MIO_FORM, BOTH_FORM, OPTION_FORM]), key=st.sampled_from("abcdefgh"))
    def order(self, form: OrderForm, key: str) -> None:
        wanted = set(form.items())
        contracts = self.bench.services.contracts
        if key in self.receipts:
            assert contracts.place(MIO, form, key) == self.receipts[key]
            return
        if wanted & self.has or not {Item.BASE} & (wanted | self.has):
            code = "contract.already_ordered" if wanted & self.has else "contract.option_needs_base"
            with pytest.raises(BenchError, match=code):
                contracts.place(MIO, form, key)
            return
        self.receipts[key] = contracts.place(MIO, form, key)
        self.has |= wanted

    @rule(whole=st.booleans(), registered=st.integers(0, 2))
    def cancel(self, whole: bool, registered: int) -> None:
        contracts, item = self.bench.services.contracts, Item.BASE if whole else Item.OPTION
        cancel = contracts.cancel_service if whole else contracts.cancel_option
        self.registry.registered = registered
        if item not in self.has or registered > 1:
            code = "contract.accessories_left" if item in self.has else "contract.nothing_to_cancel"
            with pytest.raises(BenchError, match=code):
                cancel(MIO)
            return
        cancel(MIO)
        self.has -= {Item.BASE, Item.OPTION} if whole else {Item.OPTION}

    @rule(seconds=st.integers(1, 6))
    def wait(self, seconds: int) -> None:
        self.clock.advance(seconds)

    @rule()
    def restart(self) -> None:
        self.bench.close()
        self.bench = self._open()

    @invariant()
    def holds(self) -> None:
        if not hasattr(self, "bench"):
            return
        view = self.bench.services.contracts.view(MIO)
        assert view.monthly_yen == 550 * len(self.has)
        assert view.ordered <= self.has
        assert (view.state is State.NONE) == (not self.has)
        assert view.most == {State.ONE_NUMBER: 1, State.ONE_NUMBER_MULTI: 5}.get(view.state, 0)
        assert {r.order_id for r in self.bench.services.contracts.receipts(MIO)} == {
            receipt.order_id for receipt in self.receipts.values()
        }

    def teardown(self) -> None:
        if hasattr(self, "bench"):
            self.bench.close()


def test_a_lines_life_in_any_order(tmp_path: Path) -> None:
    class Here(Life):
        folder = tmp_path

    # No shrinking: with a database below, that takes minutes.
    phases = (Phase.explicit, Phase.reuse, Phase.generate)
    how = hypothesis_settings(max_examples=8, stateful_step_count=25, deadline=None, phases=phases)
    run_state_machine_as_test(Here, settings=how)

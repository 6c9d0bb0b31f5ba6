"""The life of an order, tried with any sequence of steps; the stock on disk; profiles given as files."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from smdp_bench import EID, ICCID, OTHER_EID, Desk, raw

from cloud.smdp.authentication import authenticate
from cloud.smdp.delivery import get_package
from cloud.smdp.order_book import OrderBook
from cloud.smdp.profiles import new_profile, profile_from_file
from cloud.smdp.rules import orders
from cloud.smdp.rules.orders import Order, State
from cloud.smdp.rules.refusals import Refusal, Refused
from cloud.smdp.rules.sessions import MOST, Session, Sessions, Step
from core.errors import BenchError
from core.randomness import SeededRandomness
from core.rsp.messages_bpp import BoundProfilePackage
from core.rsp.profile_package import read_package

EIDS = st.sampled_from([EID, OTHER_EID])
Move = Callable[[Order], Order]


def download(order: Order, eid: str, now: float) -> Order:
    orders.check_eligible(order, eid=eid, now=now)
    return orders.hand_out(orders.begin_download(order), eid=eid, transaction_id="00", euicc="00")


moves = st.one_of(
    st.builds(lambda eid: lambda order: orders.allocate(order, eid=eid, now=0.0), st.sampled_from(["", EID])),
    st.builds(
        lambda eid, code, release: (
            lambda order: orders.confirm(order, eid=eid, matching_id="M", confirmation_code=code, release=release)
        ),
        st.sampled_from(["", EID, OTHER_EID]), st.sampled_from(["", "1"]), st.booleans(),
    ),
    st.just(orders.release),
    st.builds(lambda keep: lambda order: orders.cancel(order, eid="", matching_id="", reusable=keep), st.booleans()),
    st.builds(
        lambda eid, now: lambda order: download(order, eid, now), EIDS, st.sampled_from([0.0, orders.LIFETIME])
    ),
    st.builds(lambda error: lambda order: orders.installed(order, error), st.sampled_from([None, 9, 10])),
    st.builds(lambda reason: lambda order: orders.given_up(order, reason), st.integers(0, 5)),
    st.builds(lambda word: lambda order: orders.used(order, word), st.sampled_from(["enabled", "deleted"])),
    st.just(orders.code_refused),
)  # fmt: skip


@given(st.lists(moves, max_size=25))
def test_no_sequence_of_steps_gives_a_profile_to_two_cards_or_brings_it_back(steps: list[Move]) -> None:
    order, holders = Order(ICCID, "t"), set()
    for step in steps:
        before = order
        try:
            order = step(order)
        except Refused:
            assert order == before
            continue
        if order.state is State.AVAILABLE and before.state is not State.AVAILABLE:
            assert before.state in (*orders.ORDERED, State.ERROR) or order.on_card == "deleted"
            holders = set()
        if order.state is State.DOWNLOADED:
            holders.add(order.eid)
            assert order.eid
            assert order.transaction
        assert len(holders) <= 1
        if order.state is State.INSTALLED:
            assert before.state in (State.DOWNLOADED, State.INSTALLED)
        if before.state in (State.INSTALLED, State.UNAVAILABLE):
            assert order.state is before.state or order.on_card == "deleted"


@given(st.text(max_size=20), st.text(max_size=20), st.binary(min_size=1, max_size=16))
def test_only_the_right_code_fits(code: str, other: str, tid: bytes) -> None:
    order = Order(ICCID, "t", confirmation=hashlib.sha256(code.encode()).hexdigest())
    hash_cc = hashlib.sha256(hashlib.sha256(other.encode()).digest() + tid).digest()
    assert orders.code_fits(order, hash_cc, tid) is (code == other)
    assert not orders.code_fits(order, hash_cc[:-1], tid)


def test_every_refusal_has_its_own_code_or_says_why_not() -> None:
    codes = [f"{refusal.value.subject}/{refusal.value.reason}" for refusal in Refusal]
    assert len(set(codes)) == len(codes)


def test_the_number_of_sessions_is_bounded() -> None:
    sessions = Sessions()
    for number in range(MOST + 5):
        sessions.open(Session(number.to_bytes(16, "big"), b"", b"", 10.0))
    with pytest.raises(Refused):
        sessions.get(f"{4:032X}", Step.INITIATED, now=0.0)
    assert sessions.get(f"{5:032x}", Step.INITIATED, now=0.0)


def test_of_two_equal_answers_at_once_one_is_refused(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.provide()
    body = desk.card.authenticate(desk.initiate(), "MID-1")
    outcomes: list[str] = []

    def send() -> None:
        try:
            authenticate(desk.context, body)
            outcomes.append("passed")
        except Refused as error:
            outcomes.append(error.refusal.name)

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["TRANSACTION_UNKNOWN"] * 3 + ["passed"]


def test_what_cannot_be_stored_has_not_happened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(tmp_path)
    desk.provide()

    def full(*_: object) -> None:
        raise BenchError("storage.full")

    monkeypatch.setattr("core.store.JsonStore.save", full)
    with pytest.raises(BenchError, match=r"storage\.full"):
        desk.get_package()
    assert desk.order.state is State.RELEASED
    monkeypatch.undo()
    assert desk.get_package()["boundProfilePackage"]
    assert OrderBook(tmp_path).get(ICCID) == desk.order


def test_a_package_can_be_given_as_a_file(tmp_path: Path) -> None:
    made = new_profile(
        SeededRandomness(1), iccid="8981000000000000110", imsi="001010000000110", msisdn="+819000000110",
        provider="Lab", name="Lab profile", filler=11_000,
    )  # fmt: skip
    path = tmp_path / "profile.der"
    path.write_bytes(made.package())
    assert 11_000 < path.stat().st_size < 12_500
    desk = Desk(tmp_path)
    spec = profile_from_file(path)
    assert replace(spec, file="", filler=11_000) == made
    desk.context.book.add(spec, "lab")
    desk.context.book.put(
        Order(spec.iccid, "lab", State.RELEASED, matching_id="LAB", expires_at=desk.context.now() + 10)
    )
    desk.restart()

    answer = get_package(desk.context, desk.card.prepare(desk.authenticate("LAB")))
    _, package = desk.card.open_package(raw(answer["boundProfilePackage"]))
    assert read_package(package).imsi == made.imsi
    path.write_bytes(b"garbage")
    with pytest.raises(BenchError, match=r"smdp\.package_unusable"):
        profile_from_file(path)
    desk.context.book.put(replace(desk.context.book.get(spec.iccid), state=State.RELEASED))
    with pytest.raises(Refused) as caught:
        desk.authenticate("LAB")
    assert caught.value.refusal is Refusal.PROFILE_UNAVAILABLE


def test_profiles_with_rules_that_the_card_forbids_are_not_offered(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.provide()
    desk.context.book._specs[ICCID] = replace(desk.context.book.spec(ICCID), rules=(1,))
    desk.card.info2.forbidden_rules = frozenset({1})
    with pytest.raises(Refused) as caught:
        desk.authenticate()
    assert caught.value.refusal is Refusal.NO_ELIGIBLE_PROFILE


def test_a_package_with_keys_of_its_own_opens_too(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.provide()
    spec = desk.context.book._specs[ICCID] = replace(desk.context.book.spec(ICCID), own_keys=True)
    package = raw(desk.get_package()["boundProfilePackage"])
    assert BoundProfilePackage.from_bytes(package).replace_keys
    assert desk.card.open_package(package)[1] == spec.package()
    desk.restart()
    assert desk.context.book.spec(ICCID).own_keys


def test_wrong_codes_do_not_bring_an_order_back_that_was_taken_back() -> None:
    order = orders.cancel(orders.allocate(Order(ICCID, "t"), eid="", now=0.0), eid="", matching_id="", reusable=False)
    for _ in range(orders.CODE_TRIES + 1):
        order = orders.code_refused(order)
    assert order.state is State.UNAVAILABLE

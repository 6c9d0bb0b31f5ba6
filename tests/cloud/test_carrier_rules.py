"""The operator's rules: numbers, PINs, names, addresses, and contracts under any sequence of orders."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloud.carrier.demo import demo_secrets
from cloud.carrier.rules.addresses import PREFECTURES, address_key, first_difference, has_odd_signs
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
from cloud.carrier.rules.digits import plain_digits, plain_msisdn
from cloud.carrier.rules.names import clean_name, is_japanese, is_katakana
from cloud.carrier.rules.network_pins import clean_pin, refuse_weak
from core.demo import demo_data
from core.errors import BenchError

ADDRESS = "東京都江東区有明3-7-18 有明ベイハイツ 405"


@pytest.mark.parametrize("typed", ["1350063", "135-0063", "１３５－００６３", " 135 0063 ", "135ー0063", "135−0063"])
def test_a_postcode_may_be_typed_in_any_way(typed: str) -> None:
    assert plain_digits(typed) == "1350063"


@pytest.mark.parametrize(
    "typed", ["09000004321", "090-0000-4321", "+81 90-0000-4321", "＋８１９０００００４３２１", "+81(0)9000004321"]
)
def test_a_telephone_number_may_be_typed_in_any_way(typed: str) -> None:
    assert plain_msisdn(typed.replace("(0)", "0")) == "09000004321"


@given(st.text())
def test_what_is_typed_as_digits_never_breaks(typed: str) -> None:
    plain = plain_digits(typed)
    assert plain_digits(plain) == plain
    plain_msisdn(typed)


@pytest.mark.parametrize("typed", ["", "258", "25801", "abcd", "25 8O", "😀258", "²580x"])
def test_what_is_no_pin_is_no_try(typed: str) -> None:
    with pytest.raises(BenchError, match=r"network_pin\.malformed"):
        clean_pin(typed)


def test_a_pin_may_be_typed_in_full_width() -> None:
    assert clean_pin(" ２５８０ ") == "2580"


@pytest.mark.parametrize(
    ("pin", "reason"),
    [
        ("0000", "repeated"),
        ("1111", "repeated"),
        ("1993", "birthday"),
        ("0218", "birthday"),
        ("1802", "birthday"),
        ("4321", "own_number"),
        ("0900", None),
        ("8264", None),
    ],
)
def test_which_pins_are_not_allowed(pin: str, reason: str | None) -> None:
    if reason is None:
        refuse_weak(pin, birth_date="1993-02-18", msisdn="09000004321")
        return
    with pytest.raises(BenchError) as refused:
        refuse_weak(pin, birth_date="1993-02-18", msisdn="09000004321")
    assert (refused.value.code, refused.value.params) == ("network_pin.not_allowed", {"reason": reason})


def test_the_demonstrations_people_keep_the_rules() -> None:
    for line in demo_data()["lines"]:
        refuse_weak(line["network_pin"], birth_date=line["birth_date"], msisdn=line["msisdn"])
        assert is_katakana(line["family_kana"] + line["given_kana"])
        assert is_japanese(line["family_kanji"] + line["given_kanji"])
        assert line["imsi"].startswith("00101")
        assert len(line["postcode"]) == 7
        assert line["address"].startswith(PREFECTURES)
        assert 8 <= len(line["d_password"]) <= 20
    assert len(demo_secrets()) == 2 * len(demo_data()["lines"])
    imsis = [part["imsi"] for part in (*demo_data()["lines"], *demo_data()["profiles"], *demo_data()["downloads"])]
    assert len(set(imsis)) == len(imsis)


@pytest.mark.parametrize(
    ("typed", "clean", "katakana"),
    [
        ("タナカ", "タナカ", True),
        ("ﾀﾅｶ", "タナカ", True),
        ("ｶﾞｲﾑｼｮｳ", "ガイムショウ", True),
        ("カ\u3099", "ガ", True),
        (" タ ナ\u3000カ ", "タナカ", True),
        ("ヴァレリー", "ヴァレリー", True),
        ("たなか", "たなか", False),
        ("Tanaka", "Tanaka", False),
        ("タナカ1", "タナカ1", False),
        ("タナ・カ", "タナ・カ", False),
    ],
)
def test_names_in_katakana(typed: str, clean: str, katakana: bool) -> None:
    assert clean_name(typed) == clean
    assert is_katakana(clean) is katakana


@pytest.mark.parametrize("name", ["田中", "佐々木", "髙橋", "𠮷田", "神", "さくら", "一ノ瀬", "ヱビス"])
def test_names_as_they_are_written(name: str) -> None:
    assert is_japanese(clean_name(name))


@pytest.mark.parametrize("name", ["", "Tanaka", "田中😀", "田中<b>", "田中;--", "田\u200b中", "Танака"])
def test_what_is_no_japanese_name(name: str) -> None:
    assert not is_japanese(clean_name(name))


@pytest.mark.parametrize(
    "typed",
    ["有明3-7-18", "有明３－７－１８", "有明三丁目7番18号", "有明 3丁目7の18", "有明3ー7ー18", "有明3丁目7番地18"],
)
def test_one_place_has_many_spellings(typed: str) -> None:
    assert address_key(f"東京都江東区{typed}") == address_key("東京都江東区有明3-7-18")
    assert _difference(street=typed) is None


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, None),
        ({"building": ""}, None),
        ({"building": "有明ベイハイツ４０５号室"}, None),
        ({"street": "有明3-7-18有明ベイハイツ405", "building": ""}, None),
        ({"building": "有明ベイハイツ406"}, "building"),
        ({"street": "有明3-7"}, "street"),
        ({"street": "有明3-7-1"}, "street"),
        ({"street": "有"}, "street"),
        ({"street": "有明"}, "street"),
        ({"city": "江戸川区"}, "city"),
        ({"prefecture": "大阪府"}, "prefecture"),
    ],
)
def test_an_address_agrees_with_the_contract_or_one_field_does_not(changes: dict[str, str], wrong: str | None) -> None:
    assert _difference(**changes) == wrong


def _difference(**changes: str) -> str | None:
    parts = {"prefecture": "東京都", "city": "江東区", "street": "有明3-7-18", "building": "有明ベイハイツ405"}
    return first_difference({**parts, **changes}, ADDRESS)


def test_numbers_in_kanji() -> None:
    assert address_key("栄十二丁目二十三番四号") == "栄12-23-4"


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_no_address_breaks_the_comparison(city: str, street: str, building: str) -> None:
    first_difference({"prefecture": "東京都", "city": city, "street": street, "building": building}, ADDRESS)
    has_odd_signs(city + street + building)


def test_there_are_47_prefectures() -> None:
    assert len(set(PREFECTURES)) == 47


def test_the_application_date_is_japans() -> None:
    before_midnight_utc = 1775055600.0  # 2026-04-01 15:00 UTC, midnight in Japan
    assert application_date(before_midnight_utc) == date(2026, 4, 2)
    assert application_date(before_midnight_utc - 1) == date(2026, 4, 1)


def test_an_option_waits_for_its_base() -> None:
    ordered = placed(Contract(), {Item.BASE}, now=100, delay=10)
    both = placed(ordered, {Item.OPTION}, now=101, delay=0)
    assert (both.state, both.ordered) == (State.ORDERED, {Item.BASE, Item.OPTION})
    assert settled(both, now=109.9) == both
    assert settled(both, now=110).state == State.ONE_NUMBER_MULTI


ACTIONS = st.one_of(
    st.tuples(st.just("place"), st.sets(st.sampled_from(Item))),
    st.tuples(st.just("wait"), st.floats(0, 20)),
    st.tuples(st.sampled_from(["cancel_option", "cancel_service"]), st.integers(0, 3)),
)


@given(st.lists(ACTIONS, max_size=30), st.floats(0, 10))
def test_no_sequence_of_orders_breaks_a_contract(actions: list[tuple[str, object]], delay: float) -> None:
    contract, now = Contract(), 1000.0
    for action, value in actions:
        before = contract
        try:
            if action == "place":
                contract = placed(contract, value, now=now, delay=delay)  # type: ignore[arg-type]
                assert value
                assert not {item for item, _ in before.items()} & value  # type: ignore[operator]
            elif action == "wait":
                now += value  # type: ignore[operator]
                contract = settled(contract, now=now)
                assert {item for item, _ in contract.items()} == {item for item, _ in before.items()}
                assert contract.ordered <= before.ordered
            elif action == "cancel_option":
                contract = option_cancelled(contract, accessories=value)  # type: ignore[arg-type]
                assert contract == Contract(before.base, None)
            else:
                contract = service_cancelled(contract, accessories=value)  # type: ignore[arg-type]
                assert contract.state is State.NONE
        except BenchError:
            assert contract == before
        assert contract.base is not None or contract.option is None, "an option without its base"
        assert not (contract.option and contract.option.active) or contract.base.active  # type: ignore[union-attr]
        assert all(held == Held(held.due_at, True) or held.due_at > now for _, held in contract.items())

"""The order form: what is typed is cleaned, compared with the contract, and each fault is told at its field."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from carrier_bench import BOTH_FORM, MIO_FORM, OPTION_FORM
from hypothesis import given
from hypothesis import strategies as st

from cloud.carrier.lines import Line
from cloud.carrier.rules.order_form import MAX_TYPED, OrderForm, check_step
from core.demo import demo_data

TODAY = date(2026, 4, 1)
DATA = next(line for line in demo_data()["lines"] if line["owner"].startswith("mio"))
LINE = Line(**{field.name: DATA[field.name] for field in fields(Line)})


def codes(form: OrderForm, step: Any = "all", line: Line | None = LINE) -> dict[str, str]:
    return {name: error.code for name, error in check_step(form, step, line, today=TODAY).items()}


@pytest.mark.parametrize("form", [MIO_FORM, BOTH_FORM, OPTION_FORM])
def test_a_form_that_agrees_with_the_contract_passes(form: OrderForm) -> None:
    assert codes(form) == {}


def test_what_people_paste_is_cleaned() -> None:
    form = replace(
        MIO_FORM,
        family_kana=" ﾀﾅｶ ",
        family_kanji="田 中",
        birth_year="１９９３",
        birth_month="02",
        postcode="〒１３５－００６３",
        city="江東区\u3000",
        street="有明三丁目７番１８号",
    )
    assert codes(form) == {}
    assert (form.family_kana, form.postcode, form.birth_year) == ("タナカ", "1350063", "1993")


def test_an_empty_form_names_each_field() -> None:
    found = codes(OrderForm())
    assert found.pop("base") == "order.nothing_chosen"
    assert set(found.values()) == {"order.missing"}
    assert set(found) == {
        *("family_kana", "given_kana", "family_kanji", "given_kanji", "birth_year", "birth_month", "birth_day"),
        *("postcode", "prefecture", "city", "street", "user_age", "delivery", "payment"),
    }


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"terms_base": False}, "terms_base", "order.terms"),
        ({"option": True}, "terms_option", "order.terms"),
        ({"base": False, "terms_base": False}, "base", "order.nothing_chosen"),
        ({"family_kana": "たなか"}, "family_kana", "order.not_katakana"),
        ({"family_kana": "TANAKA"}, "family_kana", "order.not_katakana"),
        ({"given_kana": "ミヨ"}, "given_kana", "order.not_as_contracted"),
        ({"given_kana": "ミ" * 21}, "given_kana", "order.too_long"),
        ({"family_kanji": "田中😀"}, "family_kanji", "order.not_kanji"),
        ({"family_kanji": "<script>alert(1)</script>"}, "family_kanji", "order.too_long"),
        ({"family_kanji": "' OR 1=1 --"}, "family_kanji", "order.not_kanji"),
        ({"family_kanji": "田仲"}, "family_kanji", "order.not_as_contracted"),
        ({"birth_month": "13"}, "birth_year", "order.not_a_date"),
        ({"birth_day": "30"}, "birth_year", "order.not_a_date"),
        ({"birth_year": "93"}, "birth_year", "order.not_a_date"),
        ({"birth_year": "1899"}, "birth_year", "order.not_a_date"),
        ({"birth_year": "99999"}, "birth_year", "order.not_a_date"),
        ({"birth_year": "いつか"}, "birth_year", "order.not_a_date"),
        ({"birth_year": "2027"}, "birth_year", "order.in_future"),
        ({"birth_year": "2010"}, "birth_year", "order.too_young"),
        ({"birth_year": "1994"}, "birth_year", "order.not_as_contracted"),
        ({"birth_day": ""}, "birth_day", "order.missing"),
        ({"postcode": "135006"}, "postcode", "order.not_a_postcode"),
        ({"postcode": "135-OO63"}, "postcode", "order.not_a_postcode"),
        ({"postcode": "1350064"}, "postcode", "order.not_as_contracted"),
        ({"prefecture": "東京"}, "prefecture", "order.unknown_choice"),
        ({"prefecture": "大阪府"}, "prefecture", "order.not_as_contracted"),
        ({"city": ""}, "city", "order.missing"),
        ({"street": "有明3-7-18🏠"}, "street", "order.odd_signs"),
        ({"street": "有明\u202e3-7-18"}, "street", "order.odd_signs"),
        ({"street": "有明9-9-9"}, "street", "order.not_as_contracted"),
        ({"building": "別のビル1"}, "building", "order.not_as_contracted"),
        ({"building": "あ" * 61}, "building", "order.too_long"),
        ({"user_age": "17"}, "user_age", "order.unknown_choice"),
        ({"delivery": "pigeon"}, "delivery", "order.unknown_choice"),
        ({"delivery": "email"}, "email", "order.missing"),
        ({"delivery": "email", "email": "mio@"}, "email", "order.not_an_email"),
        ({"payment": "cash"}, "payment", "order.unknown_choice"),
        ({"payment": ""}, "payment", "order.missing"),
    ],
)
def test_each_fault_is_told_at_its_field(changes: dict[str, Any], field: str, code: str) -> None:
    assert codes(replace(MIO_FORM, **changes)) == {field: code}


def test_steps_ask_for_their_own_fields_only() -> None:
    assert codes(replace(MIO_FORM, payment=""), "form") == {}
    assert codes(OrderForm(payment="card"), "payment") == {}
    assert set(codes(OrderForm(), "payment")) == {"payment"}


def test_an_email_is_asked_for_only_where_it_is_used() -> None:
    assert codes(replace(MIO_FORM, delivery="post", email="nonsense")) == {}
    assert codes(replace(MIO_FORM, delivery="email", email="mio.tanaka@example.com")) == {}


def test_who_is_18_today_may_order() -> None:
    line = replace(LINE, birth_date="2008-04-01")
    born = {"birth_year": "2008", "birth_month": "4", "birth_day": "1"}
    assert codes(replace(MIO_FORM, **born), line=line) == {}
    tomorrow = replace(MIO_FORM, **{**born, "birth_day": "2"})
    assert codes(tomorrow, line=line) == {"birth_year": "order.too_young"}


def test_what_the_contract_says_is_right_whatever_letters_it_has() -> None:
    line = replace(LINE, family_kanji="SMITH")
    assert codes(replace(MIO_FORM, family_kanji="ＳＭＩＴＨ"), line=line) == {}


def test_without_a_line_only_the_form_is_checked() -> None:
    assert codes(replace(MIO_FORM, given_kana="ハナ", given_kanji="花", street="有明1-1"), line=None) == {}


def test_a_form_survives_its_draft() -> None:
    assert OrderForm.from_fields(BOTH_FORM.to_fields()) == BOTH_FORM
    assert OrderForm.from_fields({"base": "on", "option": "0", "unknown": 1, "city": None}) == OrderForm(base=True)


@given(
    st.dictionaries(st.sampled_from([field.name for field in fields(OrderForm)]), st.text() | st.booleans() | st.none())
)
def test_nothing_that_is_typed_breaks_the_form(typed: dict[str, Any]) -> None:
    form = OrderForm.from_fields(typed)
    check_step(form, "all", LINE, today=TODAY)
    assert OrderForm.from_fields(form.to_fields()) == form, "cleaning twice is cleaning once"


def test_ten_thousand_letters_are_cut() -> None:
    form = OrderForm(city="あ" * 10_000, family_kana="ｶﾞ" * 10_000)
    assert len(form.city) == MAX_TYPED
    assert codes(form)["city"] == "order.too_long"
    assert codes(form)["family_kana"] == "order.too_long"

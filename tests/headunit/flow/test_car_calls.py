"""The car's book of calls: whatever a modem lists, each call is one call, and its end is told once."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.phone_numbers import grouped, national
from headunit.flow.calls import Call, CallBook, past_kind
from headunit.flow.telephone import can_be_called, is_service_code, missing, rows_of, typed_with

STATES = ("active", "held", "dialling", "alerting", "incoming", "waiting")
ESIM = {"state": "connected", "telephony": True, "parentPhone": "Phone"}


@dataclass(frozen=True)
class Line:
    index: int
    outgoing: bool
    state: str
    number: str = ""


lines = st.builds(
    Line, st.integers(1, 4), st.booleans(), st.sampled_from(STATES), st.sampled_from(["", "110", "09000002001"])
)
lists = st.lists(lines, max_size=4, unique_by=lambda line: line.index)


@given(st.lists(st.one_of(lists, st.sampled_from(["111", "119"])), max_size=12))
def test_every_call_begins_and_ends_once(steps: list[list[Line] | str]) -> None:
    book, seen, over = CallBook(), set[int](), list[int]()
    for now, step in enumerate(steps, 1):
        if isinstance(step, str):
            if book.may_begin:
                seen.add(book.begin(step, now).key)
            continue
        ended = book.read(step, now, dialled=True)
        over += [call.key for call in ended]
        seen |= {call.key for call in book.calls} | {call.key for call in ended}
        assert sorted(call.index for call in book.calls) == sorted(line.index for line in step)
        assert (book.front is None) == (not book.calls)
        assert all(call.connected for call in book.calls if call.state in ("active", "held"))
    over += [call.key for call in book.drop_all()]
    assert sorted(over) == sorted(seen)


def test_what_was_dialled_is_there_before_the_modem_lists_it() -> None:
    book = CallBook()
    dialled = book.begin("111", 1)
    assert book.read([], 2, dialled=False) == []
    assert book.front == dialled
    assert book.read([Line(1, True, "alerting", "111")], 3, dialled=True) == []
    assert book.front is not None
    assert (book.front.key, book.front.state) == (dialled.key, "alerting")
    assert not book.may_begin


def test_an_index_that_is_used_again_is_another_call() -> None:
    book = CallBook()
    book.read([Line(1, False, "incoming", "110")], 1, dialled=True)
    book.read([Line(1, False, "active", "110")], 2, dialled=True)
    (gone,) = book.read([Line(1, False, "incoming", "110")], 9, dialled=True)
    assert (gone.seconds(9), gone.connected) == (7, 2)
    assert book.ringing is not None


@pytest.mark.parametrize(
    ("call", "reason", "kind"),
    [
        (Call(1, 1, "", True, "active", 1, 2), "busy", "outgoing"),
        (Call(1, 1, "", False, "active", 1, 2, closed=True), "normal", "incoming"),
        (Call(1, 1, "", False, "incoming", 1), "normal", "missed"),
        (Call(1, 1, "", False, "incoming", 1), "unknown", "missed"),
        (Call(1, 1, "", False, "incoming", 1, closed=True), "normal", "declined"),
        (Call(1, 1, "", False, "incoming", 1), "rejected", "declined"),
        (Call(1, 1, "", False, "incoming", 1), "elsewhere", "elsewhere"),
    ],
)
def test_how_a_call_is_remembered(call: Call, reason: str, kind: str) -> None:
    assert past_kind(call, reason) == kind


@pytest.mark.parametrize(
    ("esim", "why"),
    [
        ({}, ""),
        ({"state": "signedOut"}, "guest"),
        ({"state": "notActivated"}, "notActivated"),
        ({"state": "settingUp"}, "settingUp"),
        ({"state": "failed"}, "settingUp"),
        ({"telephony": False}, "switchedOff"),
        ({"telephony": False, "parentPhone": ""}, "noPhone"),
        ({"state": "notConnected"}, "noNetwork"),
    ],
)
def test_what_is_missing(esim: dict[str, object], why: str) -> None:
    assert missing("hana", ESIM | esim, needs_phone=True, has_modem=True) == why
    assert missing("guest", ESIM | esim, needs_phone=True, has_modem=True) == "guest"


def test_a_car_that_needs_no_phone_never_asks_for_one() -> None:
    esim = ESIM | {"telephony": False, "parentPhone": ""}
    assert missing("hana", esim, needs_phone=False, has_modem=True) == "switchedOff"
    assert missing("hana", ESIM, needs_phone=False, has_modem=False) == "noModem"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+81 90-0000-2001", "090-0000-2001"),
        ("0311112222", "03-1111-2222"),
        ("0451234567", "045-123-4567"),
        ("0120123456", "0120-123-456"),
        ("110", "110"),
        ("", ""),
        ("+498912345", "+498912345"),
        ("*103*1#", "*103*1#"),
    ],
)
def test_numbers_as_people_read_them(number: str, shown: str) -> None:
    assert grouped(number) == shown


@given(st.text(st.sampled_from("0123456789+-() "), max_size=20))
def test_grouping_changes_no_digit(number: str) -> None:
    assert national(grouped(number)) == national(number)


def test_typing() -> None:
    typed = ""
    for key in ("+", "8", "+", "x", "12", "*", "#"):
        typed = typed_with(typed, key)
    assert typed == "+8*#"
    assert len(typed_with("1" * 24, "1")) == 24
    assert is_service_code("*103*1#")
    assert not is_service_code("110")
    assert can_be_called("*103*1#")
    assert not can_be_called("0120FLOWER")


def test_rows_have_keys_of_their_own() -> None:
    rows = rows_of([{"name": "A", "numbers": ["110", "1-1-0"]}, {"name": "B", "numbers": ["+110", "x"]}])
    assert [row["key"] for row in rows] == ["n110", "n110x2", "n110x3", "n"]

"""The calls of one device: what is in front, what is held, what is over, whatever order the news come in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.radio.call_list import CallList
from core.radio.messages import CallEvent

SHOP, FRIEND = "0300001000", "09000002001"


class Watch:
    """A time that goes on only when it is told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def calls() -> CallList:
    return CallList(Watch())


def hear(calls: CallList, line: int, state: Any, number: str = SHOP, cause: Any = "") -> None:
    calls.hear(CallEvent(line, state, number, cause))


def test_a_call_rings_is_talked_in_and_ends() -> None:
    watch = Watch()
    calls = CallList(watch)
    hear(calls, 2, "offered")
    assert calls.ringing is not None
    assert (calls.front, calls.busy, calls.may_dial) == (None, True, False)
    hear(calls, 2, "connected")
    watch.now += 83
    assert calls.front is not None
    assert (calls.ringing, calls.front.state, calls.seconds(calls.front)) == (None, "connected", 83)
    hear(calls, 2, "ended", cause="normal")
    assert calls.front.over
    assert not calls.busy
    over = calls.front
    assert over is not None
    assert calls.drop(over)
    assert not calls.drop(over)
    assert calls.front is None


def test_a_call_that_was_not_taken_leaves_nothing(calls: CallList) -> None:
    hear(calls, 2, "offered")
    hear(calls, 2, "ended", cause="answered_elsewhere")
    assert calls.all == ()


def test_a_second_call_waits_is_taken_and_swapped(calls: CallList) -> None:
    hear(calls, 2, "offered", FRIEND)
    hear(calls, 2, "connected", FRIEND)
    hear(calls, 4, "waiting", SHOP)
    assert calls.ringing is not None
    assert calls.ringing.number == SHOP
    hear(calls, 2, "held", FRIEND)
    hear(calls, 4, "connected", SHOP)
    assert (calls.front and calls.front.number, calls.behind and calls.behind.number) == (SHOP, FRIEND)
    assert not calls.may_dial
    hear(calls, 4, "held", SHOP)
    hear(calls, 2, "connected", FRIEND)
    assert (calls.front and calls.front.number, calls.behind and calls.behind.number) == (FRIEND, SHOP)


def test_the_call_that_ended_last_is_shown(calls: CallList) -> None:
    for line, number in ((2, FRIEND), (4, SHOP)):
        hear(calls, line, "offered", number)
        hear(calls, line, "connected", number)
    hear(calls, 2, "ended", FRIEND, "normal")
    assert len(calls.end_all("coverage")) == 1
    assert calls.front is not None
    assert (calls.front.number, calls.front.cause) == (SHOP, "coverage")


def test_the_first_word_of_a_call_may_come_before_its_line(calls: CallList) -> None:
    calls.dial(SHOP)
    hear(calls, 1, "alerting")
    assert calls.pending is None
    assert calls.placed(1)
    assert not calls.placed(3), "it was given up before the network took it"
    assert calls.front is not None
    assert (calls.front.line, calls.front.state, calls.front.incoming) == (1, "alerting", False)


def test_news_of_calls_that_nobody_knows_are_no_news(calls: CallList) -> None:
    for state in ("connected", "held", "ended", "alerting"):
        hear(calls, 9, state)
    assert calls.all == ()


STATES = st.sampled_from(["offered", "waiting", "alerting", "connected", "held", "ended"])


@given(st.lists(st.tuples(st.sampled_from([1, 2, 4]), STATES), max_size=30))
def test_no_order_of_news_makes_nonsense(news: list[tuple[int, str]]) -> None:
    calls = CallList(Watch())
    calls.dial(SHOP)
    for line, state in news:
        hear(calls, line, state)
        lines = [call.line for call in calls.all if call.line]
        assert len(lines) == len(set(lines))
        assert sum(call.over for call in calls.all) <= 1
        assert calls.behind is None or calls.behind is not calls.front
        assert calls.busy == any(not call.over for call in calls.all)

"""One number on several devices: who rings, who may call, who is held. Rules only: no sockets, no clock."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cloud.network.rules.call import News, Party, Wait
from cloud.network.rules.exchange import Exchange
from cloud.network.rules.subscribers import CAR, PHONE, WATCH, Subscriber

LINE, FRIEND, SHOP = "09000001234", "09000007777", "0300001000"
PHONE_SIM, CAR_SIM, WATCH_SIM, FRIEND_SIM = "1", "2", "3", "9"
DEVICES = {
    PHONE_SIM: Subscriber(PHONE_SIM, LINE, PHONE),
    CAR_SIM: Subscriber(CAR_SIM, LINE, CAR, sms=False),
    WATCH_SIM: Subscriber(WATCH_SIM, LINE, WATCH),
    FRIEND_SIM: Subscriber(FRIEND_SIM, FRIEND),
}
PARTIES = {SHOP: Party(SHOP, 2.0), "110": Party("110", 1.0), "118": Party("118", 1.0), "119": Party("119", 1.0)}
ONE_LEFT = {PHONE_SIM, CAR_SIM, WATCH_SIM}


class Lab:
    """An exchange whose news are taken out after each step."""

    def __init__(self, *present: str) -> None:
        self.exchange = Exchange(party_of=PARTIES.get, is_ours=lambda number: number in (LINE, FRIEND), ring_time=30.0)
        self.number = 0
        self.lines: dict[str, dict[int, str]] = {imsi: {} for imsi in DEVICES}
        """What each device shows: line and state."""
        self.odd = 1
        self.waits: list[Wait] = []
        for imsi in present:
            self.exchange.join(DEVICES[imsi])

    def take(self) -> list[News]:
        news, self.exchange.outbox = self.exchange.outbox, []
        self.waits += self.exchange.waits
        self.exchange.waits = []
        for item in news:
            if item.state == "ended":
                self.lines[item.imsi].pop(item.line, None)
            else:
                self.lines[item.imsi][item.line] = item.state
        return news

    def dial(self, imsi: str, number: str) -> list[News]:
        self.number += 1
        self.odd += 2
        self.exchange.dial(self.number, imsi, self.odd, number)
        return self.take()

    def call_in(self, number: str = SHOP) -> list[News]:
        self.number += 1
        self.exchange.call_in(self.number, number, LINE)
        return self.take()

    def line(self, imsi: str, *states: str) -> int:
        return next(line for line, state in self.lines[imsi].items() if state in states)

    def answer(self, imsi: str) -> list[News]:
        self.exchange.answer(imsi, self.line(imsi, "offered", "waiting"))
        return self.take()

    def pass_time(self, what: str) -> list[News]:
        due = [wait for wait in self.waits if wait.what == what]
        self.waits = [wait for wait in self.waits if wait.what != what]
        for wait in due:
            self.exchange.due(wait)
        return self.take()


def heard(news: list[News]) -> dict[str, str]:
    return {item.imsi: f"{item.state} {item.cause}".strip() for item in news}


@pytest.fixture
def lab() -> Lab:
    return Lab(PHONE_SIM, CAR_SIM, WATCH_SIM, FRIEND_SIM)


def test_all_devices_ring_at_once_and_the_first_answer_wins(lab: Lab) -> None:
    assert heard(lab.call_in()) == {PHONE_SIM: "offered", CAR_SIM: "offered", WATCH_SIM: "offered"}
    assert heard(lab.answer(CAR_SIM)) == {
        CAR_SIM: "connected",
        PHONE_SIM: "ended answered_elsewhere",
        WATCH_SIM: "ended answered_elsewhere",
    }
    assert lab.lines[PHONE_SIM] == {}


def test_who_answers_second_answers_nothing(lab: Lab) -> None:
    lab.call_in()
    line = lab.line(PHONE_SIM, "offered")
    lab.answer(CAR_SIM)
    lab.exchange.answer(PHONE_SIM, line)
    assert lab.take() == []


def test_a_device_out_of_reach_does_not_ring_and_nobody_in_reach_is_unreachable() -> None:
    lab = Lab(CAR_SIM, FRIEND_SIM)
    assert heard(lab.dial(FRIEND_SIM, LINE)) == {CAR_SIM: "offered", FRIEND_SIM: "alerting"}
    lab.exchange.leave(CAR_SIM)
    assert heard(lab.take()) == {FRIEND_SIM: "ended unreachable"}
    assert heard(lab.dial(FRIEND_SIM, LINE)) == {FRIEND_SIM: "ended unreachable"}


def test_a_device_without_telephony_does_not_ring_and_cannot_call_but_for_help(lab: Lab) -> None:
    lab.exchange.join(replace(DEVICES[CAR_SIM], voice=False))
    assert CAR_SIM not in heard(lab.call_in())
    lab.exchange.hang_up(PHONE_SIM, lab.line(PHONE_SIM, "offered"))
    lab.take()
    assert heard(lab.dial(CAR_SIM, SHOP)) == {CAR_SIM: "ended not_allowed"}
    assert heard(lab.dial(CAR_SIM, "119")) == {CAR_SIM: "alerting"}


def test_while_one_talks_the_others_neither_ring_nor_call(lab: Lab) -> None:
    lab.dial(PHONE_SIM, SHOP)
    assert heard(lab.dial(CAR_SIM, SHOP)) == {CAR_SIM: "ended group_busy"}
    assert heard(lab.dial(FRIEND_SIM, LINE)) == {FRIEND_SIM: "ended busy"}  # it still rings at the shop
    lab.pass_time("answer")
    assert heard(lab.dial(CAR_SIM, SHOP)) == {CAR_SIM: "ended group_busy"}
    assert heard(lab.dial(FRIEND_SIM, LINE)) == {FRIEND_SIM: "alerting", PHONE_SIM: "waiting"}
    assert heard(lab.answer(PHONE_SIM)) == {PHONE_SIM: "connected", FRIEND_SIM: "connected"}
    assert sorted(lab.lines[PHONE_SIM].values()) == ["connected", "held"]
    assert heard(lab.call_in()) == {}  # two calls are enough
    lab.exchange.swap(PHONE_SIM)
    assert [(item.state, item.number) for item in lab.take()] == [("held", FRIEND), ("connected", SHOP)]


def test_without_call_waiting_a_busy_line_is_busy(lab: Lab) -> None:
    for imsi in ONE_LEFT:
        lab.exchange.join(replace(DEVICES[imsi], call_waiting=False))
    lab.dial(PHONE_SIM, SHOP)
    lab.pass_time("answer")
    assert heard(lab.dial(FRIEND_SIM, LINE)) == {FRIEND_SIM: "ended busy"}


def test_a_call_that_waited_rings_when_the_talk_is_over(lab: Lab) -> None:
    lab.dial(CAR_SIM, SHOP)
    lab.pass_time("answer")
    lab.dial(FRIEND_SIM, LINE)
    lab.exchange.hang_up(CAR_SIM, lab.line(CAR_SIM, "connected"))
    assert [(item.imsi, item.state) for item in lab.take()] == [(CAR_SIM, "ended"), (CAR_SIM, "offered")]


@pytest.mark.parametrize("number", ["110", "118", "119", "1 1 9"])
def test_a_call_for_help_ends_what_another_device_does(lab: Lab, number: str) -> None:
    lab.dial(FRIEND_SIM, LINE)
    lab.answer(PHONE_SIM)
    assert heard(lab.dial(CAR_SIM, number)) == {
        PHONE_SIM: "ended emergency",
        FRIEND_SIM: "ended emergency",
        CAR_SIM: "alerting",
    }


def test_a_call_for_help_ends_the_ringing_too(lab: Lab) -> None:
    lab.dial(FRIEND_SIM, LINE)
    news = heard(lab.dial(CAR_SIM, "110"))
    assert news[FRIEND_SIM] == news[PHONE_SIM] == "ended emergency"
    assert news[CAR_SIM] == "alerting"


@pytest.mark.parametrize("number", ["117", "1100", "09000000119", "171"])
def test_other_numbers_have_no_such_right(lab: Lab, number: str) -> None:
    lab.dial(PHONE_SIM, SHOP)
    assert heard(lab.dial(CAR_SIM, number)) == {CAR_SIM: "ended group_busy"}


def test_nobody_answers(lab: Lab) -> None:
    lab.dial(FRIEND_SIM, LINE)
    assert set(heard(lab.pass_time("ring")).values()) == {"ended no_answer"}
    assert lab.exchange.calls == {}


def test_declined_on_one_device_is_declined_but_a_busy_one_only_stops_ringing(lab: Lab) -> None:
    lab.dial(FRIEND_SIM, LINE)
    lab.exchange.hang_up(CAR_SIM, lab.line(CAR_SIM, "offered"), busy=True)
    assert heard(lab.take()) == {CAR_SIM: "ended busy"}
    lab.exchange.hang_up(WATCH_SIM, lab.line(WATCH_SIM, "offered"))
    assert heard(lab.take())[FRIEND_SIM] == "ended declined"


def test_the_called_see_the_one_number_and_nobody_calls_himself(lab: Lab) -> None:
    news = lab.dial(CAR_SIM, FRIEND)
    assert [item.number for item in news if item.imsi == FRIEND_SIM] == [LINE]
    lab.exchange.hang_up(CAR_SIM, lab.line(CAR_SIM, "alerting"))
    lab.take()
    assert heard(lab.dial(CAR_SIM, f"+81 {LINE[1:]}")) == {CAR_SIM: "ended busy"}
    assert heard(lab.dial(CAR_SIM, "0312345678")) == {CAR_SIM: "ended unknown_number"}
    assert heard(lab.dial(CAR_SIM, "hello")) == {CAR_SIM: "ended unknown_number"}


def test_a_broken_link_ends_the_talk(lab: Lab) -> None:
    lab.dial(FRIEND_SIM, LINE)
    lab.answer(CAR_SIM)
    lab.exchange.leave(CAR_SIM)
    assert heard(lab.take()) == {FRIEND_SIM: "ended coverage"}


class AnySequence(RuleBasedStateMachine):
    """Whatever devices, callers and time do: one conversation a number, and no call that nobody can end."""

    imsis = st.sampled_from(sorted(DEVICES))
    numbers = st.sampled_from([LINE, LINE, FRIEND, FRIEND, SHOP, SHOP, "110", "0312345678", "+819000001234"])

    @initialize()
    def begin(self) -> None:
        self.lab = Lab(*sorted(DEVICES))
        self.present = set(DEVICES)

    @rule(imsi=imsis)
    def join(self, imsi: str) -> None:
        self.present.add(imsi)
        self.lab.exchange.join(DEVICES[imsi])
        self.lab.take()

    @rule(imsi=imsis)
    def leave(self, imsi: str) -> None:
        self.present.discard(imsi)
        self.lab.exchange.leave(imsi)
        self.lab.lines[imsi].clear()
        self.lab.take()

    @rule(imsi=imsis, number=numbers)
    def dial(self, imsi: str, number: str) -> None:
        before = set(self.lab.exchange.calls)
        self.lab.dial(imsi, number)
        if number == "110" and imsi in self.present:
            new = set(self.lab.exchange.calls) - before
            assert len(new) == 1, "a call for help goes through whatever there is"

    @rule(number=st.sampled_from(["", SHOP]))
    def call_in(self, number: str) -> None:
        self.lab.call_in(number)

    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        """Most calls are answered; else hypothesis seldom gets as far as two of them."""
        ringing = [
            (imsi, line)
            for imsi, lines in sorted(self.lab.lines.items())
            for line, state in sorted(lines.items())
            if state in ("offered", "waiting")
        ]
        if ringing:
            self.lab.exchange.answer(*data.draw(st.sampled_from(ringing)))
            self.lab.take()
        else:
            self.lab.pass_time("answer")

    @rule(imsi=imsis, pick=st.integers(0, 5), act=st.sampled_from(["hang_up", "busy", "hold", "retrieve"]))
    def act(self, imsi: str, pick: int, act: str) -> None:
        lines = sorted(self.lab.lines[imsi]) or [99]
        line = lines[pick % len(lines)]
        if act == "busy":
            self.lab.exchange.hang_up(imsi, line, busy=True)
        else:
            getattr(self.lab.exchange, act)(imsi, line)
        self.lab.take()

    @rule(imsi=imsis)
    def swap(self, imsi: str) -> None:
        self.lab.exchange.swap(imsi)
        self.lab.take()

    @rule(what=st.sampled_from(["answer", "ring", "talk"]))
    def pass_time(self, what: str) -> None:
        self.lab.pass_time(what)

    @rule(pick=st.integers(0, 30), hang_up=st.booleans())
    def outside(self, pick: int, hang_up: bool) -> None:
        exchange = self.lab.exchange
        (exchange.outside_hung_up if hang_up else exchange.outside_answered)(pick)
        self.lab.take()

    @invariant()
    def one_conversation_a_number(self) -> None:
        for group in (ONE_LEFT, {FRIEND_SIM}):
            calls = self.lab.exchange.calls.values()
            engaged = {imsi for call in calls for imsi in call.ends & group}
            active = [1 for call in calls for imsi in call.ends & group if imsi not in call.held_by]
            assert len(engaged) <= 1
            assert len(active) <= 1

    @invariant()
    def at_most_two_calls_a_device_and_one_that_waits(self) -> None:
        for lines in self.lab.lines.values():
            assert len(lines) <= 3
            assert sum(state in ("offered", "waiting") for state in lines.values()) <= 1

    @invariant()
    def what_is_shown_is_so(self) -> None:
        """Every device shows exactly the calls that it is in, and never as ringing what does not ring."""
        exchange = self.lab.exchange
        for imsi, lines in self.lab.lines.items():
            real = {call.lines[imsi]: call for call in exchange.calls.values() if imsi in call.lines}
            assert set(real) == set(lines)
            for line, call in real.items():
                assert (lines[line] in ("offered", "waiting")) == (imsi in call.ringing)
                assert (lines[line] == "held") == (imsi in call.held_by)
                assert imsi in self.present

    @invariant()
    def nothing_rings_without_an_end(self) -> None:
        watched = {wait.call for wait in self.lab.waits if wait.what == "ring"}
        for call in self.lab.exchange.calls.values():
            if call.stage == "alerting":
                assert call.id in watched
                assert call.ringing or call.party is not None

    @precondition(lambda self: self.lab.exchange.calls)
    @rule()
    def all_go(self) -> None:
        """Without devices there are no calls."""
        for imsi in sorted(self.present):
            self.leave(imsi)
        assert not self.lab.exchange.calls


TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)

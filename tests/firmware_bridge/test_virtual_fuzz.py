"""Any bytes and any sequence of calls: the modem keeps answering and its calls keep their rules."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import firmware_bridge.virtual.commands  # noqa: F401 - fills the table of commands
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from firmware_bridge.virtual.calls import MOST_CALLS, RINGING, CallRefused, Calls, State
from firmware_bridge.virtual.card.card import Card
from firmware_bridge.virtual.commands import table
from firmware_bridge.virtual.commands.dialling import parse_dial
from firmware_bridge.virtual.device import Device
from firmware_bridge.virtual.network_core import LoopbackCore
from firmware_bridge.virtual.personalities import Personality
from firmware_bridge.virtual.session import ESCAPE, Session
from tests.firmware_bridge.soak import examples

NAMES = table.names()
pieces = st.one_of(
    st.binary(max_size=30),
    st.sampled_from([b"AT", b"\r", b"\n", b"\x1a", b"\x1b", b";", b'"', b"=", b"?", b"+++", b"A/\r"]),
    st.sampled_from(NAMES).map(lambda name: f"AT{name}\r".encode()),
    st.builds(
        lambda name, form, raw: f"AT{name}{form}{raw}\r".encode("latin-1"),
        st.sampled_from(NAMES),
        st.sampled_from(["=", "?", "=?", ""]),
        st.text(st.characters(max_codepoint=255), max_size=30),
    ),
    st.lists(st.integers(0, 300).map(str), max_size=5).flatmap(
        lambda numbers: st.sampled_from(NAMES).map(lambda name: f"AT{name}={','.join(numbers)}\r".encode())
    ),
)


@pytest.fixture(scope="module")
def device() -> Iterator[Device]:
    clock = Clock(rate=0)
    with TemporaryDirectory() as folder:
        faults = Faults()
        card = Card(Path(folder), clock=clock, faults=faults, randomness=SeededRandomness(5))
        card.memory.profiles[0].enabled = True
        device = Device(
            card,
            clock=clock,
            events=EventLog(clock),
            core=LoopbackCore(clock),
            personality=Personality(),
            notify=lambda notice: None,
            locked=lambda action: action(),
            sessions=lambda: [],
        )
        device.power_on()
        clock.advance(5)
        assert device.radio.registered
        yield device
    clock.close()


@settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(pieces, max_size=25))
def test_any_bytes_leave_a_modem_that_answers(device: Device, parts: list[bytes]) -> None:
    session = Session(device, Faults())
    for part in parts:
        for byte in part if len(part) < 8 else [part]:
            session.feed(bytes((byte,)) if isinstance(byte, int) else byte)
        session.take_notices()
        device.clock.advance(0.7)
    if not session.online and session.terminator == 13:
        session.feed(bytes((ESCAPE,)) + b"\r\rATZE0\r")
        assert session.feed(b"AT\r").endswith(b"\r\nOK\r\n")
    session.restart()  # as for the next client
    session.forget()
    session.feed(b"ATE0\r")
    assert session.feed(b"AT\r") == b"\r\nOK\r\n"


@settings(max_examples=examples(150), deadline=None)
@given(st.binary(max_size=60).map(lambda data: data.decode("latin-1")))
def test_any_dial_string_is_understood_or_not(text: str) -> None:
    wanted = parse_dial(text)
    assert wanted is None or wanted.number or wanted.from_book


ACTIONS = st.one_of(
    st.tuples(st.just("dial"), st.text("0123456789", max_size=4)),
    st.tuples(st.just("incoming"), st.text("0123456789", max_size=4)),
    st.tuples(st.just("connect"), st.integers(0, 7)),
    st.tuples(st.just("end"), st.integers(0, 7)),
    st.tuples(st.just("answer"), st.just(0)),
    st.tuples(st.just("hang_up"), st.just(0)),
    st.tuples(st.just("hold"), st.integers(0, 4)),
    st.tuples(st.just("one"), st.integers(11, 27)),
)


@settings(max_examples=examples(300), deadline=None)
@given(st.lists(ACTIONS, max_size=40))
def test_any_sequence_of_calls_keeps_the_rules(actions: list[tuple[str, str | int]]) -> None:
    calls = Calls()
    for action, value in actions:
        with contextlib.suppress(CallRefused):
            _act(calls, action, value)
        indices = [call.index for call in calls.all]
        assert len(set(indices)) == len(indices) <= MOST_CALLS
        assert len(calls.in_state(State.DIALING, State.ALERTING)) <= 1
        assert len(calls.in_state(*RINGING)) <= 1
        for state in (State.ACTIVE, State.HELD):  # several in one state only as a conference
            together = calls.in_state(state)
            assert len(together) <= 1 or all(call.conference for call in together)
        if calls.in_state(State.INCOMING):
            assert len(calls.all) == 1


def _act(calls: Calls, action: str, value: str | int) -> None:
    at = calls.all[int(value)] if action in ("connect", "end") and int(value) < len(calls.all) else None
    if action == "dial":
        calls.dial(str(value))
    elif action == "incoming":
        calls.incoming(str(value))
    elif action == "connect" and at is not None and at.state in (State.DIALING, State.ALERTING):
        at.state, at.answered = State.ACTIVE, True
    elif action == "end" and at is not None:
        calls.remove(at)
    elif action == "answer":
        calls.answer()
    elif action == "hang_up":
        calls.hang_up()
    elif action == "hold":
        calls.operate(int(value))
    elif action == "one":
        calls.operate(int(value) // 10, int(value) % 10 or 1)

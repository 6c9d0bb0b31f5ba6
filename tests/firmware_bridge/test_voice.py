"""The modem's telephone as the car uses it: over a real pty with the virtual modem, and with odd answers."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from core.settings import Settings
from firmware_bridge import Modem, ModemEvent, VirtualModem, VoiceCall, open_modem
from firmware_bridge.at.command import AtAnswer, AtCommand
from firmware_bridge.virtual.network_core import Cause
from firmware_bridge.virtual.telephony import REASONS
from firmware_bridge.voice import STATES, end_of, parse_calls

ICCID = "8981000000000000011"
PATIENCE_WALL = 10.0


class Desk:
    """A car's modem on the loop-back network, seen from both ends of its line."""

    def __init__(self, folder: Path, clock: Clock, events: EventLog) -> None:
        self.faults = faults = Faults()
        self.clock = clock
        self.heard: queue.Queue[ModemEvent] = queue.Queue()
        self.virtual = VirtualModem(
            folder=folder, clock=clock, events=events, faults=faults, randomness=SeededRandomness(7)
        )
        self.modem: Modem = open_modem(
            self.virtual.start(),
            clock=clock,
            events=events,
            faults=faults,
            settings=Settings(),
            on_event=self.heard.put,
        )
        self.modem.enable(ICCID)
        assert self.modem.wait_registered().state == "home"
        self.voice = self.modem.voice
        self.voice.announce()

    def hears(self, kind: str) -> dict[str, object]:
        while True:
            event = self.heard.get(timeout=PATIENCE_WALL)
            if event.kind == kind and (kind != "ring" or event.data):
                return event.data

    def until(self, holds: Callable[[list[VoiceCall]], bool]) -> list[VoiceCall]:
        deadline = self.clock.monotonic() + 100
        while not holds(calls := self.voice.calls()):
            assert self.clock.monotonic() < deadline, calls
            self.clock.sleep(0.2)
        return calls

    def close(self) -> None:
        self.modem.close()
        self.virtual.stop()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, events: EventLog) -> Iterator[Desk]:
    desk = Desk(tmp_path, clock, events)
    yield desk
    desk.close()


at_speed = pytest.mark.parametrize("clock_rate", [20.0])


@at_speed
def test_a_call_comes_in_a_second_one_waits_and_they_are_swapped(desk: Desk) -> None:
    assert desk.virtual.ring("09000002001")
    assert desk.hears("ring") == {"number": "09000002001"}
    assert desk.voice.calls() == [VoiceCall(1, False, "incoming", "09000002001")]
    desk.voice.answer()
    assert desk.virtual.ring("")
    assert desk.hears("waiting") == {"number": ""}
    assert [call.state for call in desk.voice.calls()] == ["active", "waiting"]
    desk.voice.hold_and_go_on()
    assert desk.voice.calls() == [VoiceCall(1, False, "held", "09000002001"), VoiceCall(2, False, "active")]
    desk.voice.hold_and_go_on()
    assert [call.state for call in desk.voice.calls()] == ["active", "held"]
    desk.voice.tone("5")
    desk.voice.mute(True)
    assert desk.modem.command("AT+CMUT?").lines == ("+CMUT: 1",)
    desk.voice.mute(False)
    desk.voice.end_and_go_on()
    assert desk.voice.calls() == [VoiceCall(2, False, "active")]
    desk.voice.hang_up()
    assert desk.voice.calls() == []


@at_speed
def test_a_waiting_call_is_refused_and_a_held_one_ended(desk: Desk) -> None:
    desk.virtual.ring("09000002001")
    desk.hears("ring")
    desk.voice.answer()
    desk.virtual.ring("09000002002")
    desk.hears("waiting")
    desk.voice.refuse_waiting()
    assert [call.number for call in desk.voice.calls()] == ["09000002001"]
    desk.voice.hold_and_go_on()
    assert [call.state for call in desk.voice.calls()] == ["held"]
    desk.voice.end_one(1)
    assert desk.voice.calls() == []


@at_speed
def test_calling_out_and_why_it_ended(desk: Desk) -> None:
    desk.voice.dial("111")
    desk.until(lambda calls: [call.state for call in calls] == ["active"])
    desk.voice.hang_up()
    desk.voice.dial("+81311112222")
    (call,) = desk.until(lambda calls: [call.state for call in calls] == ["alerting"])
    assert (call.outgoing, call.number) == (True, "+81311112222")
    desk.virtual.remote_hang_up(Cause.BUSY)
    assert desk.hears("call_ended") == {"reason": "BUSY"}
    assert desk.voice.last_end() == "busy"
    for wrong in ("", "12ab", "1;AT+CFUN=0", "1\r2", "0" * 41):
        with pytest.raises(BenchError, match=r"modem\.bad_number"):
            desk.voice.dial(wrong)
    for wrong in ("", "12", "A;", "\r"):
        with pytest.raises(BenchError, match=r"modem\.bad_number"):
            desk.voice.tone(wrong)
    with pytest.raises(BenchError, match=r"modem\.refused"):
        desk.voice.answer()


@at_speed
def test_a_call_ends_with_the_network(desk: Desk) -> None:
    desk.voice.dial("111")
    desk.until(lambda calls: [call.state for call in calls] == ["active"])
    desk.virtual.set_registration("searching")
    assert desk.hears("call_ended") == {"reason": "NO CARRIER"}
    assert desk.voice.last_end() == "no_service"
    with pytest.raises(BenchError, match=r"modem\.refused"):
        desk.voice.dial("111")


def test_every_cause_of_the_virtual_modem_is_understood() -> None:
    assert {cause: end_of(text) for cause, text in REASONS.items()} == {
        Cause.NORMAL: "normal",
        Cause.BUSY: "busy",
        Cause.NO_ANSWER: "no_answer",
        Cause.UNKNOWN_NUMBER: "unknown_number",
        Cause.REJECTED: "rejected",
        Cause.NOT_ALLOWED: "not_allowed",
        Cause.PREEMPTED: "preempted",
        Cause.OUT_OF_ORDER: "far_end_lost",
        Cause.NO_SERVICE: "no_service",
        Cause.ELSEWHERE: "elsewhere",
        Cause.LINE_IN_USE: "line_in_use",
    }
    assert end_of("CM_NORMAL_CALL_CLEARING") == "normal", "another maker's spelling"
    assert end_of("31") == "unknown"


@given(st.lists(st.text(st.characters(codec="ascii", exclude_characters="\r\n"), max_size=30), max_size=4))
def test_odd_lists_of_calls_are_read_as_far_as_they_make_sense(texts: list[str]) -> None:
    good = '+CLCC: 2,1,4,0,0,"09000002001",129,""'
    answer = AtAnswer(AtCommand("AT+CLCC"), (*(f"+CLCC: {text}" for text in texts), good))
    calls = parse_calls(answer)
    assert VoiceCall(2, False, "incoming", "09000002001") in calls
    assert all(call.state in STATES.values() for call in calls)


def test_data_calls_are_nobodys_business() -> None:
    lines = ("+CLCC: 1,0,0,1,0", "+CLCC: 3,0,3,0,1", "+CLCC: 1,0,9,0,0", "garbage")
    assert parse_calls(AtAnswer(AtCommand("AT+CLCC"), lines)) == [VoiceCall(3, True, "alerting", "", True)]


@at_speed
def test_a_line_with_noise_loses_no_call(desk: Desk) -> None:
    desk.virtual.ring("09000002001")
    desk.hears("ring")
    desk.faults.set("modem.virtual", "urc_inside", count=3)
    assert [call.number for call in desk.voice.calls()] == ["09000002001"]
    desk.faults.clear()
    for kind in ("garbage", "silence"):
        desk.faults.set("modem.line", kind, count=1)
        with pytest.raises(BenchError, match=r"modem\.silent"):
            desk.voice.calls()
        desk.faults.clear()
        assert [call.number for call in desk.voice.calls()] == ["09000002001"]
    desk.voice.answer()

"""The AT client's engine: the same events however bytes arrive, and the present found again after a late answer."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from firmware_bridge.at.command import URGENT, Answered, AtAnswer, AtCommand, AtEvent, Failure, Noise, Notice
from firmware_bridge.at.engine import AtEngine
from firmware_bridge.at.results import parse_final
from tests.firmware_bridge.soak import examples

DIALOGUE = [
    (AtCommand("AT"), b"AT\r\r\nOK\r\n"),
    (AtCommand("AT+CSQ"), b"\r\n+CSQ: 28,99\r\n\r\nOK\r\n"),
    (AtCommand("AT+CEREG?"), b'\r\n+CEREG: 2,1,"1A2B","0C0FFE01",7\r\n\r\nOK\r\n'),
    (AtCommand("AT+CGSN"), b"\r\n352906110000017\r\n\r\nOK\r\n"),
    (AtCommand('AT+CCHO="a0"'), b"\r\n1\r\n\r\nOK\r\n"),
    (AtCommand("AT+CPIN?"), b"\r\n+CME ERROR: 10\r\n"),
    (AtCommand('AT+CGLA=1,10,"81CAFE0000"', expect=("+CGLA",)), b'\n+CGLA: 4,"9000"\n\nOK\n'),
    (AtCommand("AT+FOO"), b"\rCOMMAND NOT SUPPORT\r"),
]
NOTICES = [
    b"\r\nRING\r\n",
    b"\r\n+CEREG: 5\r\n",
    b'\r\n+CREG: 1,"1A2B","0C0FFE01",7\r\n',
    b"\r\n+CPIN: NOT READY\r\n",
    b'\r\n+CMTI: "ME",3\r\n',
    b'\r\n+CUSD: 0,"ok",15\r\n',
]


def play(chunks: list[bytes], command: AtCommand, engine: AtEngine | None = None) -> list[AtEvent]:
    engine = engine or AtEngine()
    engine.submit(command, 0.0)
    return [event for chunk in chunks for event in engine.feed(chunk, 0.0)]


def answer_of(events: list[AtEvent]) -> AtAnswer:
    answers = [event.answer for event in events if isinstance(event, Answered)]
    assert len(answers) == 1
    return answers[0]


def cut(data: bytes, at: list[int]) -> list[bytes]:
    marks = sorted({0, len(data), *(mark % (len(data) + 1) for mark in at)})
    return [data[start:end] for start, end in itertools.pairwise(marks)]


@given(which=st.integers(0, len(DIALOGUE) - 1), at=st.lists(st.integers(0, 100)))
def test_any_chunking_gives_the_same_events(which: int, at: list[int]) -> None:
    command, reply = DIALOGUE[which]
    assert play(cut(reply, at), command) == play([reply], command)


def test_bytes_one_at_a_time() -> None:
    for command, reply in DIALOGUE:
        assert play([bytes((octet,)) for octet in reply], command) == play([reply], command)


def test_a_notice_inside_every_reply_is_kept_apart_from_the_answer() -> None:
    for command, reply in DIALOGUE:
        clean = answer_of(play([reply], command))
        ends = [at + 1 for at in range(len(reply)) if reply[at : at + 1] == b"\n"] or [len(reply)]
        for notice in NOTICES:
            if notice.split(b":")[0].strip() in command.text.encode() and b"CPIN" in notice:
                continue  # the same shape as the answer: nobody could tell
            for at in ends[:-1]:
                events = play([reply[:at] + notice + reply[at:]], command)
                assert answer_of(events) == clean, (command.text, notice, at)
                assert [event.line.encode() for event in events if isinstance(event, Notice)] == [notice.strip()]


@settings(max_examples=examples(200))
@given(noise=st.binary(max_size=200))
def test_noise_before_an_answer_does_no_harm(noise: bytes) -> None:
    engine = AtEngine()
    for part in (noise, b"\r\n"):
        engine.feed(part, 0.0)
    engine.submit(AtCommand("AT+CSQ"), 0.0)
    events = engine.feed(b"\r\n+CSQ: 28,99\r\n\r\nOK\r\n", 0.0)
    assert answer_of(events).lines == ("+CSQ: 28,99",)


@given(st.lists(st.binary(max_size=60), max_size=20))
def test_no_bytes_break_the_engine(chunks: list[bytes]) -> None:
    engine = AtEngine()
    engine.submit(AtCommand("AT+CMGS=10", payload=b"00", timeout=1.0), 0.0)
    for number, chunk in enumerate(chunks):
        engine.feed(chunk, number / 10)
        engine.tick(number / 10)
    engine.submit(AtCommand("AT"), 5.0)
    engine.tick(5.0)
    events = engine.abort()
    assert all(isinstance(event, Answered) for event in events)
    assert engine.idle


def test_an_endless_line_is_dropped_and_the_next_one_read() -> None:
    engine = AtEngine()
    engine.feed(b"x" * 200_000, 0.0)
    events = engine.feed(b"\r\nRING\r\n", 0.0)
    assert [type(event) for event in events] == [Noise, Notice]


def test_an_answer_that_comes_too_late_is_not_taken_for_the_next_one() -> None:
    engine = AtEngine()
    first = engine.submit(AtCommand("AT+CIMI", timeout=1.0), 0.0)
    assert engine.take_output() == b"AT+CIMI\r"
    assert engine.tick(0.5) == []
    [given_up] = engine.tick(1.0)
    assert isinstance(given_up, Answered)
    assert (given_up.ticket, given_up.answer.failure) == (first, Failure.SILENT)
    second = engine.submit(AtCommand("AT+CGSN"), 2.0)
    assert engine.take_output() == b"AT+CMEE?\r"  # first find the present again
    assert engine.feed(b"\r\n001010000000001\r\n\r\nOK\r\n", 2.0) == []
    assert engine.take_output() == b""
    assert engine.feed(b"\r\n+CMEE: 1\r\n\r\nOK\r\n", 2.0) == []
    assert engine.take_output() == b"AT+CGSN\r"
    [event] = engine.feed(b"\r\n352906110000017\r\n\r\nOK\r\n", 2.0)
    assert isinstance(event, Answered)
    assert event.ticket == second
    assert event.answer.lines == ("352906110000017",)


def test_a_line_that_stays_dead_is_told_to_each_command() -> None:
    engine = AtEngine()
    engine.submit(AtCommand("AT", timeout=1.0), 0.0)
    engine.tick(1.0)
    for start in (10.0, 20.0):
        ticket = engine.submit(AtCommand("AT+CSQ"), start)
        deadline = engine.deadline()
        assert deadline is not None
        [event] = engine.tick(deadline)
        assert isinstance(event, Answered)
        assert (event.ticket, event.answer.failure) == (ticket, Failure.SILENT)


def test_one_command_in_flight_and_the_urgent_one_first() -> None:
    engine = AtEngine()
    tickets = [
        engine.submit(AtCommand("AT+A"), 0.0),
        engine.submit(AtCommand("AT+B"), 0.0),
        engine.submit(AtCommand("ATH", priority=URGENT), 0.0),
    ]
    assert engine.take_output() == b"AT+A\r"
    order = []
    for _ in tickets:
        [event] = engine.feed(b"\r\nOK\r\n", 0.0)
        assert isinstance(event, Answered)
        order.append(event.ticket)
    assert order == [tickets[0], tickets[2], tickets[1]]


@given(at=st.lists(st.integers(0, 100)))
def test_the_prompt_is_taken_only_while_one_is_expected(at: list[int]) -> None:
    engine = AtEngine()
    engine.submit(AtCommand("AT+CMGS=2", payload=b"0011"), 0.0)
    assert engine.take_output() == b"AT+CMGS=2\r"
    for chunk in cut(b"AT+CMGS=2\r\r\n> ", at):
        engine.feed(chunk, 0.0)
    assert engine.take_output() == b"0011\x1a"
    [event] = engine.feed(b"\r\n+CMGS: 5\r\n\r\nOK\r\n", 0.0)
    assert isinstance(event, Answered)
    assert event.answer.lines == ("+CMGS: 5",)
    # Outside of that, a line that begins like a prompt is text.
    answer = answer_of(play([b"\r\n> hello\r\n\r\nOK\r\n"], AtCommand("AT+CMGR=1"), engine))
    assert answer.lines == ("> hello",)


def test_a_message_that_arrives_inside_an_answer_keeps_its_second_line() -> None:
    events = play([b"\r\n+CMT: ,23\r\n07911234\r\n\r\n+CSQ: 1,99\r\n\r\nOK\r\n"], AtCommand("AT+CSQ"))
    assert Notice("+CMT: ,23", "07911234") in events
    assert answer_of(events).lines == ("+CSQ: 1,99",)


def test_final_results_in_all_their_forms() -> None:
    assert parse_final("+CME ERROR: SIM busy") is not None
    for line, code in (("+CME ERROR: 14", 14), ("+CMS ERROR:500", 500), ("ERROR", None), ("ABORTED", None)):
        final = parse_final(line)
        assert final is not None
        assert (final.ok, final.code) == (False, code)
    assert parse_final("NO CARRIER") is None
    assert parse_final("NO CARRIER", dialling=True) is not None
    assert parse_final("OKAY") is None

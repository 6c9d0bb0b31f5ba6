"""The hub's rules, without sockets."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.air.switchboard import Switchboard
from core.lines import LineReader, encode
from core.randomness import SeededRandomness


class Room:
    """A switchboard with a phone on connection 1 and a car on connection 2."""

    def __init__(self) -> None:
        self.timers: list[object] = []
        self.board = Switchboard(SeededRandomness(1), self.timers.append)
        self.say(1, t="hello", address="P", name="Phone", kind="phone", visible=True)
        self.say(2, t="hello", address="C", name="Car", kind="car")

    def say(self, connection: int, **message: Any) -> list[tuple[int, dict[str, Any]]]:
        self.board.outbox.clear()
        self.board.received(connection, message)
        return list(self.board.outbox)


@pytest.fixture
def room() -> Room:
    return Room()


def test_only_visible_devices_are_found(room: Room) -> None:
    ((_, found),) = room.say(2, t="inquire", id=7)
    assert found["devices"] == [{"address": "P", "name": "Phone", "kind": "phone"}]
    assert found["id"] == 7
    assert room.say(1, t="inquire", id=8)[0][1]["devices"] == []
    room.say(1, t="visible", on=False)
    assert room.say(2, t="inquire", id=9)[0][1]["devices"] == []


def test_both_sides_get_the_same_number_and_one_key(room: Room) -> None:
    messages = dict(room.say(2, t="pair", peer="P"))
    assert messages[1]["number"] == messages[2]["number"]
    assert len(messages[1]["number"]) == 6
    assert messages[2]["initiator"]
    assert not messages[1]["initiator"]
    assert room.say(1, t="confirm", peer="C") == []
    paired = dict(room.say(2, t="confirm", peer="P"))
    assert paired[1]["ok"]
    assert paired[2]["ok"]
    assert paired[1]["key"] == paired[2]["key"] != ""


def test_confirming_twice_on_one_side_is_not_enough(room: Room) -> None:
    room.say(2, t="pair", peer="P")
    assert room.say(2, t="confirm", peer="P") == []
    assert room.say(2, t="confirm", peer="P") == []


@pytest.mark.parametrize("who", [1, 2])
def test_a_rejected_pairing_gives_no_key(room: Room, who: int) -> None:
    room.say(2, t="pair", peer="P")
    messages = dict(room.say(who, t="reject", peer="C" if who == 1 else "P"))
    assert {messages[1]["reason"], messages[2]["reason"]} == {"rejected"}
    assert messages[1]["key"] == ""


def test_time_runs_out_once(room: Room) -> None:
    room.say(2, t="pair", peer="P")
    room.board.outbox.clear()
    room.board.pairing_timed_out(room.timers[0])
    assert [message["reason"] for _, message in room.board.outbox] == ["timeout", "timeout"]
    room.board.outbox.clear()
    room.say(2, t="pair", peer="P")
    room.board.outbox.clear()
    room.board.pairing_timed_out(room.timers[0])  # the old timer must not end the new pairing
    assert room.board.outbox == []


def test_pairing_a_hidden_or_absent_device_is_refused(room: Room) -> None:
    room.say(1, t="visible", on=False)
    for peer in ("P", "X", "C"):
        ((_, answer),) = room.say(2, t="pair", peer=peer)
        assert answer["reason"] == "notFound"


def test_a_third_device_finds_a_pairing_peer_busy(room: Room) -> None:
    room.say(3, t="hello", address="Q", name="Other", kind="phone")
    room.say(2, t="pair", peer="P")
    assert room.say(3, t="pair", peer="P")[0][1]["reason"] == "busy"


def test_who_leaves_fails_the_pairing_and_drops_the_link(room: Room) -> None:
    room.say(1, t="accept", peer="C")
    room.say(2, t="pair", peer="P")
    room.board.outbox.clear()
    room.board.lost(1)
    assert [(number, message["t"]) for number, message in room.board.outbox] == [(2, "paired"), (2, "disconnected")]
    assert room.board.devices == ["C"]


def test_questions_need_a_link(room: Room) -> None:
    ((number, answer),) = room.say(2, t="ask", peer="P", what="phonebook", id="a")
    assert (number, answer["ok"], answer["code"]) == (2, False, "notConnected")


def test_a_device_that_comes_back_replaces_its_old_connection(room: Room) -> None:
    room.say(9, t="hello", address="P", name="Phone again", kind="phone", visible=True)
    room.board.lost(1)
    assert room.board.devices == ["C", "P"]
    assert room.say(2, t="inquire", id=1)[0][1]["devices"][0]["name"] == "Phone again"


def test_strangers_and_unknown_words_get_an_error(room: Room) -> None:
    assert room.say(5, t="inquire")[0][1]["t"] == "error"
    assert room.say(1, t="explode")[0][1]["t"] == "error"
    assert room.say(5, t="hello", address="", kind="phone")[0][1]["t"] == "error"
    assert room.say(5, t="hello", address="Z", kind="toaster")[0][1]["t"] == "error"


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=2))
WORDS = st.sampled_from(
    [
        "hello",
        "visible",
        "name",
        "inquire",
        "pair",
        "confirm",
        "reject",
        "connect",
        "accept",
        "refuse",
        "disconnect",
        "ask",
        "answer",
    ]
)
FIELDS = st.sampled_from(
    ["address", "name", "kind", "visible", "on", "peer", "id", "what", "nonce", "proof", "ok", "body", "code", "reason"]
)


@given(st.lists(st.tuples(st.integers(1, 3), WORDS, st.dictionaries(FIELDS, JSON | st.sampled_from(["P", "C"])))))
def test_no_sequence_of_messages_breaks_the_switchboard(steps: list[tuple[int, str, dict[str, Any]]]) -> None:
    room = Room()
    for connection, word, fields in steps:
        room.board.received(connection, {**fields, "t": word})
    for connection in (1, 2, 3):
        room.board.lost(connection)
    assert room.board.devices == []


@given(st.lists(st.binary(max_size=40), max_size=20))
def test_the_line_reader_survives_any_bytes_and_finds_the_next_message(chunks: list[bytes]) -> None:
    reader = LineReader(limit=64)
    for chunk in chunks:
        list(reader.feed(chunk))
    assert list(reader.feed(b"\n" + encode({"t": "x"})))[-1] == {"t": "x"}


def test_a_line_that_is_too_long_is_told_once_and_skipped() -> None:
    reader = LineReader(limit=10)
    told = [message for part in (b"x" * 11, b"y" * 50, b"\n", encode({"t": "a"})) for message in reader.feed(part)]
    assert told == [None, {"t": "a"}]

"""Lines over TCP: what the stand-ins for Bluetooth and for the mobile network are carried by."""

from __future__ import annotations

import queue
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from core.errors import BenchError
from core.lines import LineClient, LineDown, LineHub, LineReader, encode, number, text
from core.lines.hub import MAX_WAITING

WAIT = 5.0


class Desk:
    """A hub that gives back what it gets, but for what breaks its rules."""

    def __init__(self) -> None:
        self.lost: queue.Queue[int] = queue.Queue()
        self.hub = LineHub("test-hub", "127.0.0.1", 0, received=self.received, lost=self.lost.put, errors="test")
        self.address = self.hub.start()

    def received(self, client: int, message: dict[str, Any] | None) -> None:
        if message is None:
            self.hub.send(client, {"t": "garbage"})
        elif message["t"] == "break":
            raise ValueError("a rule that fails")
        elif message["t"] == "flood":
            for _ in range(MAX_WAITING // 1000 + 10_000):
                self.hub.send(client, {"t": "drop", "of": "x" * 1000})
        elif message["t"] == "go":
            self.hub.drop(client)
        else:
            self.hub.send(client, message)


class End:
    """A client whose news can be waited for."""

    def __init__(self, address: tuple[str, int]) -> None:
        self.news: queue.Queue[Any] = queue.Queue()
        self.line = LineClient(
            "test-client",
            address,
            opened=lambda: self.news.put("opened"),
            received=self.news.put,
            closed=lambda: self.news.put("closed"),
            failed=lambda: self.news.put("failed"),
        )

    def next(self) -> Any:
        return self.news.get(timeout=WAIT)


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.hub.stop()


@pytest.fixture
def end(desk: Desk) -> Iterator[End]:
    end = End(desk.address)
    end.line.connect()
    assert end.next() == "opened"
    yield end
    end.line.close()


def test_a_line_comes_back_with_its_hub(desk: Desk, end: End) -> None:
    end.line.send({"t": "hello", "name": "花"})
    assert end.next() == {"t": "hello", "name": "花"}
    desk.hub.stop()
    assert end.next() == "closed"
    assert end.next() == "failed"
    with pytest.raises(LineDown):
        end.line.send({"t": "hello"})
    desk.hub.start()
    while (news := end.next()) == "failed":
        pass
    assert news == "opened"


@pytest.mark.parametrize("word", ["break", "go"])
def test_one_client_is_dropped_and_the_others_go_on(desk: Desk, end: End, word: str) -> None:
    other = End(desk.address)
    other.line.connect()
    assert other.next() == "opened"
    end.line.send({"t": word})
    assert end.next() == "closed"
    assert desk.lost.get(timeout=WAIT) == 1
    other.line.send({"t": "hello"})
    assert other.next() == {"t": "hello"}
    other.line.close()


def test_who_does_not_read_is_dropped(desk: Desk) -> None:
    with socket.create_connection(desk.address, timeout=WAIT) as wire:
        wire.sendall(encode({"t": "flood"}))
        assert desk.lost.get(timeout=WAIT) == 1


def test_what_was_posted_before_the_start_is_done_then(desk: Desk) -> None:
    done: queue.Queue[str] = queue.Queue()
    hub = LineHub("second", "127.0.0.1", 0, received=desk.received, lost=desk.lost.put, errors="test")
    hub.post(lambda: done.put("early"))
    assert done.empty()
    hub.start()
    assert done.get(timeout=WAIT) == "early"
    hub.post(lambda: done.get_nowait().clear())  # type: ignore[attr-defined]  # fails and is logged; the hub goes on
    hub.post(lambda: done.put("late"))
    assert done.get(timeout=WAIT) == "late"
    hub.stop()


def test_a_port_that_is_taken_is_told_in_the_owners_words(desk: Desk) -> None:
    with pytest.raises(BenchError) as told:
        LineHub("second", *desk.address, received=desk.received, lost=desk.lost.put, errors="test").start()
    assert told.value.code == "test.port_in_use"


def test_values_of_foreign_messages_are_looked_at() -> None:
    message = {"a": "x" * 201, "b": 5, "c": True, "d": None, "e": "7"}
    assert [text(message, key) for key in "abde"] == ["", "", "", "7"]
    assert [number(message, key) for key in "abcdef"] == [0, 5, 0, 0, 0, 0]
    assert list(LineReader().feed(b'{"t":1}\n[]\n{"t":"x"}\n')) == [None, None, {"t": "x"}]

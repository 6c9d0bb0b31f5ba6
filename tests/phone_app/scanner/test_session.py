"""A scan from the first picture to the last: states, and what is told when."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from phone_app.scanner.session import FORGET_AFTER, Patience, ScanSession
from phone_app.scanner.sources.base import Frame

from .conftest import TEXT

WAIT = 10.0
LOST = BenchError("camera.lost", camera="test")
MISSING = BenchError("camera.missing", camera="test")


class Script:
    """A camera that does what the test puts in: pictures are shown, errors raised; `opens` are taken on `open`."""

    name = "test"

    def __init__(self, *opens: BenchError | None) -> None:
        self.opens = list(opens)
        self.todo: queue.Queue[Any] = queue.Queue()
        self.number = 0
        self.closed = 0
        self.shut = False

    def open(self) -> None:
        error = self.opens.pop(0) if self.opens else None
        if error is not None:
            raise error
        self.shut = False

    def read(self) -> Frame:
        thing = None
        while thing is None:
            if self.shut:
                raise LOST
            with contextlib.suppress(queue.Empty):
                thing = self.todo.get(timeout=0.02)
        if isinstance(thing, BenchError):
            raise thing
        self.number += 1
        return Frame(thing, self.number, float(self.number))

    def close(self) -> None:
        self.closed += 1
        self.shut = True


class Notes:
    """Keeps what was told, and waits for it."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.told: list[tuple[str, Any]] = []

    def _note(self, what: str, value: Any) -> None:
        with self.changed:
            self.told.append((what, value))
            self.changed.notify_all()

    def frame(self, frame: Frame) -> None:
        self._note("frame", frame.number)

    def state(self, state: str) -> None:
        self._note("state", state)

    def advice(self, advice: str) -> None:
        self._note("advice", advice)

    def corners(self, corners: tuple[tuple[float, float], ...]) -> None:
        self._note("corners", corners)

    def decoded(self, text: str) -> None:
        self._note("decoded", text)

    def all(self, what: str) -> list[Any]:
        return [value for name, value in self.told if name == what]

    def wait(self, what: str, value: Any, times: int = 1) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: self.told.count((what, value)) >= times, WAIT), self.told


@pytest.fixture
def scan(events: EventLog) -> Iterator[Callable[..., tuple[Script, Notes, ScanSession]]]:
    sessions: list[tuple[Script, ScanSession]] = []

    def begin(*opens: BenchError | None, **patience: float) -> tuple[Script, Notes, ScanSession]:
        camera, notes = Script(*opens), Notes()
        patient = Patience(**{"first_frame": WAIT, "next_frame": WAIT, "retry": 0.01, **patience})
        session = ScanSession(lambda: camera, notes, events=events, patience=patient)
        sessions.append((camera, session))
        session.start()
        return camera, notes, session

    yield begin
    for camera, session in sessions:
        session.stop()
        camera.todo.put(LOST)
        assert session.join()


def show(camera: Script, notes: Notes, picture: Any, times: int = 1) -> None:
    """Show a picture again and again, each time only after the one before was grabbed."""
    for _ in range(times):
        number = camera.number + 1
        camera.todo.put(picture)
        notes.wait("frame", number)


def test_a_code_is_found_and_told_once_while_it_stays(scan: Any, photo: Any, events: EventLog) -> None:
    camera, notes, _ = scan()
    for _ in range(4):
        show(camera, notes, photo())
    notes.wait("decoded", TEXT)
    notes.wait("state", "found")
    assert notes.all("state")[:2] == ["looking", "found"]
    assert notes.all("decoded") == [TEXT]
    corners = np.array(notes.all("corners")[0])
    assert corners.shape == (4, 2)
    assert np.allclose(corners.mean(axis=0), 0.5, atol=0.02)
    (event,) = events.recent(kind="code.read")
    assert TEXT not in event.to_json()


def test_a_code_that_went_and_came_back_is_told_again(scan: Any, photo: Any) -> None:
    camera, notes, _ = scan()
    show(camera, notes, photo())
    notes.wait("decoded", TEXT)
    gone = False
    while not gone:
        assert camera.number < 100 * FORGET_AFTER
        show(camera, notes, photo(None))
        with notes.changed:  # pictures are grabbed quicker than they are looked at
            gone = notes.changed.wait_for(lambda: "looking" in notes.all("state")[2:], 0.02)
    notes.wait("corners", ())
    show(camera, notes, photo())
    notes.wait("decoded", TEXT, times=2)


def test_a_rejected_code_is_foreign_and_the_right_one_beside_it_is_found(scan: Any, photo: Any) -> None:
    camera, notes, session = scan()
    session.reject("foreign")
    show(camera, notes, photo("foreign"))
    notes.wait("decoded", "foreign")
    notes.wait("advice", "foreign")
    assert "found" not in notes.all("state")
    show(camera, notes, photo())
    notes.wait("state", "found")


def test_no_camera_is_told_and_found_when_it_comes(scan: Any, photo: Any, events: EventLog) -> None:
    camera, notes, _ = scan(MISSING, MISSING, MISSING)
    notes.wait("state", "noCamera")
    show(camera, notes, photo())
    notes.wait("state", "found")
    assert notes.all("state") == ["noCamera", "looking", "found"]
    assert len(events.recent(kind="camera.missing")) == 1


def test_a_camera_that_opens_but_gives_nothing_is_no_camera(scan: Any, photo: Any) -> None:
    camera, notes, _ = scan(first_frame=0.05)
    notes.wait("state", "noCamera")
    show(camera, notes, photo(None))
    notes.wait("state", "looking")


def test_a_lost_camera_is_told_and_found_again(scan: Any, photo: Any, events: EventLog) -> None:
    camera, notes, _ = scan(None, MISSING, MISSING)
    show(camera, notes, photo(None))
    notes.wait("state", "looking")
    camera.todo.put(LOST)
    notes.wait("state", "lost")
    show(camera, notes, photo())
    notes.wait("state", "found")
    assert notes.all("state") == ["looking", "lost", "looking", "found"]
    assert len(events.recent(kind="camera.lost")) == 1


def test_a_camera_that_falls_silent_is_lost(scan: Any, photo: Any) -> None:
    camera, notes, _ = scan(next_frame=0.05)
    show(camera, notes, photo(None))
    notes.wait("state", "lost")
    show(camera, notes, photo(None))
    notes.wait("state", "looking", times=2)


def test_after_stop_nothing_is_told_and_the_camera_is_closed(scan: Any, photo: Any) -> None:
    camera, notes, session = scan()
    show(camera, notes, photo(None))
    notes.wait("state", "looking")
    session.stop()
    before = list(notes.told)
    camera.todo.put(photo())
    assert session.join()
    assert camera.closed == 1
    assert [told for told in notes.told if told not in before] == []


def test_a_decoder_that_fails_ends_the_scan_with_a_word(events: EventLog, photo: Any) -> None:
    def broken() -> Any:
        raise RuntimeError("no decoder")

    camera, notes = Script(), Notes()
    session = ScanSession(lambda: camera, notes, events=events, make_decoder=broken)
    session.start()
    notes.wait("state", "noCamera")
    session.stop()
    camera.todo.put(LOST)
    assert session.join()


def test_the_clock_of_the_bench_does_not_hold_a_scan_up(photo: Any) -> None:
    clock = Clock(rate=0)
    camera, notes = Script(), Notes()
    session = ScanSession(lambda: camera, notes, events=EventLog(clock))
    session.start()
    show(camera, notes, photo())
    notes.wait("decoded", TEXT)
    session.stop()
    camera.todo.put(LOST)
    assert session.join()
    clock.close()

"""A bench clock that runs fast, and a virtual modem to talk to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from core.settings import Settings
from firmware_bridge import Modem, ModemEvent, VirtualModem, open_modem

FAST = 100.0
"""Seconds of the bench in one real second."""


@pytest.fixture
def clock_rate() -> float:
    """Tests that look at single bytes stop the clock with `parametrize("clock_rate", [0])` and advance it."""
    return FAST


@pytest.fixture
def clock(clock_rate: float) -> Iterator[Clock]:
    clock = Clock(rate=clock_rate)
    yield clock
    clock.close()


@pytest.fixture
def events(clock: Clock) -> EventLog:
    return EventLog(clock)


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def virtual(tmp_path: Path, clock: Clock, events: EventLog, faults: Faults) -> Iterator[VirtualModem]:
    modem = VirtualModem(
        folder=tmp_path / "modem",
        clock=clock,
        events=events,
        faults=faults,
        randomness=SeededRandomness(7),
        link=tmp_path / "ttyBench",
    )
    modem.start()
    yield modem
    modem.stop()


@pytest.fixture
def news() -> list[ModemEvent]:
    return []


@pytest.fixture
def connect(
    virtual: VirtualModem, clock: Clock, events: EventLog, faults: Faults, news: list[ModemEvent]
) -> Iterator[Callable[[], Modem]]:
    opened: list[Modem] = []

    def connect() -> Modem:
        assert virtual.path is not None
        modem = open_modem(
            virtual.path, clock=clock, events=events, faults=faults, settings=Settings(), on_event=news.append
        )
        opened.append(modem)
        return modem

    yield connect
    for modem in opened:
        modem.close()


@pytest.fixture
def modem(connect: Callable[[], Modem]) -> Modem:
    return connect()


@pytest.fixture
def until(clock: Clock) -> Callable[[Callable[[], bool]], None]:
    """Wait for a state, at most a minute of the bench's clock and then some."""

    def until(holds: Callable[[], bool], seconds: float = 600.0) -> None:
        deadline = clock.monotonic() + seconds
        while not holds():
            assert clock.monotonic() < deadline, "the state did not come"
            clock.sleep(0.2)

    return until

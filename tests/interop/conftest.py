"""A virtual modem with an enabled profile, for programs that others wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from core.settings import Settings
from firmware_bridge import VirtualModem, open_modem

FAST = 10.0
"""Seconds of the bench in one real second: the other program's own waits pass in real time."""
ICCID = "8981000000000000011"


@pytest.fixture
def clock() -> Iterator[Clock]:
    clock = Clock(rate=FAST)
    yield clock
    clock.close()


@pytest.fixture
def events(clock: Clock) -> EventLog:
    return EventLog(clock)


@pytest.fixture
def virtual(tmp_path: Path, clock: Clock, events: EventLog) -> Iterator[VirtualModem]:
    faults = Faults()
    virtual = VirtualModem(
        folder=tmp_path / "modem",
        clock=clock,
        events=events,
        faults=faults,
        randomness=SeededRandomness(7),
        link=tmp_path / "ttyBench",
    )
    path = virtual.start()
    modem = open_modem(path, clock=clock, events=events, faults=faults, settings=Settings())
    modem.enable(ICCID)
    assert modem.wait_registered().state == "home"
    modem.close()
    yield virtual
    virtual.stop()

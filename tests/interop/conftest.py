"""A virtual modem with an enabled profile, for programs that others wrote."""

from __future__ import annotations

import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
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
PATIENCE = 30
"""Seconds of real time for one run of a program; most take one."""
Gammu = Callable[..., str]


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


@pytest.fixture
def command(virtual: VirtualModem, tmp_path: Path) -> list[str]:
    configuration = tmp_path / "gammurc"
    configuration.write_text(f"[gammu]\ndevice = {virtual.path}\nconnection = at\n")
    return [str(shutil.which("gammu")), "-c", str(configuration)]


@pytest.fixture
def gammu(command: list[str]) -> Gammu:
    def run(*arguments: str) -> str:
        done = subprocess.run(
            [*command, *arguments], capture_output=True, text=True, timeout=PATIENCE, env={"LC_ALL": "C.UTF-8"}
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.fixture
def listening(command: list[str]) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Runs that go on until they are interrupted."""
    running: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            ["stdbuf", "-oL", *command, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        )
        running.append(process)
        return process

    yield start
    for process in running:
        process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()

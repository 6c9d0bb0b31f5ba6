"""How much the face costs over the bare line: the same questions with `os.read`/`os.write` and with `Modem`."""

from __future__ import annotations

import os
import select
import statistics
import termios
import tty
from collections.abc import Callable

from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.settings import Settings
from firmware_bridge.modem import open_modem

REAL = Clock()
"""Wall time: what is measured is the machine."""
SETTLE = 20
SELECT_ISD_R = b'AT+CCHO="A0000005591010FFFFFFFF8900000100"\r'
LIST_PROFILES = b'AT+CGLA=1,36,"80E291000DBF2D0A5C085A4F9F7090919295"\r'
"""The APDU that `Modem.profiles` sends too."""


def measure_line(path: str, *, clock: Clock, events: EventLog, faults: Faults, rounds: int = 300) -> dict[str, float]:
    """Median microseconds for `AT` and for a list of profiles, bare and through the face, on the port `path`.

    Keys: `at_raw_us`, `at_face_us`, `at_raw_p99_us`, `at_face_p99_us`, `profiles_raw_us`, `profiles_face_us`.
    `profiles_*` covers open channel, one APDU, close channel.
    """
    at_raw, profiles_raw = _measure_raw(path, rounds)
    modem = open_modem(path, clock=clock, events=events, faults=faults, settings=Settings())
    try:
        at_face = _times(lambda: modem.command("AT"), rounds)
        profiles_face = _times(modem.profiles, rounds)
    finally:
        modem.close()
    return {
        "at_raw_us": _median(at_raw),
        "at_face_us": _median(at_face),
        "at_raw_p99_us": _p99(at_raw),
        "at_face_p99_us": _p99(at_face),
        "profiles_raw_us": _median(profiles_raw),
        "profiles_face_us": _median(profiles_face),
    }


def _measure_raw(path: str, rounds: int) -> tuple[list[float], list[float]]:
    descriptor = os.open(path, os.O_RDWR | os.O_NOCTTY)
    try:
        tty.setraw(descriptor)
        termios.tcflush(descriptor, termios.TCIOFLUSH)
        _ask(descriptor, b"ATE0\r")

        def list_profiles() -> None:
            for command in (SELECT_ISD_R, LIST_PROFILES, b"AT+CCHC=1\r"):
                _ask(descriptor, command)

        return _times(lambda: _ask(descriptor, b"AT\r"), rounds), _times(list_profiles, rounds)
    finally:
        os.close(descriptor)


def _ask(descriptor: int, command: bytes) -> bytes:
    os.write(descriptor, command)
    answer = b""
    while not answer.endswith((b"\r\nOK\r\n", b"\r\nERROR\r\n")):
        if not select.select([descriptor], [], [], 5)[0]:
            raise TimeoutError(command.decode())
        answer += os.read(descriptor, 4096)
    if answer.endswith(b"ERROR\r\n"):
        raise ValueError(command.decode())
    return answer


def _times(work: Callable[[], object], rounds: int) -> list[float]:
    for _ in range(SETTLE):
        work()
    found: list[float] = []
    for _ in range(rounds):
        begin = REAL.monotonic()
        work()
        found.append((REAL.monotonic() - begin) * 1e6)
    return found


def _median(values: list[float]) -> float:
    return round(statistics.median(values), 1)


def _p99(values: list[float]) -> float:
    return round(sorted(values)[int(len(values) * 0.99)], 1)

"""Status answers in the shapes that modems of several makers give."""

from __future__ import annotations

import pytest

from firmware_bridge import status
from firmware_bridge.at.command import AtAnswer, AtCommand
from firmware_bridge.at.results import OK, FinalResult
from firmware_bridge.types import Registration


def ok(line: str) -> AtAnswer:
    return AtAnswer(AtCommand("AT"), (line,), OK)


def failed(text: str, code: int | None) -> AtAnswer:
    return AtAnswer(AtCommand("AT"), (), FinalResult(False, text, code))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('+CEREG: 2,1,"1F00","79D903",7', Registration("home", "LTE", "1F00", "79D903")),
        ("+CEREG: 2,1, 1F00, 79D903 ,7", Registration("home", "LTE", "1F00", "79D903")),
        ('+CEREG: 2,10,"8d83","671f98a",7', Registration("roaming", "LTE", "8D83", "671F98A")),
        ("+CEREG: 2,1, 1F00, 20 ,79D903 ,7", Registration("home", "LTE", "1F00", "79D903")),
        ("+CEREG: 0,5", Registration("roaming")),
        ("+CEREG:0,2", Registration("searching")),
        ("+CEREG: 0,3", Registration("denied")),
        ("+CEREG: 0,8", Registration("denied")),
        ('+CEREG: 2,1,"1A2B","0C0FFE01",13', Registration("home", "NR", "1A2B", "0C0FFE01")),
        ("+CEREG: 0,77", Registration("unknown")),
        ("+CEREG: x", Registration("unknown")),
    ],
)
def test_registration(line: str, expected: Registration) -> None:
    assert status.parse_registration(ok(line), "+CEREG") == expected


def test_registration_notice() -> None:
    assert status.parse_registration_notice('+CEREG: 1,"1A2B","0C",7') == Registration("home", "LTE", "1A2B", "0C")
    assert status.parse_registration_notice("+CEREG: 2") == Registration("searching")


@pytest.mark.parametrize(
    ("csq", "cesq", "expected"),
    [
        ("+CSQ: 30,99", "+CESQ: 99,99,255,255,20,80", (-53, -61, -10.0, 4)),
        ("+CSQ: 99,99", "+CESQ: 99,99,255,255,255,255", (None, None, None, None)),
        ("+CSQ: 0,99", "+CESQ: 99,99,255,255,0,0", (-113, -141, -20.0, 0)),
        ("+CSQ: 120,99", "+CESQ: nonsense", (None, None, None, None)),
        ("+CSQ:12, 0", "+CESQ: 99", (-89, None, None, 4)),
    ],
)
def test_signal(csq: str, cesq: str, expected: tuple[object, ...]) -> None:
    found = status.parse_signal(ok(csq), ok(cesq))
    assert (found.rssi_dbm, found.rsrp_dbm, found.rsrq_db, found.bars) == expected


def test_signal_of_a_modem_without_cesq() -> None:
    assert status.parse_signal(ok("+CSQ: 10,99"), None).bars == 3


def test_operator() -> None:
    found = status.parse_operator(ok('+COPS: 0,0,"NOS",7'), ok('+COPS: 0,2,"26803",7'))
    assert (found.name, found.plmn, found.technology) == ("NOS", "26803", "LTE")
    assert status.parse_operator(ok("+COPS: 0"), failed("ERROR", None)).name == ""


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (ok("+CPIN: READY"), "ready"),
        (ok("+CPIN: SIM PIN"), "pin"),
        (ok("+CPIN: SIM PUK"), "puk"),
        (ok("+CPIN: NOT READY"), "busy"),
        (failed("+CME ERROR: 10", 10), "absent"),
        (failed("+CME ERROR: 14", 14), "busy"),
        (failed("+CME ERROR: 12", 12), "puk"),
        (failed("ERROR", None), "failure"),
    ],
)
def test_sim(answer: AtAnswer, expected: str) -> None:
    assert status.parse_sim_status(answer) == expected

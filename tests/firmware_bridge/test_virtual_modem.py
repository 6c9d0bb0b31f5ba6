"""The virtual modem as its clients see it: formats, notices, one client after the other, plugs and links."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from raw_client import RawClient

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from firmware_bridge import VirtualModem

ISD_R = "A0000005591010FFFFFFFF8900000100"
ENABLE = 'AT+CGLA=1,50,"81E2910014BF3111A00C5A0A981800000000000010F18101FF"'


@pytest.fixture
def client(virtual: VirtualModem):
    assert virtual.path is not None
    with RawClient(virtual.path) as client:
        yield client


def test_errors_in_three_formats(client: RawClient) -> None:
    assert client.lines("AT+NONSENSE") == ["ERROR"]
    client.lines("AT+CMEE=1")
    assert client.lines("AT+NONSENSE") == ["+CME ERROR: 100"]
    assert client.lines("AT+CSQ=1;+CSQ") == ["+CME ERROR: 100"]
    client.lines("AT+CMEE=2")
    client.write(b"AT+CPIN?\r")
    assert client.read_until(b"inserted\r\n").endswith(b"\r\n+CME ERROR: SIM not inserted\r\n")
    assert client.lines("ATZ") == ["OK"]
    assert client.lines("AT+CPIN?") == ["ERROR"]


def test_echo_results_in_digits_and_other_line_ends(client: RawClient) -> None:
    assert client.ask("ate0") == b"ate0\r\r\nOK\r\n"
    assert client.ask("AT") == b"\r\nOK\r\n"
    for end in (b"\r", b"\n", b"\r\n", b"\r\r\n"):
        client.write(b"AT" + end)
        assert client.read_until(b"OK\r\n") == b"\r\nOK\r\n"
    client.write(b"ATV0\r")
    assert client.read_until(b"0\r") == b"0\r"
    client.write(b"AT+CSQ\r")
    assert client.read_until(b"\r0\r", b"\n0\r") == b"+CSQ: 99,99\r\n0\r"
    client.write(b"ATV1\r")
    client.read_until(b"OK\r\n")


def test_basic_and_extended_commands_in_one_line(client: RawClient) -> None:
    assert client.lines("ATE0V1+CMEE=1;+CSQ;&C1") == ["+CSQ: 99,99", "OK"]
    assert client.lines("AT+CGMI")[-1] == "OK"


def test_a_client_that_goes_takes_its_state_along(
    virtual: VirtualModem, events: EventLog, until: Callable[..., None]
) -> None:
    assert virtual.path is not None
    for number in range(5):
        until(lambda number=number: len(events.recent(kind="modem.client_gone")) == number)
        with RawClient(virtual.path) as client:
            assert client.lines("AT+CPIN?") == ["ERROR"]
            client.lines("ATE0+CMEE=1")
            for _ in range(3):
                client.ask(f'AT+CCHO="{ISD_R}"')
            client.write(b"AT+CSQ")  # half a command


def test_an_answer_nobody_read_is_not_the_next_clients(
    virtual: VirtualModem, events: EventLog, until: Callable[..., None]
) -> None:
    assert virtual.path is not None
    with RawClient(virtual.path) as client:
        client.write(b"AT+CLAC\r" * 20)
    until(lambda: events.recent(kind="modem.client_gone"))
    with RawClient(virtual.path) as client:
        assert client.ask("AT+CGSN").endswith(b"\r\n352906110000017\r\n\r\nOK\r\n")


def test_notices_wait_until_the_command_is_answered(virtual: VirtualModem, client: RawClient) -> None:
    client.write(b"AT+CG")
    assert client.read_until(b"AT+CG") == b"AT+CG"  # the echo: half a command is there
    virtual.notify("RING")
    client.write(b"SN\r")
    assert client.read_until(b"RING\r\n") == b"SN\r\r\n352906110000017\r\n\r\nOK\r\n\r\nRING\r\n"


@pytest.mark.parametrize("clock_rate", [0])
def test_enabling_brings_notices_a_new_sim_and_a_registration(client: RawClient, clock: Clock) -> None:
    client.ask("ATE0+CMEE=1;+CEREG=2")
    client.ask(f'AT+CCHO="{ISD_R}"')
    client.ask(ENABLE)
    assert client.lines("AT+CCHC=1") == ["OK"]
    for seconds, told in (
        (0.3, b"\r\n+CPIN: NOT READY\r\n"),
        (0.4, b"\r\n+CPIN: READY\r\n\r\n+CEREG: 2\r\n"),
        (1.6, b'\r\n+CEREG: 1,"1A2B","0C0FFE01",7\r\n'),
    ):
        clock.advance(seconds)
        assert client.read_until(told) == told
    assert client.lines("AT+CIMI")[-2:] == ["001010000000001", "OK"]
    assert client.lines("AT+CCID")[-2:] == ["+CCID: 8981000000000000011", "OK"]
    assert client.lines("AT+CNUM")[-2:] == ['+CNUM: "","09000001234",129', "OK"]
    assert client.lines("AT+CRSM=176,12258,0,0,10")[-2:] == ['+CRSM: 144,0,"981800000000000010F1"', "OK"]
    assert client.lines("AT+CRSM=178,28480,1,4,0")[-1] == "OK"
    assert client.lines("AT+CRSM=192,28423")[-2].startswith('+CRSM: 144,0,"62')
    assert client.lines("AT+CRSM=176,9999,0,0,0")[-2] == "+CRSM: 106,130"
    assert client.lines("AT+COPS=3,2;+COPS?")[-2:] == ['+COPS: 0,2,"00101",7', "OK"]


def test_without_a_refresh_the_old_sim_stays_until_a_restart(client: RawClient, until: Callable[..., None]) -> None:
    client.ask("ATE0")
    client.ask(f'AT+CCHO="{ISD_R}"')
    client.ask(ENABLE.replace("8101FF", "810100"))
    client.ask("AT+CCHC=1")
    assert client.lines("AT+CIMI") == ["ERROR"]
    client.ask("AT+CFUN=0")
    client.ask("AT+CFUN=1")
    until(lambda: "001010000000001" in client.lines("AT+CIMI"))


def test_flight_mode_and_deregistration(client: RawClient, until: Callable[..., None]) -> None:
    client.ask("ATE0")
    client.ask(f'AT+CCHO="{ISD_R}"')
    client.ask(ENABLE)
    until(lambda: client.lines("AT+CEREG?")[-2] == "+CEREG: 0,1")
    client.ask("AT+CFUN=4")
    assert client.lines("AT+CEREG?")[-2] == "+CEREG: 0,0"
    assert client.lines("AT+CPIN?")[-2] == "+CPIN: READY"
    client.ask("AT+CFUN=1")
    until(lambda: client.lines("AT+CEREG?")[-2] == "+CEREG: 0,1")
    client.ask("AT+COPS=2")
    assert client.lines("AT+COPS?")[-2] == "+COPS: 2"
    assert client.lines('AT+COPS=1,2,"26201"')[-1] == "ERROR"
    client.ask("AT+COPS=0")
    until(lambda: client.lines("AT+CEREG?")[-2] == "+CEREG: 0,1")
    client.ask("AT+CFUN=1,1")
    until(lambda: b"+CEREG: 0,1" in client.ask("AT+CEREG?"))


def test_the_link_follows_a_replug_and_goes_with_the_modem(virtual: VirtualModem, tmp_path: Path) -> None:
    link = tmp_path / "ttyBench"
    with RawClient(str(link)) as client:
        client.ask("AT")
        virtual.unplug()
        assert not link.is_symlink()
        with pytest.raises(OSError, match=r"5"):
            os.write(client.descriptor, b"AT\r")
    assert virtual.plug() == str(link)
    with RawClient(str(link)) as client:
        assert client.lines("AT") == ["OK"]


def test_a_link_never_replaces_a_file(tmp_path: Path, clock: Clock, events: EventLog, faults: Faults) -> None:
    taken = tmp_path / "notes.txt"
    taken.write_text("mine")
    modem = VirtualModem(
        folder=tmp_path / "m", clock=clock, events=events, faults=faults, randomness=SeededRandomness(1), link=taken
    )
    with pytest.raises(BenchError, match=r"modem\.link_taken"):
        modem.start()
    assert taken.read_text() == "mine"


def test_what_a_client_wrote_before_it_went_is_carried_out(
    virtual: VirtualModem, events: EventLog, until: Callable[..., None]
) -> None:
    assert virtual.path is not None
    Path(virtual.path).write_bytes(b"AT+CFUN=4\r")
    until(lambda: events.recent(kind="modem.client_gone"))
    with RawClient(virtual.path) as client:
        assert client.lines("AT+CFUN?")[-2:] == ["+CFUN: 4", "OK"]


def test_a_client_that_floods_and_never_reads_does_not_stop_the_modem(
    virtual: VirtualModem, events: EventLog, until: Callable[..., None]
) -> None:
    assert virtual.path is not None
    descriptor = os.open(virtual.path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
    try:
        for _ in range(2000):
            try:
                os.write(descriptor, b"AT+CLAC\r" + bytes(range(128, 256)))
            except BlockingIOError:
                break
    finally:
        os.close(descriptor)
    until(lambda: events.recent(kind="modem.client_gone"))
    with RawClient(virtual.path) as client:
        assert client.lines("AT") == ["OK"]

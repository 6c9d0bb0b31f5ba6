"""Quirks of real families on the virtual modem, and our own client on each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from raw_client import FIRST, SECOND, RawClient

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from core.settings import Settings
from firmware_bridge import VirtualModem, open_modem
from firmware_bridge.virtual.commands import table
from firmware_bridge.virtual.personalities import load_personality, personality_names

ISD_R = "A0000005591010FFFFFFFF8900000100"
EID = "81E2910006BF3E035C015A"
Make = Callable[[str], VirtualModem]


@pytest.fixture
def make(tmp_path: Path, clock: Clock, events: EventLog, faults: Faults) -> Iterator[Make]:
    made: list[VirtualModem] = []

    def make(name: str) -> VirtualModem:
        modem = VirtualModem(
            folder=tmp_path / name,
            clock=clock,
            events=events,
            faults=faults,
            randomness=SeededRandomness(7),
            personality=name,
        )
        made.append(modem)
        modem.start()
        return modem

    yield make
    for modem in made:
        modem.stop()


@pytest.mark.parametrize("name", personality_names())
def test_our_client_reads_and_switches_profiles_on_each(
    name: str, make: Make, clock: Clock, events: EventLog, faults: Faults
) -> None:
    path = make(name).path
    assert path is not None
    modem = open_modem(path, clock=clock, events=events, faults=faults, settings=Settings())
    try:
        assert modem.identity().manufacturer == load_personality(name).manufacturer
        assert modem.euicc().eid == "89081000000000000000000000000112"
        assert modem.card_way == ("csim" if name == "simcom-sim7600" else "cgla")
        modem.enable(FIRST)
        assert [item.state for item in modem.profiles()] == ["enabled", "disabled"]
        assert modem.sim().iccid == FIRST
        assert modem.wait_registered().state == "home"
        assert modem.signal().bars == 4
        assert modem.operator().plmn == "00101"
        modem.enable(SECOND)
        assert modem.sim().imsi == "001010000000002"
    finally:
        modem.close()


@pytest.mark.parametrize("name", personality_names())
def test_what_a_family_lacks_is_a_command_of_the_standard_modem(name: str) -> None:
    personality = load_personality(name)
    assert {*personality.unknown, *personality.untestable} <= set(table.names())


def ask(make: Make, name: str, *commands: str) -> list[list[str]]:
    path = make(name).path
    assert path is not None
    with RawClient(path) as client:
        client.ask("ATE0")
        return [client.lines(command) for command in commands]


def test_quectel_wants_quotes_and_keeps_csim_on_the_basic_channel(make: Make) -> None:
    answers = ask(
        make,
        "quectel-ec25",
        f'AT+CCHO="{ISD_R}"',
        f"AT+CGLA=1,22,{EID}",
        f'AT+CGLA=1,22,"{EID}"',
        'AT+CSIM=10,"0070000001"',
        f'AT+CSIM=42,"02A4040010{ISD_R}"',
    )
    assert answers[0] == ["+CCHO: 1", "OK"]
    assert answers[1] == ["ERROR"]
    assert answers[2][0].startswith('+CGLA: 46,"BF3E')
    assert answers[3] == ['+CSIM: 6,"029000"', "OK"]
    assert answers[4] == ['+CSIM: 4,"6881"', "OK"]


def test_simcom_knows_csim_only(make: Make) -> None:
    answers = ask(make, "simcom-sim7600", "AT+CCHO=?", f'AT+CCHO="{ISD_R}"', "AT+CSIM=?", "AT+CICCID")
    assert answers == [["ERROR"], ["ERROR"], ["OK"], ["ERROR"]]


def test_simcom_reads_the_sim_again_only_when_it_is_told(make: Make, clock: Clock) -> None:
    command = "81E2910014BF3111A00C5A0A981800000000000010F18101FF"
    path = make("simcom-sim7600").path
    assert path is not None
    with RawClient(path) as client:
        client.ask('ATE0;+CSIM=10,"0070000001"')
        client.ask(f'AT+CSIM=42,"01A4040010{ISD_R}"')
        assert client.lines(f'AT+CSIM={len(command)},"{command}"')[0].endswith('9000"')
        clock.sleep(5.0)
        assert client.lines("AT+CIMI") == ["ERROR"]
        client.ask("AT+CFUN=0")
        client.ask("AT+CFUN=1")
        clock.sleep(5.0)
        assert client.lines("AT+CIMI")[-2:] == ["001010000000001", "OK"]


def test_sierra_gives_opaque_handles_and_no_test_forms(make: Make) -> None:
    answers = ask(
        make,
        "sierra-em7565",
        "AT+CCHO=?",
        f'AT+CCHO="{ISD_R}"',
        f'AT+CGLA=000000000385a7d0,22,"{EID}"',
        "AT+CCHC=1",
        "AT+CCHC=000000000385a7d0",
    )
    assert answers[0] == ["ERROR"]
    assert answers[1] == ["+CCHO: 000000000385a7d0", "OK"]
    assert answers[2][0].startswith("+CGLA: 46")
    assert answers[3:] == [["ERROR"], ["OK"]]


def test_fibocom_gives_a_bare_number_and_has_its_own_word_for_no(make: Make) -> None:
    path = make("fibocom-fm350").path
    assert path is not None
    with RawClient(path) as client:
        client.ask("ATE0+CMEE=1")
        assert client.lines(f'AT+CCHO="{ISD_R}"') == ["1", "OK"]
        client.write(b"AT+CCHO=?\r")
        assert client.read_until(b"SUPPORT\r\n") == b"\r\nCOMMAND NOT SUPPORT\r\n"


def test_telit_gives_no_quotes(make: Make) -> None:
    answers = ask(make, "telit-le910", f'AT+CCHO="{ISD_R}"', f'AT+CGLA=1,22,"{EID}"')
    assert answers[1][0].startswith("+CGLA: 46,BF3E")


def test_an_unknown_family_is_told(make: Make) -> None:
    with pytest.raises(BenchError, match=r"modem\.unknown_personality") as caught:
        make("acme")
    assert "quectel-ec25" in str(caught.value.params["known"])

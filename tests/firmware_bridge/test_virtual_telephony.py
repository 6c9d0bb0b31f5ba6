"""Calls, messages, services and data on the virtual modem, byte by byte, with the clock in the test's hand."""

from __future__ import annotations

import os
import re
import select
from collections.abc import Iterator
from pathlib import Path

import pytest
from raw_client import PATIENCE, RawClient

from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from firmware_bridge import VirtualModem
from firmware_bridge.virtual.network_core import ECHO_LINE, LoopbackCore

pytestmark = pytest.mark.parametrize("clock_rate", [0])
ISD_R = "A0000005591010FFFFFFFF8900000100"
ICCIDS = ("981800000000000010F1", "981800000000000020F9")
NUMBERS = ("09000001234", "09000005678")


class Desk:
    """Two modems on one network, each with a profile of its own and a client."""

    def __init__(self, folder: Path, clock: Clock, events: EventLog, faults: Faults) -> None:
        core = LoopbackCore(clock)
        self.clock = clock
        self.modems = [
            VirtualModem(
                folder=folder / str(number),
                clock=clock,
                events=events,
                faults=faults,
                randomness=SeededRandomness(number),
                core=core,
            )
            for number in range(2)
        ]
        self.clients = [RawClient(modem.start()) for modem in self.modems]
        for number, client in enumerate(self.clients):
            client.ask("ATE0+CMEE=1")
            client.ask(f'AT+CCHO="{ISD_R}"')
            command = f"81E2910014BF3111A00C5A0A{ICCIDS[number]}8101FF"
            assert "9000" in client.lines(f'AT+CGLA=1,{len(command)},"{command}"')[0]
            client.ask("AT+CCHC=1")
        for seconds in (0.3, 0.4, 1.6):
            clock.advance(seconds)
        for client in self.clients:
            assert client.lines("AT+CEREG?")[-2:] == ["+CEREG: 0,1", "OK"]

    def close(self) -> None:
        for client in self.clients:
            client.close()
        for modem in self.modems:
            modem.stop()

    def pass_time(self, seconds: float = 0.5) -> None:
        for _ in range(3):  # what one event begins may be due within the same time
            self.clock.advance(seconds / 3)


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, events: EventLog, faults: Faults) -> Iterator[Desk]:
    desk = Desk(tmp_path, clock, events, faults)
    yield desk
    desk.close()


@pytest.fixture
def modem(desk: Desk) -> VirtualModem:
    return desk.modems[0]


@pytest.fixture
def client(desk: Desk) -> RawClient:
    return desk.clients[0]


def told(client: RawClient, text: str) -> None:
    """The next thing on the line is `text`; what follows it stays there."""
    wanted, data = f"\r\n{text}\r\n".encode(), b""
    while len(data) < len(wanted):
        assert select.select([client.descriptor], [], [], PATIENCE)[0], f"no {text} after {data!r}"
        data += os.read(client.descriptor, len(wanted) - len(data))
    assert data == wanted


# Calls


def test_one_modem_calls_the_other(desk: Desk) -> None:
    caller, called = desk.clients
    called.ask("AT+CLIP=1")
    caller.ask("AT+COLP=1")
    assert caller.lines(f"ATD{NUMBERS[1]};") == ["OK"]
    assert caller.lines("AT+CLCC")[0] == f'+CLCC: 1,0,2,0,0,"{NUMBERS[1]}",129'
    desk.pass_time()
    told(called, "RING")
    told(called, f'+CLIP: "{NUMBERS[0]}",129,,,,0')
    assert caller.lines("AT+CLCC")[0].startswith("+CLCC: 1,0,3")
    assert called.lines("AT+CPAS") == ["+CPAS: 3", "OK"]
    desk.pass_time(5)
    told(called, "RING")
    told(called, f'+CLIP: "{NUMBERS[0]}",129,,,,0')
    assert called.lines("ATA") == ["OK"]
    desk.pass_time()
    told(caller, f'+COLP: "{NUMBERS[1]}",129')
    assert [client.lines("AT+CLCC")[0][:13] for client in (caller, called)] == ["+CLCC: 1,0,0,", "+CLCC: 1,1,0,"]
    assert called.lines('AT+VTS="1"') == ["OK"]
    assert caller.lines("AT+CHUP") == ["OK"]
    desk.pass_time()
    told(called, "NO CARRIER")
    assert called.lines("AT+CLCC") == ["OK"]
    assert caller.lines('AT+CPBS="DC";+CPBR=1') == [f'+CPBR: 1,"{NUMBERS[1]}",129,""', "OK"]
    assert called.lines('AT+CPBS="RC";+CPBR=1') == [f'+CPBR: 1,"{NUMBERS[0]}",129,""', "OK"]
    assert caller.lines("AT+CEER") == ["+CEER: Normal call clearing", "OK"]


def test_a_refused_and_an_unanswered_call(desk: Desk) -> None:
    caller, called = desk.clients
    caller.ask(f"ATD{NUMBERS[1]};")
    desk.pass_time()
    told(called, "RING")
    assert called.lines("ATH") == ["OK"]
    desk.pass_time()
    told(caller, "BUSY")
    caller.ask("ATD0312345678;")
    desk.pass_time(61)
    told(caller, "NO ANSWER")
    assert caller.lines("ATDL;") == ["OK"]
    assert caller.lines("AT+CLCC")[0].startswith('+CLCC: 1,0,2,0,0,"0312345678"')
    desk.modems[0].remote_hang_up()
    told(caller, "NO CARRIER")


def test_the_echo_line_answers(desk: Desk, client: RawClient) -> None:
    client.ask("AT+CMER=3,0,0,1")
    client.write(f"ATDT{ECHO_LINE};\r".encode())
    told(client, "OK")
    told(client, "+CIEV: 8,2")
    desk.pass_time()
    told(client, "+CIEV: 8,3")
    desk.pass_time(3)
    told(client, "+CIEV: 5,1")
    told(client, "+CIEV: 8,0")
    assert client.lines("AT+CIND?") == ["+CIND: 5,5,1,0,1,0,0,0,0", "OK"]
    assert client.lines("ATH") == ["OK"]


def test_hold_swap_and_conference(desk: Desk, client: RawClient, modem: VirtualModem) -> None:
    states = lambda: [line.split(",")[2] for line in client.lines("AT+CLCC")[:-1]]  # noqa: E731
    client.ask("AT+CCWA=1,1;+CRC=1")
    assert modem.ring("0311111111")
    told(client, "+CRING: VOICE")
    client.ask("ATA")
    assert modem.ring("0322222222")
    told(client, '+CCWA: "0322222222",129,1')
    assert not modem.ring("0333333333")
    assert states() == ["0", "5"]
    assert client.lines("AT+CHLD=2") == ["OK"]
    assert states() == ["1", "0"]
    assert client.lines("AT+CHLD=2") == ["OK"]
    assert states() == ["0", "1"]
    assert client.lines("AT+CHLD=3") == ["OK"]
    assert [line.split(",")[4] for line in client.lines("AT+CLCC")[:-1]] == ["1", "1"]
    assert client.lines("AT+CHLD=22") == ["OK"]
    assert states() == ["1", "0"]
    assert client.lines("AT+CHLD=12") == ["OK"]
    assert states() == ["1"]
    assert client.lines("AT+CHLD=0") == ["OK"]
    assert states() == []
    assert client.lines("AT+CHLD=0") == ["OK"]
    assert client.lines("AT+CHLD=3") == ["+CME ERROR: 3"]
    assert client.lines("AT+CHLD=9") == ["+CME ERROR: 50"]


def test_a_waiting_call_rings_when_it_is_the_only_one_left(client: RawClient, modem: VirtualModem) -> None:
    modem.ring("0311111111")
    told(client, "RING")
    client.ask("ATA")
    modem.ring("0322222222")
    client.write(b"AT+CHLD=11\r")
    told(client, "OK")
    told(client, "RING")
    modem.remote_hang_up()
    told(client, "NO CARRIER")
    assert client.lines('AT+CPBS="MC";+CPBR=1,2') == ['+CPBR: 1,"0322222222",129,""', "OK"]


def test_a_modem_answers_by_itself_and_digits_tell_results(desk: Desk, client: RawClient, modem: VirtualModem) -> None:
    client.ask("ATS0=2")
    client.write(b"ATV0\r")
    client.read_until(b"0\r")
    modem.ring("0311111111")
    assert client.read_until(b"2\r") == b"2\r"
    desk.clock.advance(5.0)
    assert client.read_until(b"2\r") == b"2\r"
    modem.remote_hang_up()
    assert client.read_until(b"3\r") == b"3\r"


def test_calls_end_with_the_network(client: RawClient, modem: VirtualModem) -> None:
    modem.ring("0311111111")
    told(client, "RING")
    client.ask("ATA")
    modem.set_registration("searching")
    told(client, "NO CARRIER")
    assert client.lines("ATD111;") == ["+CME ERROR: 30"]
    assert not modem.ring("0311111111")


# Messages


def test_a_text_between_two_modems_with_a_report(desk: Desk) -> None:
    sender, receiver = desk.clients
    sender.ask("AT+CMGF=1;+CSMP=49,167,0,0;+CNMI=2,1,0,1,0")
    receiver.ask('AT+CMGF=1;+CSCS="GSM";+CNMI=2,1,0,0,0')
    sender.write(f'AT+CMGS="{NUMBERS[1]}"\r'.encode())
    sender.read_until(b"\r\n> ")
    sender.write(b"Hello, world\x1a")
    assert sender.read_until(b"OK\r\n") == b"\r\n+CMGS: 1\r\n\r\nOK\r\n"
    desk.pass_time()
    told(receiver, '+CMTI: "SM",1')
    assert sender.read_until(b",0\r\n").startswith(f'\r\n+CDS: 6,1,"{NUMBERS[1]}",129,"'.encode())
    listed = receiver.lines('AT+CMGL="ALL"')
    assert listed[0].startswith(f'+CMGL: 1,"REC UNREAD","{NUMBERS[0]}",,"')
    assert listed[1] == "Hello, world"
    assert receiver.lines("AT+CMGR=1")[0].startswith(f'+CMGR: "REC READ","{NUMBERS[0]}",,"')
    assert receiver.lines("AT+CMGL") == ["OK"]
    assert receiver.lines("AT+CMGD=1") == ["OK"]
    assert receiver.lines("AT+CMGR=1") == ["+CMS ERROR: 321"]


def test_a_pdu_goes_out_and_comes_in_directly(desk: Desk, client: RawClient) -> None:
    client.ask("AT+CNMI=2,2,0,0,0")
    tpdu = "11000381" + "11F1" + "0000AA" + "05E8329BFD06"
    client.write(f"AT+CMGS={len(tpdu) // 2}\r".encode())
    client.read_until(b"> ")
    client.write(b"00" + tpdu.encode() + b"\x1a")
    assert client.read_until(b"OK\r\n") == b"\r\n+CMGS: 1\r\n\r\nOK\r\n"
    desk.pass_time()
    line = client.read_until(b"05E8329BFD06\r\n").decode()
    match = re.fullmatch(r"\r\n\+CMT: ,(\d+)\r\n([0-9A-F]+)\r\n", line)
    assert match is not None
    assert len(match[2]) // 2 == int(match[1]) + 8  # the service centre stands before the TPDU
    assert client.lines("AT+CPMS?")[0] == '+CPMS: "SM",0,20,"SM",0,20,"SM",0,20'


@pytest.mark.parametrize("typed", [b"00110003\x1a", b"zz\x1a", b"\x1a", b"00" + b"F" * 5000])
def test_what_is_no_pdu_is_refused_and_escape_ends_it(client: RawClient, typed: bytes) -> None:
    client.write(b"AT+CMGS=14\r")
    client.read_until(b"> ")
    client.write(typed)
    assert client.read_until(b"304\r\n", b"OK\r\n").strip() in (b"+CMS ERROR: 304", b"OK")
    client.write(b"\x1bAT+CMGS=14\r")
    client.read_until(b"> ")
    client.write(b"0011\x1b")
    assert client.read_until(b"OK\r\n") == b"\r\nOK\r\n"
    assert client.lines("AT") == ["OK"]


def test_two_stores_and_a_full_one(client: RawClient, modem: VirtualModem) -> None:
    client.ask('AT+CNMI=2,0;+CPMS="SM","SM","ME"')
    modem.deliver_sms("Carrier", "つながりました")
    assert client.lines("AT+CPMS?")[0] == '+CPMS: "SM",0,20,"SM",0,20,"ME",1,100'
    client.ask('AT+CPMS="ME","SM","SM";+CMGF=1;+CSCS="UCS2"')
    head, body, _ = client.lines("AT+CMGL=4")
    assert head.startswith('+CMGL: 1,"REC UNREAD","0043006100720072006900650072",,')
    assert bytes.fromhex(body).decode("utf-16-be") == "つながりました"
    for _ in range(25):
        modem.deliver_sms("0311111111", "x")
    assert client.lines("AT+CPMS?")[0] == '+CPMS: "ME",1,100,"SM",20,20,"SM",20,20'
    assert client.lines("AT+CMGD=1,4") == ["OK"]
    assert client.lines("AT+CPMS?")[0].startswith('+CPMS: "ME",0,100,"SM",20,20')


def test_a_stored_message_is_sent_later(desk: Desk, client: RawClient) -> None:
    client.ask("AT+CMGF=1")
    client.write(f'AT+CMGW="{ECHO_LINE}"\r'.encode())
    client.read_until(b"> ")
    client.write(b"later\x1a")
    assert client.read_until(b"OK\r\n") == b"\r\n+CMGW: 1\r\n\r\nOK\r\n"
    assert client.lines("AT+CMGR=1")[:2] == [f'+CMGR: "STO UNSENT","{ECHO_LINE}",', "later"]
    assert client.lines("AT+CMSS=1") == ["+CMSS: 1", "OK"]
    desk.pass_time()
    told(client, '+CMTI: "SM",2')
    assert client.lines('AT+CMGL="STO SENT"')[1:] == ["later", "OK"]


def test_a_long_text_comes_in_parts(client: RawClient, modem: VirtualModem) -> None:
    assert modem.deliver_sms("0311111111", "a" * 400) == 3
    for slot in (1, 2, 3):
        told(client, f'+CMTI: "SM",{slot}')
    assert len(client.lines("AT+CMGL=4")) == 7


# Services and data


@pytest.mark.parametrize("text", ["*100#", "002A0031003000300023"])
def test_a_service_code(desk: Desk, client: RawClient, text: str) -> None:
    assert client.lines(f'AT+CUSD=1,"{text}",15') == ["OK"]
    desk.pass_time()
    told(client, '+CUSD: 0,"*100#",15')
    client.ask('AT+CSCS="UCS2"')
    assert client.lines("ATD*103*0#;") == ["OK"]
    desk.pass_time()
    told(client, '+CUSD: 0,"002A003100300033002A00300023",15')


def test_a_data_connection_and_the_way_back(desk: Desk, client: RawClient, modem: VirtualModem) -> None:
    assert client.lines('AT+CGDCONT=1,"IP","car.example"') == ["OK"]
    client.write(b"ATD*99***1#\r")
    assert client.read_until(b"CONNECT\r\n") == b"\r\nCONNECT\r\n"
    client.write(b"AT\r\x7e\xff+++")
    while not select.select([client.descriptor], [], [], 0.02)[0]:
        desk.pass_time()  # the octets go up and come down
    assert client.read_until(b"+++") == b"AT\r\x7e\xff+++"
    modem.notify("RING")
    desk.clock.advance(2)
    client.write(b"+++")
    until_guarding(modem)
    desk.clock.advance(1.1)
    assert client.read_until(b"RING\r\n") == b"\r\nOK\r\n\r\nRING\r\n"
    assert client.lines("AT+CGPADDR=1") == ['+CGPADDR: 1,"192.0.2.1"', "OK"]
    assert client.lines("AT+CGACT?")[0] == "+CGACT: 1,1"
    client.write(b"ATO\r")
    client.read_until(b"CONNECT\r\n")
    modem.set_registration("searching")
    assert b"NO CARRIER" in client.read_until(b"NO CARRIER\r\n")
    client.write(b"ATD*99#\r")
    assert b"NO CARRIER" in client.read_until(b"NO CARRIER\r\n")


def until_guarding(modem: VirtualModem) -> None:
    """The modem has read the escape and waits for silence."""
    import threading

    session = modem._terminals[0].session
    waiter = threading.Event()
    for _ in range(500):
        if session._guard is not None:
            return
        waiter.wait(0.01)
    raise AssertionError("the escape was not seen")


def test_the_phone_book_in_every_character_set(client: RawClient) -> None:
    assert client.lines('AT+CPBS="ME"') == ["OK"]
    assert client.lines('AT+CSCS="UCS2"') == ["OK"]
    assert client.lines('AT+CPBW=,"+819011112222",145,"9752672882B1"') == ["OK"]
    assert client.lines("AT+CPBR=1,5") == ['+CPBR: 1,"+819011112222",145,"9752672882B1"', "OK"]
    assert client.lines('AT+CPBW=2,"117",129,"00740069006D0065"') == ["OK"]
    assert client.lines('AT+CSCS="HEX";+CPBR=2') == ['+CPBR: 2,"117",129,"74696D65"', "OK"]
    assert client.lines('AT+CSCS="IRA";+CPBF="TI"') == ['+CPBF: 2,"117",129,"time"', "OK"]
    assert client.lines('ATD>"time";') == ["OK"]
    assert client.lines("AT+CLCC")[0].endswith('"117",129')
    client.ask("ATH")
    assert client.lines("AT+CPBW=2") == ["OK"]
    assert client.lines("AT+CPBS?") == ['+CPBS: "ME",1,200', "OK"]
    assert client.lines('AT+CPBS="EN";+CPBR=1')[0] == '+CPBR: 1,"110",129,""'
    assert client.lines('AT+CPBW=1,"1"') == ["+CME ERROR: 3"]


def test_faults_of_the_modem_itself(client: RawClient, faults: Faults) -> None:
    faults.set("modem.virtual", "error", match="CSQ", count=1)
    assert client.lines("AT+CSQ") == ["+CME ERROR: 100"]
    faults.set("modem.virtual", "urc_inside", count=1)
    assert client.ask("AT+CGSN").startswith(b"\r\n352906110000017\r\n\r\nRING\r\n\r\nOK")
    faults.set("modem.virtual", "reset", count=1)
    client.write(b"AT+CSQ\r")
    told(client, "RDY")
    assert client.ask("AT") == b"AT\r\r\nOK\r\n"  # echo is back: it forgot everything
    faults.set("modem.virtual", "silence", count=1)
    client.write(b"AT+CSQ\rAT\r")
    assert client.read_until(b"OK\r\n") == b"AT+CSQ\rAT\r\r\nOK\r\n"


def test_the_clock_can_be_set(client: RawClient, desk: Desk) -> None:
    assert client.lines('AT+CCLK="26/01/02,03:04:05+36"') == ["OK"]
    desk.clock.advance(60)
    assert client.lines("AT+CCLK?")[0].startswith('+CCLK: "26/01/02,03:05:0')
    assert client.lines("AT+CCLK?")[0].endswith('+36"')
    assert client.lines('AT+CCLK="26/13/02,03:04:05+36"') == ["+CME ERROR: 50"]


# The SIM's PIN


def test_a_pin_is_switched_on_asked_for_and_unblocked(desk: Desk, client: RawClient, modem: VirtualModem) -> None:
    assert client.lines('AT+CLCK="SC",2') == ["+CLCK: 0", "OK"]
    assert client.lines('AT+CLCK="SC",1,"9999"') == ["+CME ERROR: 16"]
    assert client.lines('AT+CLCK="SC",1,"0000"') == ["OK"]
    assert client.lines('AT+CLCK="SC",2') == ["+CLCK: 1", "OK"]
    assert client.lines('AT+CPWD="SC","0000","4321"') == ["OK"]
    client.ask("AT+CFUN=0")
    client.ask("AT+CFUN=1")
    desk.pass_time(3)
    assert client.lines("AT+CPIN?")[-2:] == ["+CPIN: SIM PIN", "OK"]
    assert client.lines("AT+CIMI") == ["+CME ERROR: 11"]
    assert client.lines("AT+CEREG?") == ["+CEREG: 0,0", "OK"]
    assert client.lines("AT+CPIN=1111") == ["+CME ERROR: 16"]
    assert client.lines("AT+CPINR")[0] == "+CPINR: SIM PIN,2,3"
    assert client.lines('AT+CPIN="4321"')[-1] == "OK"
    desk.pass_time(3)
    assert client.lines("AT+CPIN?")[-2:] == ["+CPIN: READY", "OK"]
    assert client.lines("AT+CEREG?") == ["+CEREG: 0,1", "OK"]
    client.ask("AT+CFUN=0")
    client.ask("AT+CFUN=1")
    desk.pass_time(3)
    for _ in range(3):
        assert client.lines("AT+CPIN=1111")[-1] == "+CME ERROR: 16"
    assert client.lines("AT+CPIN?") == ["+CPIN: SIM PUK", "OK"]
    assert client.lines("AT+CPIN=4321") == ["+CME ERROR: 12"]
    assert client.lines('AT+CPIN="12345678","0000"')[-1] == "OK"
    assert client.lines("AT+CPIN?") == ["+CPIN: READY", "OK"]


def test_a_client_that_goes_does_not_lock_the_sim(
    desk: Desk, client: RawClient, modem: VirtualModem, events: EventLog
) -> None:
    client.ask('AT+CLCK="SC",1,"0000"')
    client.close()
    while not events.recent(kind="modem.client_gone"):
        select.select([], [], [], 0.01)
    desk.pass_time(3)
    with RawClient(modem.path or "") as again:
        assert again.lines("AT+CPIN?")[-2:] == ["+CPIN: READY", "OK"]
        assert again.lines("AT+CREG?")[-2:] == ["+CREG: 0,1", "OK"]

"""The virtual modem on sockets beside its pseudo-terminal, and the testers' console."""

from __future__ import annotations

import json
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from raw_client import RawClient

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from core.settings import Settings
from firmware_bridge import VirtualModem, open_modem
from firmware_bridge.virtual.control import HELP, Console
from firmware_bridge.virtual.control_port import ControlPort

ISD_R = "A0000005591010FFFFFFFF8900000100"
Make = Callable[..., VirtualModem]


@pytest.fixture
def make(tmp_path: Path, clock: Clock, events: EventLog, faults: Faults) -> Iterator[Make]:
    made: list[VirtualModem] = []

    def make(*listen: str) -> VirtualModem:
        modem = VirtualModem(
            folder=tmp_path / "modem",
            clock=clock,
            events=events,
            faults=faults,
            randomness=SeededRandomness(7),
            listen=listen,
        )
        made.append(modem)
        modem.start()
        return modem

    yield make
    for modem in made:
        modem.stop()


def connect(address: str) -> socket.socket:
    if "/" in address:
        client = socket.socket(socket.AF_UNIX)
        client.connect(address)
    else:
        host, _, port = address.rpartition(":")
        client = socket.create_connection((host.strip("[]"), int(port)))
    client.settimeout(5)
    return client


def ask(client: socket.socket, text: str, end: bytes = b"OK\r\n") -> bytes:
    client.sendall(text.encode() + b"\r")
    data = b""
    while not data.endswith((end, b"ERROR\r\n")):
        part = client.recv(4096)
        assert part, f"hung up after {data!r}"
        data += part
    return data


def test_three_ports_have_three_sessions_on_one_modem(make: Make, tmp_path: Path, events: EventLog, until) -> None:
    modem = make("127.0.0.1:0", str(tmp_path / "at.socket"))
    tcp, unix = modem.addresses
    assert tcp.startswith("127.0.0.1:")
    assert stat.S_IMODE(Path(unix).stat().st_mode) == 0o600
    with connect(tcp) as first, connect(unix) as second, RawClient(modem.path or "") as third:
        ask(first, "ATE0+CMEE=1")
        assert ask(first, "AT+NONSENSE", b"100\r\n") == b"\r\n+CME ERROR: 100\r\n"
        assert ask(second, "AT+NONSENSE") == b"AT+NONSENSE\r\r\nERROR\r\n"
        assert third.lines("AT+CMEE?") == ["+CMEE: 0", "OK"]
        ask(first, f'AT+CCHO="{ISD_R}"')
        assert b"+CCHO: 2" in ask(second, f'AT+CCHO="{ISD_R}"')
        first.close()
        until(lambda: events.recent(kind="modem.client_gone"))
        assert b'"BF3E' in ask(second, 'AT+CGLA=2,22,"81E2910006BF3E035C015A"')  # only the first one's is closed
        assert b"+CCHO: 1" in ask(second, f'AT+CCHO="{ISD_R}"')


def test_a_second_client_is_turned_away_and_the_next_is_not(make: Make, events: EventLog, until) -> None:
    [address] = make(":0").addresses
    for number in range(3):
        until(lambda number=number: len(events.recent(kind="modem.client_gone")) == number)
        with connect(address) as client:
            assert b"OK" in ask(client, "AT")
            with connect(address) as second:
                assert second.recv(10) == b""
            assert b"OK" in ask(client, "AT")


def test_our_client_over_tcp(make: Make, clock: Clock, events: EventLog, faults: Faults) -> None:
    [address] = make("127.0.0.1:0").addresses
    modem = open_modem(f"socket://{address}", clock=clock, events=events, faults=faults, settings=Settings())
    try:
        assert len(modem.profiles()) == 2
    finally:
        modem.close()


def test_sockets_go_with_the_plug(make: Make, tmp_path: Path) -> None:
    path = str(tmp_path / "at.socket")
    modem = make(path)
    with connect(path) as client:
        modem.unplug()
        assert client.recv(10) == b""
    assert not Path(path).exists()
    modem.plug()
    with connect(path) as client:
        assert b"OK" in ask(client, "AT")


def test_an_address_that_cannot_be_had(make: Make, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("mine")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        for address in (f"127.0.0.1:{taken.getsockname()[1]}", "nonsense", "127.0.0.1:99999", "/proc/none/x"):
            with pytest.raises(BenchError, match=r"modem\.listen_failed"):
                make(address)
    with pytest.raises(BenchError, match=r"modem\.link_taken"):
        make(str(file))
    assert file.read_text() == "mine"


def test_a_flood_of_garbage_over_tcp(make: Make) -> None:
    [address] = make(":0").addresses
    with connect(address) as client:
        client.sendall(bytes(range(128, 256)) * 500 + b"\r" + b"AT+CSQ=" + b"9" * 50_000 + b"\r\r\n")
        ask(client, "")
        for octet in b"ATE0+CMEE?\r":
            client.sendall(bytes((octet,)))
        while b"+CMEE: 0" not in client.recv(4096):
            pass


def test_a_socket_left_behind_is_replaced_and_one_in_use_is_not(make: Make, tmp_path: Path) -> None:
    path = str(tmp_path / "at.socket")
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(path)
    make(path)
    with pytest.raises(BenchError, match=r"modem\.listen_failed"):
        ControlPort(path, str)
    with connect(path) as client:
        assert b"OK" in ask(client, "AT")


# The console


@pytest.fixture
def console(virtual: VirtualModem, faults: Faults) -> Console:
    return Console(virtual, faults)


def test_the_console_does_what_it_says(console: Console, virtual: VirtualModem, faults: Faults) -> None:
    assert json.loads(console.run("help").removeprefix("ok ")) == HELP
    assert json.loads(console.run("status").removeprefix("ok "))["registration"] == "idle"
    assert console.run("registration roaming") == "ok"
    assert console.run("registration moon") == "error modem.unknown_state"
    assert console.run("signal -85") == "ok"
    assert json.loads(console.run("status")[3:])["rssi_dbm"] == -85
    assert console.run("signal loud") == "error console.bad_value"
    assert console.run("sms 0311111111 how are you?") == "ok 1"
    assert console.run("sms") == "error console.bad_value"
    assert json.loads(console.run("STATUS")[3:])["messages"] == {"SM": 1, "ME": 0}
    assert console.run("ring 0311111111") == "error modem.busy_line"  # not registered
    for word in ("answer", "busy", "noanswer", "hangup"):
        assert console.run(word) == "error modem.no_call"
    assert console.run("fault modem.virtual silence 1") == "ok"
    assert faults.active("modem.virtual") is not None
    assert console.run("fault modem.virtual nonsense") == "error fault.unknown"
    assert console.run("fault") == "error console.bad_value"
    assert console.run("clear") == "ok"
    assert console.run("notify RING") == "ok"
    assert console.run("inject zz") == "error console.bad_value"
    assert console.run("inject 41") == "ok"
    assert console.run("ussd Hello") == "ok"
    assert console.run("unplug") == "ok"
    assert virtual.path is None
    assert console.run("plug") == f"ok {virtual.path}"
    assert console.run("dance") == "error console.unknown_word"
    assert console.run("") == "error console.unknown_word"


def test_the_console_from_another_process(console: Console, tmp_path: Path) -> None:
    port = ControlPort(str(tmp_path / "control.socket"), console.run)
    try:
        with connect(port.address) as first, connect(port.address) as second:
            for client in (first, second):
                client.sendall("sms 0311111111 こんにちは\nnonsense\n\xff\n".encode())
                assert client.makefile("rb").readline() == b"ok 1\n"
    finally:
        port.close()
    assert not Path(port.address).exists()
    with pytest.raises(BenchError, match=r"modem\.listen_failed"):
        ControlPort("nowhere", console.run)

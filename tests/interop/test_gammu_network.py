"""Debian's gammu on a car's modem in the mobile network: it hears a call, takes it, and no message reaches it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from test_gammu import lines_until

from cloud.network.rules.subscribers import CAR, ListedHlr, Subscriber
from cloud.network.server import RadioServer
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from core.settings import Settings
from firmware_bridge import VirtualModem, open_modem
from firmware_bridge.virtual.radio_network import RadioNetwork

pytestmark = pytest.mark.skipif(shutil.which("gammu") is None, reason="gammu is not installed (apt-get install gammu)")
ICCID, IMSI, LINE = "8981000000000000011", "001010000000001", "09000001234"


@pytest.fixture
def network(tmp_path: Path, clock: Clock, events: EventLog) -> Iterator[RadioServer]:
    server = RadioServer(
        clock=clock,
        events=events,
        faults=Faults(),
        randomness=SeededRandomness(1),
        settings=Settings(call_ring_time=600.0),
        folder=tmp_path / "network",
        hlr=ListedHlr([Subscriber(IMSI, LINE, CAR), Subscriber("001010000000901", LINE)]),
    )
    yield server
    server.stop()


@pytest.fixture
def virtual(tmp_path: Path, clock: Clock, events: EventLog, network: RadioServer) -> Iterator[VirtualModem]:
    faults = Faults()
    radio = RadioNetwork(network.start(), clock=clock, events=events, faults=faults)
    virtual = VirtualModem(
        folder=tmp_path / "modem",
        clock=clock,
        events=events,
        faults=faults,
        randomness=SeededRandomness(7),
        link=tmp_path / "ttyBench",
        core=radio,
    )
    modem = open_modem(virtual.start(), clock=clock, events=events, faults=faults, settings=Settings())
    modem.enable(ICCID)
    assert modem.wait_registered().state == "home"
    modem.close()
    yield virtual
    virtual.stop()
    radio.close()


def test_it_hears_a_call_takes_it_and_no_message_comes(
    network: RadioServer,
    virtual: VirtualModem,
    gammu: Callable[..., str],
    listening: Callable[..., subprocess.Popen[str]],
    clock: Clock,
) -> None:
    process = listening("monitor")
    lines_until(process, "GPRS")
    network.sms.send(LINE, "NTT DOCOMO", "123456", "security_code")
    network.call_in("0311112222", LINE)
    assert "SMS message received" not in lines_until(process, "0311112222")
    process.terminate()
    process.wait(timeout=10)

    def until(*wanted: str) -> None:
        """Wait until the modem's calls are these: index, state, number."""
        deadline = clock.monotonic() + 100
        while virtual.status()["calls"] != [*wanted]:
            assert clock.monotonic() < deadline, (virtual.status()["calls"], network.calls)
            clock.sleep(0.2)

    gammu("answercall")
    until("1 active 0311112222")
    assert [call["devices"] for call in network.calls] == [[IMSI]]
    # A second call waits (ONE-VOICE-05). gammu knows no +CHLD for AT modems: it ends the first, and takes the second.
    network.call_in("0355556666", LINE)
    until("1 active 0311112222", "2 waiting 0355556666")
    gammu("cancelcall")
    until("2 incoming 0355556666")
    gammu("answercall")
    until("2 active 0355556666")
    assert virtual.status()["messages"] == {"SM": 0, "ME": 0}
    assert len(network.waiting_messages) == 1, "it waits for the phone"

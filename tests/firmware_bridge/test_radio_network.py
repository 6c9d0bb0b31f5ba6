"""The car's modem in the mobile network: what its serial line hears of calls, messages and a registration's end."""

from __future__ import annotations

import os
import queue
import select
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from raw_client import PATIENCE, RawClient

from cloud.network.rules.subscribers import CAR, ListedHlr, Subscriber
from cloud.network.server import RadioServer
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.radio import CallEvent, RadioClient
from core.randomness import SeededRandomness
from core.settings import Settings
from firmware_bridge import VirtualModem
from firmware_bridge.virtual.radio_network import RadioNetwork

pytestmark = pytest.mark.parametrize("clock_rate", [20.0])
CAR_SIM, PHONE_SIM = "001010000000001", "001010000000901"
LINE = "09000001234"
ICCID = "981800000000000010F1"
ISD_R = "A0000005591010FFFFFFFF8900000100"


class CarDesk:
    """A network, a car's modem with a client on its line, and the driver's phone."""

    def __init__(self, folder: Path, clock: Clock, events: EventLog, faults: Faults) -> None:
        self.clock, self.events, self.faults = clock, events, faults
        self.car = Subscriber(CAR_SIM, LINE, CAR, "BMW", sms=False)
        self.hlr = ListedHlr([Subscriber(PHONE_SIM, LINE), self.car])
        self.server = RadioServer(
            clock=clock,
            events=events,
            faults=faults,
            randomness=SeededRandomness(1),
            settings=Settings(),
            folder=folder / "network",
            hlr=self.hlr,
        )
        self.address = self.server.start()
        self.network = RadioNetwork(self.address, clock=clock, events=events, faults=faults, name="BMW")
        self.modem = VirtualModem(
            folder=folder / "modem",
            clock=clock,
            events=events,
            faults=faults,
            randomness=SeededRandomness(2),
            core=self.network,
        )
        self.client = RawClient(self.modem.start())
        self.client.ask("ATE0+CMEE=1")
        self.calls: queue.Queue[CallEvent] = queue.Queue()
        self.texts: queue.Queue[str] = queue.Queue()
        self.phone = RadioClient(
            self.address, imsi=PHONE_SIM, kind="phone", name="Phone", clock=clock, events=events, faults=faults
        )
        self.phone.on_call = self.calls.put
        self.phone.on_sms = lambda sms: self.texts.put(sms.text)

    def enable(self, state: str = "home") -> None:
        """Enable the profile, and wait until the modem's registration is `state`."""
        self.client.ask(f'AT+CCHO="{ISD_R}"')
        command = f"81E2910014BF3111A00C5A0A{ICCID}8101FF"
        assert "9000" in self.client.lines(f'AT+CGLA=1,{len(command)},"{command}"')[0]
        self.client.ask("AT+CCHC=1")
        self.until(lambda: self.modem.status()["registration"] == state)

    def shown(self, command: str, prefix: str) -> str:
        """The line of the answer that begins with `prefix`, "" if none does; notices may come before it."""
        return next((line for line in self.client.lines(command) if line.startswith(prefix)), "")

    def until(self, holds: Callable[[], bool]) -> None:
        deadline = self.clock.monotonic() + PATIENCE * self.clock.rate
        while not holds():
            assert self.clock.monotonic() < deadline, "it never came to that"
            self.clock.sleep(0.1)

    def call(self, state: str) -> CallEvent:
        """The next news of the phone, which is `state`."""
        event = self.calls.get(timeout=PATIENCE)
        assert event.state == state, event
        return event

    def told(self, text: str) -> None:
        """The line says `text` soon."""
        wanted, data = f"\r\n{text}\r\n".encode(), b""
        while wanted not in data:
            assert select.select([self.client.descriptor], [], [], PATIENCE)[0], f"no {text} after {data!r}"
            data += os.read(self.client.descriptor, 1)

    def order(self, command: str) -> None:
        """A command that is taken; what the line says after it is not read yet."""
        self.client.write(command.encode() + b"\r")
        self.told("OK")

    def close(self) -> None:
        self.client.close()
        self.modem.stop()
        self.network.close()
        self.phone.close()
        self.server.stop()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, events: EventLog, faults: Faults) -> Iterator[CarDesk]:
    desk = CarDesk(tmp_path, clock, events, faults)
    desk.enable()
    desk.phone.connect()
    desk.until(lambda: desk.phone.registered)
    yield desk
    desk.close()


def test_a_call_rings_in_car_and_phone_and_the_car_takes_it(desk: CarDesk) -> None:
    desk.order("AT+CLIP=1")
    call = desk.server.call_in("09000002001", LINE)
    desk.told("RING")
    desk.told('+CLIP: "09000002001",129,,,,0')
    assert desk.call("offered").number == "09000002001"
    desk.order("ATA")
    assert desk.call("ended").cause == "answered_elsewhere"
    desk.server.call_in("09000002002", LINE)
    desk.order("AT+CCWA=1")
    desk.server.end_call(call)
    desk.told("NO CARRIER")


def test_the_phone_takes_it_and_the_car_stops(desk: CarDesk) -> None:
    desk.server.call_in("09000002001", LINE)
    desk.told("RING")
    desk.phone.answer(desk.call("offered").line)
    desk.told("NO CARRIER")
    assert desk.client.lines("AT+CLCC") == ["OK"]
    assert desk.shown("AT+CEER", "+CEER") == "+CEER: Call completed elsewhere"
    # While the phone talks, the car can call nobody but for help; that ends the phone's call.
    desk.call("connected")
    desk.order("ATD09000002002;")
    desk.told("BUSY")
    assert desk.shown("AT+CEER", "+CEER") == "+CEER: Line in use on another device"
    desk.order("ATD119;")
    assert desk.call("ended").cause == "emergency"
    desk.until(lambda: desk.shown("AT+CLCC", "+CLCC").startswith("+CLCC: 1,0,0"))


def test_a_second_call_is_told_in_the_car_only_and_calls_are_swapped(desk: CarDesk) -> None:
    desk.order("AT+CCWA=1")
    desk.order("ATD09000002001;")
    desk.until(lambda: desk.shown("AT+CLCC", "+CLCC").startswith("+CLCC: 1,0,0"))
    desk.server.call_in("0300001000", LINE)
    desk.told('+CCWA: "0300001000",129,1')
    assert desk.calls.empty()
    desk.order("AT+CHLD=2")
    desk.until(lambda: [call["held_by"] for call in desk.server.calls] == [[CAR_SIM], []])
    desk.order("AT+CHLD=2")
    desk.until(lambda: [call["held_by"] for call in desk.server.calls] == [[], [CAR_SIM]])
    desk.order("AT+CHLD=1")
    desk.until(lambda: [call["from"] for call in desk.server.calls] == ["0300001000"])


def test_the_car_shows_the_one_number_and_a_refusal_in_the_car_is_for_all(desk: CarDesk) -> None:
    other: queue.Queue[CallEvent] = queue.Queue()
    desk.hlr.put(Subscriber("001010000000777", "09000007777"))
    friend = RadioClient(
        desk.address,
        imsi="001010000000777",
        kind="phone",
        name="Friend",
        clock=desk.clock,
        events=desk.events,
        faults=desk.faults,
    )
    friend.on_call = other.put
    friend.connect()
    desk.until(lambda: friend.registered)
    desk.order("ATD09000007777;")
    offered = other.get(timeout=PATIENCE)
    assert (offered.state, offered.number) == ("offered", LINE)
    friend.hang_up(offered.line)
    desk.told("BUSY")
    line = friend.dial(LINE)
    desk.told("RING")
    desk.order("ATH")
    assert desk.call("offered").number == "09000007777"
    assert desk.call("ended").cause == "declined"
    friend.close()
    assert line % 2 == 1


def test_no_message_reaches_a_car_and_none_leaves_it(desk: CarDesk) -> None:
    desk.server.sms.send(LINE, "NTT DOCOMO", "123456", "security_code")
    assert desk.texts.get(timeout=PATIENCE) == "123456"
    assert desk.shown('AT+CPMS="SM"', "+CPMS").startswith("+CPMS: 0,")
    desk.order("AT+CMGF=1")
    desk.client.write(b'AT+CMGS="09000002001"\r')
    desk.client.read_until(b"> ")
    assert desk.client.lines("hello\x1a") == ["+CMS ERROR: 50"]


def test_an_accessory_with_messages_gets_and_sends_them_as_pdus(desk: CarDesk) -> None:
    """ONE-SMS-01, -03, -07: what the car may not, another accessory may; it is the same modem."""
    desk.hlr.put(replace(desk.car, kind="accessory", sms=True))
    desk.server.subscription_changed(LINE)
    desk.order("AT+CFUN=4")
    desk.order("AT+CFUN=1")
    desk.until(lambda: desk.modem.status()["registration"] == "home")
    desk.order("AT+CNMI=2,1,0,2,0;+CMGF=1")
    desk.server.sms.send(LINE, "Hana", "lunch?", "")
    desk.told('+CMTI: "SM",1')
    assert desk.texts.get(timeout=PATIENCE) == "lunch?"
    assert desk.client.lines("AT+CMGR=1")[1] == "lunch?"
    desk.order("AT+CSMP=49,167,0,0")
    desk.client.write(b'AT+CMGS="09000002001"\r')
    desk.client.read_until(b"> ")
    desk.client.write(b"yes\x1a")
    desk.told("+CMGS: 1")
    desk.told('+CDSI: "SM",2')
    assert ',"09000002001",129,' in desk.client.lines("AT+CMGR=2")[0]
    desk.order("ATD*103*1#;")
    desk.told('+CUSD: 0,"SMS receive priority: this accessory device",15')


def test_a_service_code_from_the_car(desk: CarDesk) -> None:
    desk.order('AT+CUSD=1,"*#103#",15')
    desk.told('+CUSD: 0,"SMS receive priority: smartphone",15')
    desk.order("ATD*103*1#;")
    desk.told('+CUSD: 0,"SMS is not available on this device.",15')


def test_the_end_of_the_registration_reaches_the_car_and_so_does_a_new_one(desk: CarDesk) -> None:
    desk.order("AT+CEREG=1")
    desk.order("ATD09000002001;")
    desk.until(lambda: desk.shown("AT+CLCC", "+CLCC").startswith("+CLCC: 1,0,0"))
    desk.hlr.put(replace(desk.car, allowed=False))
    desk.server.subscription_changed(LINE)
    desk.told("NO CARRIER")
    desk.until(lambda: desk.shown("AT+CEREG?", "+CEREG: 1,3"))
    assert desk.modem.status()["registration"] == "denied"
    desk.hlr.put(desk.car)
    desk.server.subscription_changed(LINE)
    desk.told("+CEREG: 1")


def test_a_network_that_goes_and_comes_back(desk: CarDesk) -> None:
    desk.faults.set("radio.network", "down", count=1, match="dial")
    desk.order("ATD09000002001;")
    desk.told("NO CARRIER")
    desk.until(lambda: desk.modem.status()["registration"] == "home")
    desk.server.stop()
    desk.until(lambda: desk.modem.status()["registration"] == "searching")
    desk.client.write(b"ATD09000002001;\r")
    desk.told("+CME ERROR: 30")
    desk.server.start()
    desk.until(lambda: desk.modem.status()["registration"] == "home")


def test_a_subscriber_that_the_operator_does_not_know_is_denied(
    tmp_path: Path, clock: Clock, events: EventLog, faults: Faults
) -> None:
    desk = CarDesk(tmp_path, clock, events, faults)
    desk.hlr.remove(CAR_SIM)
    desk.enable("denied")
    desk.modem.unplug()
    desk.hlr.put(desk.car)
    desk.server.subscription_changed(LINE)  # an invitation to a modem that is off: it stays off
    desk.until(lambda: "radio.left" in [event.kind for event in desk.events.recent("network")])
    desk.until(lambda: not desk.server.registered)
    desk.close()

"""Hub and clients over real sockets."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from core.air import AirClient, AirHub, Bond, PairingRequest
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness

WAIT = 5.0


class Side:
    """A client whose callbacks can be waited for."""

    def __init__(self, client: AirClient) -> None:
        self.client = client
        self.pairings: queue.Queue[PairingRequest] = queue.Queue()
        self.paired: queue.Queue[tuple[str, bool, str]] = queue.Queue()
        self.links: queue.Queue[bool] = queue.Queue()
        self.connected: queue.Queue[tuple[str, bool]] = queue.Queue()
        client.on_pairing = self.pairings.put
        client.on_paired = lambda *values: self.paired.put(values)
        client.on_link = self.links.put
        client.on_connected = lambda *values: self.connected.put(values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.client, name)


class Air:
    """A hub, a phone and a car."""

    def __init__(self) -> None:
        self.clock = Clock(rate=1.0)
        self.events = EventLog(self.clock)
        self.faults = Faults()
        self.hub = AirHub(self.clock, self.events, self.faults, randomness=SeededRandomness(3), pairing_time=60)
        self.address = self.hub.start()
        self.sides: list[Side] = []
        self.phone = self.join("phone", "P")
        self.car = self.join("car", "C")

    def join(self, kind: str, address: str, bonds: list[Bond] | None = None) -> Side:
        client = AirClient(
            self.address,
            name=kind.title(),
            kind=kind,
            device_address=address,
            clock=self.clock,
            events=self.events,
            faults=self.faults,
            bonds=bonds or [],
            wall_timeout=WAIT,
        )
        side = Side(client)
        self.sides.append(side)
        client.set_visible(kind == "phone")
        client.connect()
        assert side.links.get(timeout=WAIT) is True
        return side

    def pair(self) -> None:
        self.car.pair("P")
        first, second = self.car.pairings.get(timeout=WAIT), self.phone.pairings.get(timeout=WAIT)
        assert first.number == second.number
        assert (first.name, second.name) == ("Phone", "Car")
        self.phone.confirm("C")
        self.car.confirm("P")
        assert self.car.paired.get(timeout=WAIT) == ("P", True, "")
        assert self.phone.paired.get(timeout=WAIT) == ("C", True, "")

    def close(self) -> None:
        for side in self.sides:
            side.client.close()
        self.hub.stop()
        self.clock.close()


@pytest.fixture
def air() -> Iterator[Air]:
    air = Air()
    yield air
    air.close()


def test_pair_connect_and_pull_the_phone_book(air: Air) -> None:
    air.phone.serve_phonebook(lambda peer: "BEGIN:VCARD\r\nFN:青木\r\nEND:VCARD\r\n")
    assert [device.name for device in air.car.inquire()] == ["Phone"]
    with pytest.raises(BenchError, match=r"air\.not_paired"):
        air.car.connect_profile("P")
    air.pair()
    with pytest.raises(BenchError, match=r"air\.not_connected"):
        air.car.pull_phonebook("P")
    air.car.connect_profile("P")
    assert air.car.is_connected("P")
    assert air.phone.connected.get(timeout=WAIT) == ("C", True)
    assert "青木" in air.car.pull_phonebook("P")
    air.car.disconnect("P")
    assert air.phone.connected.get(timeout=WAIT) == ("C", False)
    assert not any("number" in event.data or "key" in event.data for event in air.events.recent())


def test_a_phone_may_refuse_its_phone_book(air: Air) -> None:
    def refuse(peer: str) -> str:
        raise BenchError("contacts.not_allowed", peer=peer)

    air.phone.serve_phonebook(refuse)
    air.pair()
    air.car.connect_profile("P")
    with pytest.raises(BenchError) as caught:
        air.car.pull_phonebook("P")
    assert caught.value.code == "air.phonebook_refused"
    assert caught.value.params["reason"] == "contacts.not_allowed"


def test_a_pairing_nobody_confirms_ends_after_the_pairing_time(air: Air) -> None:
    air.car.pair("P")
    air.phone.pairings.get(timeout=WAIT)
    air.phone.confirm("C")
    air.clock.advance(61)
    assert air.car.paired.get(timeout=WAIT) == ("P", False, "timeout")
    assert air.phone.paired.get(timeout=WAIT) == ("C", False, "timeout")
    assert not air.phone.is_paired("C")


def test_bonds_outlive_the_process_and_are_checked(air: Air) -> None:
    air.pair()
    bonds = air.car.bonds
    air.car.client.close()
    again = air.join("car", "C", bonds)
    again.connect_profile("P")
    assert again.is_connected("P")
    again.client.close()
    assert air.phone.connected.get(timeout=WAIT) == ("C", True)
    assert air.phone.connected.get(timeout=WAIT) == ("C", False)
    impostor = air.join("car", "C", [Bond("P", "Phone", "00" * 16)])
    with pytest.raises(BenchError, match=r"air\.not_paired"):
        impostor.connect_profile("P")
    assert not air.phone.is_connected("C")


def test_a_forgotten_bond_refuses_the_peer(air: Air) -> None:
    air.pair()
    air.phone.forget("C")
    with pytest.raises(BenchError, match=r"air\.not_paired"):
        air.car.connect_profile("P")


def test_clients_find_the_hub_again(air: Air) -> None:
    air.pair()
    air.car.connect_profile("P")
    assert air.phone.connected.get(timeout=WAIT) == ("C", True)
    air.hub.stop()
    assert air.car.links.get(timeout=WAIT) is False
    assert air.phone.links.get(timeout=WAIT) is False
    assert air.phone.connected.get(timeout=WAIT) == ("C", False)
    assert air.hub.start() == air.address
    assert air.car.links.get(timeout=WAIT) is True
    assert air.phone.links.get(timeout=WAIT) is True
    air.car.connect_profile("P")  # the bond was kept
    assert [device.address for device in air.car.inquire()] == ["P"]  # and so was the visibility


def test_garbage_never_stops_the_hub(air: Air) -> None:
    for rubbish in (
        b"\x00\xff\xfe\n",
        b"{}\n[1]\n",
        b'{"t":' + b"[" * 5000 + b"\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"half",
    ):
        with socket.create_connection(air.address, timeout=WAIT) as stranger:
            stranger.sendall(rubbish)
    with socket.create_connection(air.address, timeout=WAIT) as stranger:
        stranger.sendall(b"x" * (3 << 20) + b"\n")
        assert [device.address for device in air.car.inquire()] == ["P"]


def test_many_inquiries_at_once(air: Air) -> None:
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(len(air.car.inquire()))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT)
    assert found == [1] * 8


@pytest.mark.parametrize(("kind", "code"), [("drop", "air.lost"), ("reject", "air.rejected")])
def test_faults_of_the_link(air: Air, kind: str, code: str) -> None:
    air.faults.set("air.link", kind, count=1, match="car inquire")
    with pytest.raises(BenchError, match=code):
        air.car.inquire()
    if kind == "drop":
        assert air.car.links.get(timeout=WAIT) is False
        assert air.car.links.get(timeout=WAIT) is True
    assert air.car.inquire()


def test_without_a_hub_calls_say_so(air: Air) -> None:
    air.hub.stop()
    assert air.car.links.get(timeout=WAIT) is False
    air.car.client._timeout = 0.05
    with pytest.raises(BenchError, match=r"air\.unreachable"):
        air.car.inquire()
    with pytest.raises(BenchError, match=r"air\.unreachable"):
        air.car.pair("P")


def test_a_blocking_call_in_a_callback_is_a_mistake_that_is_told(air: Air) -> None:
    errors: queue.Queue[Exception] = queue.Queue()

    def careless(_: PairingRequest) -> None:
        try:
            air.phone.inquire()
        except RuntimeError as error:
            errors.put(error)

    air.phone.client.on_pairing = careless
    air.car.pair("P")
    assert "callback" in str(errors.get(timeout=WAIT))

"""The car with the real cloud, the virtual modem and the air: what fakes could hide."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from cloud.server import CloudServer
from core.air import AirClient, AirHub, PairingRequest
from core.brand import load_brand
from core.clock import Clock
from core.demo import demo_data
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.settings import Settings
from firmware_bridge import VirtualModem
from headunit.car import Car

PHONE = "AA:BB:CC:00:00:01"
VCARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:伊藤 翼\r\nTEL:09000002001\r\nEND:VCARD\r\nBEGIN:VCARD\r\nnonsense\r\n"
HANA, KEN = demo_data()["accounts"][:2]
PROFILES = demo_data()["profiles"]
PATIENCE = 20.0
"""Wall seconds until a state is given up."""


class LoopTasks:
    """Work on threads, answers on the test's own thread when it waits for something."""

    def __init__(self) -> None:
        self._queue: queue.Queue[Callable[[], None]] = queue.Queue()
        self._pool = ThreadPoolExecutor(4)

    def submit(self, work: Any, done: Any = None, failed: Any = None) -> None:
        def run() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001
                answer = failed
                self.post(lambda caught=error: answer(caught) if answer else self._raise(caught))  # type: ignore[misc]
                return
            if done is not None:
                self.post(lambda: done(result))

        self._pool.submit(run)

    @staticmethod
    def _raise(error: Exception) -> None:
        raise error

    def post(self, callback: Callable[[], None]) -> None:
        self._queue.put(callback)

    def until(self, condition: Callable[[], Any], told: Callable[[], object] = lambda: "") -> None:
        deadline = time.monotonic() + PATIENCE  # noqa: TID251
        while not condition():
            assert time.monotonic() < deadline, told()  # noqa: TID251
            try:
                self._queue.get(timeout=0.1)()
            except queue.Empty:
                continue

    def close(self) -> None:
        self._pool.shutdown(wait=True)


class Whole:
    """Everything but windows, in real time or `rate` times as fast."""

    rate = 1.0

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock(rate=self.rate)
        self.events, self.faults, self.settings = EventLog(self.clock), Faults(), Settings(modem_poll_interval=0.2)
        self.common: dict[str, Any] = {"clock": self.clock, "events": self.events, "faults": self.faults}
        self.cloud, self.modem = self.make_cloud(), self.make_modem()
        self.hub = AirHub(**self.common)
        self.cloud_url, self.modem_url, self.air = self.cloud.start(), str(self.modem.start()), self.hub.start()
        self.shares_contacts = True
        self.numbers: list[str] = []
        self.phone = AirClient(self.air, name="Hana's phone", kind="phone", device_address=PHONE, **self.common)
        self.phone.on_pairing = self._phone_asked
        self.phone.serve_phonebook(self._contacts)
        self.phone.connect()
        self.phone.set_visible(True)
        self.start()

    def make_cloud(self) -> CloudServer:
        return CloudServer(
            folder=self.folder / "cloud",
            randomness=SystemRandomness(),
            settings=self.settings,
            brand=load_brand("bmw"),
            **self.common,
        )

    def make_modem(self) -> VirtualModem:
        return VirtualModem(
            folder=self.folder / "modem", randomness=SystemRandomness(), link=self.folder / "tty", **self.common
        )

    def _phone_asked(self, request: PairingRequest) -> None:
        self.numbers.append(request.number)
        self.phone.confirm(request.peer)

    def _contacts(self, *_: object) -> str:
        if not self.shares_contacts:
            raise BenchError("contacts.not_allowed")
        return VCARD

    def start(self) -> None:
        self.tasks = LoopTasks()
        self.car = Car(
            folder=self.folder / "car",
            brand=load_brand("bmw"),
            language="en",
            cloud_url=self.cloud_url,
            modem_url=self.modem_url,
            air_address=self.air,
            randomness=SystemRandomness(),
            settings=self.settings,
            tasks=self.tasks,
            pki=self.folder / "pki",
            **self.common,
        )
        self.car.start()

    def stop(self) -> None:
        self.car.close()
        self.tasks.close()
        self.car.release()

    def close(self) -> None:
        self.stop()
        self.phone.close()
        self.hub.stop()
        self.modem.stop()
        self.cloud.stop()
        self.clock.close()

    def state(self, section: str) -> Any:
        return self.car.state.get(section)

    def until(self, **wanted: Any) -> None:
        """Wait for `section=value` or `section={part: value}`."""

        def holds() -> bool:
            return all(
                all(self.state(name)[key] == part for key, part in value.items())
                if isinstance(value, dict)
                else self.state(name) == value
                for name, value in wanted.items()
            )

        self.tasks.until(holds, lambda: (wanted, {name: self.state(name) for name in (*wanted, "screen", "error")}))

    def sign_in(self, person: dict[str, Any]) -> None:
        for event in ("home", "openBmwId", "addBmwId", "chooseId", "openEmail"):
            self.car.send(event)
        self.car.send("submitCredentials", {"email": person["email"], "password": person["password"]})
        self.until(screen="sync")
        for event in ("continue", "skipPin", "continue"):
            self.car.send(event)
        self.until(screen="home")


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    whole = Whole(tmp_path)
    yield whole
    whole.close()


def test_from_the_wrong_password_to_a_connected_esim_with_the_phones_contacts(whole: Whole) -> None:
    car = whole.car
    for event in ("openBmwId", "addBmwId", "chooseId", "openEmail"):
        car.send(event)
    car.send("submitCredentials", {"email": HANA["email"], "password": "wrong"})
    whole.tasks.until(lambda: whole.state("error").get("code") == "auth.invalid_credentials")
    whole.sign_in(HANA)
    whole.until(esim={"state": "settingUp", "detail": "ready"})
    car.send("openMobileDevices")
    whole.until(esim={"state": "connected", "numberLast4": "1234"}, overlay="telephony")
    whole.until(status={"operator": "NTT DOCOMO", "technology": "LTE", "modemPresent": True})

    whole.shares_contacts = False
    car.send("activateTelephony")
    whole.tasks.until(lambda: whole.state("bluetooth")["devices"])
    car.send("selectDevice", PHONE)
    whole.until(overlay="pairing")
    whole.tasks.until(lambda: whole.numbers)
    pairing = whole.state("bluetooth")["pairing"]
    assert pairing["number"] == whole.numbers[0]
    assert len(pairing["number"]) == 6
    car.send("confirmPairing")
    whole.until(screen="mobileDevices", overlay="", esim={"telephony": True, "parentPhone": "Hana's phone"})
    car.send("openTelephone")
    whole.tasks.until(lambda: whole.state("error").get("code") == "contacts.not_allowed")
    whole.shares_contacts = True
    car.send("retry")
    whole.until(contacts=[{"name": "伊藤 翼", "numbers": ["09000002001"]}])

    whole.modem.unplug()
    whole.until(esim={"state": "notConnected"}, status={"modemPresent": False, "bars": -1})
    whole.modem.plug()
    whole.until(esim={"state": "connected"}, status={"modemPresent": True})

    whole.stop()
    whole.start()
    whole.until(esim={"state": "connected"}, status={"bluetooth": True})
    whole.tasks.until(lambda: whole.state("contacts"))


def test_drivers_change_profiles_on_the_card_and_guests_have_none(whole: Whole) -> None:
    whole.sign_in(HANA)
    whole.car.send("openMobileDevices")
    whole.until(esim={"state": "connected"}, overlay="telephony")
    whole.car.send("declineTelephony")
    whole.sign_in(KEN)
    whole.car.send("openMobileDevices")
    whole.until(esim={"state": "connected", "numberLast4": "5678"}, activeDriver={"role": "co"})
    whole.car.send("declineTelephony")
    enabled = [
        item.iccid for item in whole.car._desk.door.use(lambda modem: modem.profiles()) if item.state == "enabled"
    ]
    assert enabled == [PROFILES[1]["iccid"]]
    whole.car.send("openBmwId")
    whole.car.send("activateGuest")
    whole.until(esim={"state": "signedOut"}, status={"operator": ""}, activeDriver={"key": "guest"})
    whole.tasks.until(
        lambda: all(item.state == "disabled" for item in whole.car._desk.door.use(lambda modem: modem.profiles()))
    )


def test_a_cable_pulled_during_the_set_up(whole: Whole) -> None:
    whole.sign_in(HANA)
    whole.until(esim={"detail": "ready"})
    whole.modem.unplug()
    whole.car.send("openMobileDevices")
    whole.until(esim={"state": "failed"})
    assert whole.state("error")["code"].startswith("modem.")
    whole.modem.plug()
    whole.car.send("retryEsim")
    whole.until(esim={"state": "connected"})

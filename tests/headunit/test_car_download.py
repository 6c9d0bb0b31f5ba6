"""The car downloads its profile: vehicle cloud, SM-DP+, serial line and card are the real ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_car_whole import HANA, KEN, PROFILES, Whole

from cloud.association.place import CarrierPlace
from cloud.carrier.association.clients import AssociationClient
from cloud.carrier.es2_client import SmdpPlace
from cloud.carrier.server import CarrierServer
from cloud.server import CloudServer
from cloud.smdp.rules.orders import State
from cloud.smdp.server import SmdpServer
from core.brand import load_brand
from core.randomness import SystemRandomness
from firmware_bridge import Profile, VirtualModem

MAKER, SECRET = "car-maker", "Bench-Maker-2026"


class Downloading(Whole):
    """A new card without profiles, and the SM-DP+ that has them."""

    rate = 4.0

    def make_cloud(self) -> CloudServer:
        self.smdp = SmdpServer(
            folder=self.folder / "smdp", pki_folder=self.folder / "pki", randomness=SystemRandomness(), **self.common
        )
        host, port = self.smdp.start()
        place = SmdpPlace(host, port, self.smdp.smdp_address, self.folder / "pki")
        parts: dict[str, Any] = {"randomness": SystemRandomness(), "settings": self.settings, **self.common}
        self.carrier = CarrierServer(
            folder=self.folder / "carrier", smdp=place, clients=[AssociationClient(MAKER, SECRET)], **parts
        )
        operator = CarrierPlace(self.carrier.start(), MAKER, SECRET, self.carrier.demo_grants(MAKER))
        return CloudServer(folder=self.folder / "cloud", brand=load_brand("bmw"), smdp=place, carrier=operator, **parts)

    def make_modem(self) -> VirtualModem:
        return VirtualModem(
            folder=self.folder / "modem",
            randomness=SystemRandomness(),
            link=self.folder / "tty",
            pki=self.folder / "pki",
            preinstalled=False,
            **self.common,
        )

    def close(self) -> None:
        super().close()
        self.carrier.stop()
        self.smdp.stop()

    def on_card(self) -> list[Profile]:
        return self.car._desk.door.use(lambda modem: modem.profiles())

    def order(self, number: int) -> State:
        order = self.smdp.context.book.get(PROFILES[number]["iccid"])
        assert order is not None
        return order.state

    def fails_with(self, code: str) -> None:
        self.until(esim={"state": "failed", "detail": code})
        assert self.state("error")["code"] == code

    def recovers(self) -> None:
        self.faults.clear()
        self.car.send("retryEsim")
        self.until(esim={"state": "connected"})
        assert [item.iccid for item in self.on_card()] == [PROFILES[0]["iccid"]]
        self.tasks.until(lambda: self.order(0) is State.INSTALLED)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Downloading]:
    whole = Downloading(tmp_path)
    yield whole
    whole.close()


def test_each_driver_has_a_profile_downloaded_once(whole: Downloading) -> None:
    shown: list[float] = []
    whole.car.state.on_change(lambda section: shown.append(whole.state("esim")["progress"]))
    for number, person in enumerate((HANA, KEN)):
        whole.sign_in(person)
        whole.car.send("openMobileDevices")
        whole.until(esim={"state": "connected", "station": 4}, overlay="telephony")
        whole.car.send("declineTelephony")
        assert whole.order(number) is State.INSTALLED
    assert {item.iccid: item.state for item in whole.on_card()} == {
        PROFILES[0]["iccid"]: "disabled",
        PROFILES[1]["iccid"]: "enabled",
    }
    assert len({value for value in shown if 0.25 < value < 0.45}) > 4, "block by block"
    told = [event.data["operation"] for event in whole.events.recent("smdp") if event.kind == "http.request"]
    assert told.count("es9plus getBoundProfilePackage") == 2
    assert whole.car._desk.door.use(lambda modem: modem.send_notifications()).sent == ()

    whole.stop()
    whole.start()
    whole.until(esim={"state": "connected", "numberLast4": "5678"})
    told = [event.data["operation"] for event in whole.events.recent("smdp") if event.kind == "http.request"]
    assert told.count("es9plus getBoundProfilePackage") == 2


@pytest.mark.parametrize(
    ("port", "kind", "code"),
    [
        ("smdp.server", "not_released", "smdp.not_released"),
        ("smdp.server", "eid_range", "smdp.other_card"),
        ("smdp.server", "matching_id_refused", "smdp.code_unknown"),
        ("smdp.server", "order_expired", "smdp.order_expired"),
        ("smdp.server", "euicc_refused", "smdp.card_refused"),
        ("lpa.http", "unreachable", "smdp.unreachable"),
        ("lpa.http", "timeout", "smdp.timeout"),
        ("lpa.http", "broken", "smdp.http"),
        ("modem.card", "memory_full", "esim.memory_full"),
        ("modem.card", "interrupted", "esim.interrupted"),
    ],
)
def test_each_failure_has_its_code_and_retry_goes_on(whole: Downloading, port: str, kind: str, code: str) -> None:
    match = {"smdp.server": "authenticateClient", "lpa.http": "authenticateClient", "modem.card": "load"}[port]
    whole.sign_in(HANA)
    whole.until(esim={"detail": "ready"})
    whole.faults.declare("lpa.http", (kind,))
    whole.faults.set(port, kind, match=match)
    whole.car.send("openMobileDevices")
    whole.fails_with(code)
    whole.recovers()


def test_a_server_that_does_not_run_when_the_profile_is_ordered(whole: Downloading) -> None:
    whole.sign_in(HANA)
    whole.until(esim={"detail": "ready"})
    whole.smdp.stop()
    whole.car.send("openMobileDevices")
    whole.fails_with("esim.order_failed")
    whole.smdp.start()
    whole.recovers()


def test_the_modem_is_unplugged_in_the_middle_of_the_package(whole: Downloading) -> None:
    whole.sign_in(HANA)
    whole.until(esim={"detail": "ready"})
    whole.car.send("openMobileDevices")
    whole.tasks.until(lambda: whole.state("esim")["progress"] > 0.3)
    whole.modem.unplug()
    whole.until(esim={"state": "failed"})
    assert whole.state("error")["code"] in ("esim.interrupted", "modem.gone", "modem.not_found")
    whole.modem.plug()
    whole.recovers()


def test_a_registration_that_the_operator_releases_ends_in_the_car_within_seconds(whole: Downloading) -> None:
    whole.sign_in(HANA)
    whole.car.send("openMobileDevices")
    whole.until(esim={"state": "connected"}, overlay="telephony")
    whole.car.send("declineTelephony")
    registrations = whole.carrier.services.registrations
    (row,) = [item for item in registrations.of(PROFILES[0]["msisdn"]) if item.iccid == PROFILES[0]["iccid"]]
    registrations.release(row.msisdn, row.id)
    whole.until(esim={"state": "notActivated", "detail": "released"}, overlay="notice")
    assert whole.state("error")["code"] == "esim.ended"
    assert whole.on_card() == []

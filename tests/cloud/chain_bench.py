"""The whole chain for tests: SM-DP+, operator and car maker's cloud on real sockets, and the hands of their people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from carrier_bench import cheap_carrier_hashing
from cloud_bench import Bench, cheap_hashing
from werkzeug.test import TestResponse

from cloud.association.place import CarrierPlace
from cloud.carrier.association.clients import AssociationClient
from cloud.carrier.es2_client import SmdpPlace
from cloud.carrier.server import CarrierServer
from cloud.carrier.services import CarrierServices
from cloud.server import CloudServer
from cloud.smdp.rules.orders import Order
from cloud.smdp.server import SmdpServer
from core.brand import load_brand
from core.clock import Clock
from core.demo import demo_data
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.settings import Settings

VIN, OTHER_VIN = "WBYBENCHX00000000", "WBYBENCH500000001"
EID = demo_data()["car"]["eid"]
OTHER_EID = "89081000000000000000000000000209"
CLIENT = AssociationClient("oem-cloud", "a-secret-of-both-sides")
SORA = ("sora.ito@example.com", "Bench-Ito-2026")
SORA_LINE, HANA_LINE, MIO_LINE = "09000003456", "09000001234", "09000004321"


@dataclass
class Chain:
    """Three servers in one folder; `start` and `stop` each as often as wanted."""

    folder: Path
    clock: Clock
    settings: Settings = field(default_factory=Settings)
    faults: Faults = field(default_factory=Faults)

    def __post_init__(self) -> None:
        self.events = EventLog(self.clock)
        common: dict[str, Any] = {
            "clock": self.clock,
            "events": self.events,
            "faults": self.faults,
            "randomness": SystemRandomness(),
        }
        pki = self.folder / "pki"
        self.smdp = SmdpServer(folder=self.folder / "smdp", pki_folder=pki, **common)
        self.smdp.start()
        self.carrier_server = CarrierServer(
            folder=self.folder / "carrier",
            settings=self.settings,
            hashing=cheap_carrier_hashing(),
            smdp=SmdpPlace(*self.smdp.address, self.smdp.smdp_address, pki),
            clients=[CLIENT],
            **common,
        )
        self.carrier_server.start()
        self.smdp.report_to(self.carrier_server.base_url)
        self.cloud_server = CloudServer(
            folder=self.folder / "cloud",
            settings=self.settings,
            brand=load_brand("bmw"),
            hashing=cheap_hashing(),
            smdp=SmdpPlace(*self.smdp.address, self.smdp.smdp_address, pki),
            carrier=CarrierPlace(
                self.carrier_server.base_url,
                CLIENT.client_id,
                CLIENT.secret,
                self.carrier_server.demo_grants(CLIENT.client_id),
            ),
            **common,
        )
        self.cloud_server.start()

    def close(self) -> None:
        for server in (self.cloud_server, self.carrier_server, self.smdp):
            server.stop()

    @property
    def carrier(self) -> CarrierServices:
        return self.carrier_server.services

    @property
    def cloud(self) -> Bench:
        assert self.cloud_server.app is not None
        return Bench(self.cloud_server.app, self.clock, self.events, self.faults, self.settings)

    def order(self, iccid: str) -> Order:
        found = self.smdp.context.book.get(iccid)
        assert found is not None
        return found

    def told(self) -> None:
        """Time in which the car maker's cloud believes what it heard goes by."""
        self.clock.advance(self.settings.entitlement_validity + 1)

    def until(self, fact: Callable[[], bool]) -> None:
        """Wait for what happens on another thread."""
        wall = Clock()
        end = wall.monotonic() + 10
        while not fact():
            assert wall.monotonic() < end, "it did not happen"
            wall.sleep(0.01)

    # -- the app

    def app(self, who: tuple[str, str] = SORA) -> str:
        return str(self.cloud.app_tokens(who, scope="openid esim vehicles")["access_token"])

    def activate(self, token: str, **form: str) -> TestResponse:
        body = {"country": "JP", "operator": "docomo", "number_last4": "3456", "return_to": "app", **form}
        return self.cloud.api("POST", "/api/esim/activation", token, body)

    def state(self, token: str) -> dict[str, Any]:
        return dict(self.cloud.api("GET", "/api/esim", token).get_json())

    # -- the person at the operator's site

    def decide(self, url: str, msisdn: str | None = SORA_LINE) -> str:
        """Agree with this line, or refuse; the path and query that the browser goes back to."""
        query = parse_qs(urlsplit(url).query)
        handle = query["request_uri"][0]
        self.carrier.associations.open_request(handle, query["client_id"][0])
        where = (
            self.carrier.associations.approve(handle, msisdn) if msisdn else self.carrier.associations.refuse(handle)
        )
        parts = urlsplit(where)
        assert f"{parts.scheme}://{parts.netloc}" == self.cloud_server.base_url
        return f"{parts.path}?{parts.query}"

    def come_back(self, path: str) -> str:
        answer = self.cloud.client().get(path)
        assert answer.status_code == 303, answer.text
        return str(answer.location)

    def link(self, token: str, msisdn: str = SORA_LINE) -> None:
        url = self.activate(token, number_last4=msisdn[-4:]).get_json()["url"]
        assert self.come_back(self.decide(url, msisdn)) == "mybmw://esim/association?result=linked"

    # -- the car

    def car(self, who: tuple[str, str] = SORA, vin: str = VIN) -> Car:
        self.cloud.services.vehicles.add(vin, "BMW iX xDrive50")
        token = str(self.cloud.car_tokens(who, vin=vin)["access_token"])
        car = Car(self, token, vin)
        assert self.cloud.api("PUT", f"/api/vehicles/{vin}/users/me", token).status_code == 200
        return car


@dataclass
class Car:
    """One driver in one car."""

    chain: Chain
    token: str
    vin: str

    def look(self, eid: str = "", refused: str = "") -> dict[str, Any]:
        query = (f"?eid={eid}" if eid else "") + (f"&refused={refused}" if refused else "")
        return dict(self.chain.cloud.api("GET", f"/api/vehicles/{self.vin}/esim{query}", self.token).get_json())

    def report(self, iccid: str, eid: str = EID, state: str = "active") -> TestResponse:
        body = {"state": state, "iccid": iccid, "eid": eid}
        return self.chain.cloud.api("PUT", f"/api/vehicles/{self.vin}/esim", self.token, body)

    def leave(self) -> None:
        answer = self.chain.cloud.api("DELETE", f"/api/vehicles/{self.vin}/users/me", self.token)
        assert answer.status_code == 200

    def set_up(self, eid: str = EID) -> str:
        """The whole set-up as the car does it; the ICCID."""
        seen = self.look(eid)
        assert seen["activation_code"].startswith("LPA:1$"), seen
        answer = self.report(seen["iccid"], eid)
        assert answer.get_json()["state"] == "active", answer.text
        return str(seen["iccid"])

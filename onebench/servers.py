"""All that car and phone reach over a network, as far as it runs here: SM-DP+, carrier, radio network, maker's cloud.

Each is a server of its own on its own port and folder. They keep their ports, so that one can be restarted while the
others run on.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.brand import PORTAL, brand_ids
from core.data_folder import DataFolder
from core.errors import BenchError
from core.randomness import Randomness, token
from core.store import JsonStore
from onebench.world_options import WorldOptions

if TYPE_CHECKING:
    from cloud.association.place import CarrierPlace
    from cloud.carrier.es2_client import SmdpPlace
    from cloud.carrier.server import CarrierServer
    from cloud.network.server import RadioServer
    from cloud.points.server import PointsServer
    from cloud.server import CloudServer
    from cloud.smdp.server import SmdpServer

CLIENT_ID = "oem-cloud"
"""Who the car maker's cloud is at the carrier."""
PARTS = ("carrier", "cloud", "points")
"""In the order of starting. `cloud` has the SM-DP+ with it, `carrier` the radio network; `points` is Mynapoint."""


class Servers:
    """Starts and stops them. `common` is what every server is handed (clock, events, faults…)."""

    def __init__(self, options: WorldOptions, folder: DataFolder, pki: Path, common: dict[str, Any]) -> None:
        self._options = options
        self._folder = folder
        self._pki = pki
        self._common = common
        self.smdp: SmdpServer | None = None
        self.carrier: CarrierServer | None = None
        self.radio: RadioServer | None = None
        self.cloud: CloudServer | None = None
        self.points: PointsServer | None = None
        self._smdp_runs = False
        self._radio_port = options.radio_port
        self._radio_address: tuple[str, int] | None = None

    @property
    def cloud_url(self) -> str:
        """Base address of the car maker's cloud; raises `cloud.not_running`."""
        if self._options.cloud_url:
            return self._options.cloud_url
        if self.cloud is None:
            raise BenchError("cloud.not_running")
        return self.cloud.base_url

    @property
    def carrier_url(self) -> str | None:
        """Base address of the carrier's sites; None without a carrier."""
        return self._options.carrier_url or (self.carrier.base_url if self.carrier is not None else None)

    @property
    def radio_address(self) -> tuple[str, int] | None:
        """Where phones and modems attach; None without a network."""
        return self._options.radio_address or self._radio_address

    @property
    def points_url(self) -> str | None:
        """Base address of the bank's page and the Mynapoint platform; None without them."""
        return self._options.points_url or (self.points.base_url if self.points is not None else None)

    @property
    def sites(self) -> dict[str, str]:
        """The pages for people, by name, for the browsers of phone and PC. `carrier` is the procedure site."""
        found = {}
        if self.carrier_url:
            found = {"landing": f"{self.carrier_url}/connected-car/", "carrier": f"{self.carrier_url}/procedure"}
            found["management"] = f"{self.carrier_url}/management/"
        if self.cloud is not None or self._options.cloud_url:
            found |= {f"{PORTAL}{brand}": f"{self.cloud_url}/portal/{brand}" for brand in brand_ids()}
            found["bench"] = f"{self.cloud_url}/bench"
        if self.points_url:
            found["aeon"] = f"{self.points_url}/aeon/"
        return found

    def start(self, part: str) -> None:
        """Start `cloud` or `carrier`; what it had stored is there again. Raises the servers' errors."""
        if part == "cloud" and not self._options.cloud_url:
            self._start_smdp()
            self._start_cloud()
        elif part == "carrier" and not self._options.carrier_url:
            if "cloud" in self._options.parts and not self._options.cloud_url:
                self._start_smdp()  # where the carrier orders profiles
            self._start_carrier()
            self._start_radio()
        elif part == "points" and not self._options.points_url:
            self._start_points()
        self._link_inspectors()

    def stop(self, part: str) -> None:
        """Stop a part as when its power goes; without effect when it is not running here."""
        if part == "cloud" and self.cloud is not None:
            if self.smdp is not None:
                self.smdp.stop()
                self._smdp_runs = False
            self.cloud.stop()
        elif part == "carrier" and self.carrier is not None:
            if self.radio is not None:
                self.radio.stop()
                self.radio = None
            self.carrier.stop()
        elif part == "points" and self.points is not None:
            self.points.stop()

    def _start_smdp(self) -> None:
        if self._smdp_runs:
            return
        if self.smdp is None:
            from cloud.smdp.server import SmdpServer

            self.smdp = SmdpServer(
                folder=self._folder.part("smdp"),
                pki_folder=self._pki,
                host=self._options.host,
                port=self._options.smdp_port,
                **_without(self._common, "settings", "brand"),
            )
        self.smdp.start()
        self._smdp_runs = True

    def _smdp_place(self) -> SmdpPlace | None:
        if self.smdp is None:
            return None
        from cloud.carrier.es2_client import SmdpPlace

        return SmdpPlace(reachable(self.smdp.address[0]), self.smdp.address[1], self.smdp.smdp_address, self._pki)

    def _start_carrier(self) -> None:
        if self.carrier is None:
            from cloud.carrier.association.clients import AssociationClient
            from cloud.carrier.server import CarrierServer

            secret = shared_secret(self._folder.part("association") / "client.json", self._common["randomness"])
            self.carrier = CarrierServer(
                folder=self._folder.part("carrier"),
                host=self._options.host,
                port=self._options.carrier_port,
                database_url=self._options.database_url,
                smdp=self._smdp_place(),
                clients=[AssociationClient(CLIENT_ID, secret)],
                **_without(self._common, "brand"),
            )
        self.carrier.start()
        if self.smdp is not None:
            self.smdp.report_to(self.carrier.base_url)
            self._show_smdp_in_inspector()

    def _show_smdp_in_inspector(self) -> None:
        from cloud.sites.inspector import of_smdp, place_of

        assert self.carrier is not None
        assert self.carrier.app is not None
        assert self.smdp is not None
        book = self.smdp.context.book
        place_of(self.carrier.app).more.append(lambda: of_smdp.tables(book))

    def _start_radio(self) -> None:
        """A network of its own each time: it asks the operator's register, which is new after a restart too."""
        from cloud.network.server import RadioServer

        assert self.carrier is not None
        services = self.carrier.services
        radio = RadioServer(
            folder=self._folder.part("network"),
            hlr=services.hlr,
            service_call=services.desk.service_call,
            host=self._options.host,
            port=self._radio_port,
            **_without(self._common, "brand"),
        )
        self._radio_address = radio.start()
        self._radio_port = self._radio_address[1]  # who was registered comes back to the same place
        services.sms.connect(radio.sms)
        services.packet.connect(radio.packets)
        services.registrations.on_change.append(radio.subscription_changed)
        self.radio = radio
        if self.points is not None:
            self.points.services.sms.connect(radio.sms)

    def _start_points(self) -> None:
        if self.points is None:
            from cloud.points.server import PointsServer

            self.points = PointsServer(
                folder=self._folder.part("points"),
                jpki=self._options.jpki or self._folder.part("jpki"),
                host=self._options.host,
                port=self._options.points_port,
                database_url=self._options.database_url,
                **_without(self._common, "brand"),
            )
        self.points.start()
        if self.radio is not None:
            self.points.services.sms.connect(self.radio.sms)

    def _link_inspectors(self) -> None:
        """The inspectors of operator and car maker lead to the bank's, and back; a server that began anew forgot it."""
        points = self.points
        if points is None or points.app is None:
            return
        from cloud.sites.inspector import place_of

        for name, server in (("Operator", self.carrier), ("Car maker", self.cloud)):
            if server is not None and server.app is not None:
                place_of(server.app).neighbours["Bank and points"] = f"{points.base_url}/bench"
                place_of(points.app).neighbours[name] = f"{server.base_url}/bench"

    def _carrier_place(self) -> CarrierPlace | None:
        if self.carrier is None:
            return None
        from cloud.association.place import CarrierPlace

        secret = shared_secret(self._folder.part("association") / "client.json", self._common["randomness"])
        return CarrierPlace(self.carrier.base_url, CLIENT_ID, secret, self.carrier.demo_grants(CLIENT_ID))

    def _start_cloud(self) -> None:
        if self.cloud is None:
            from cloud.server import CloudServer

            self.cloud = CloudServer(
                folder=self._folder.part("cloud"),
                host=self._options.host,
                port=self._options.cloud_port,
                database_url=self._options.database_url,
                smdp=self._smdp_place(),
                carrier=self._carrier_place(),
                **self._common,
            )
        self.cloud.start()
        if self.carrier is not None:
            self.carrier.introduce(self.cloud.base_url, self.cloud.services.context.brands)


def shared_secret(path: Path, randomness: Randomness) -> str:
    """The secret that car maker and carrier agreed on, made at the first start; the file is its owner's only."""
    store = JsonStore(path)
    secret = store.load().get("secret")
    if not isinstance(secret, str):
        secret = token(randomness)
        store.save({"secret": secret})
    return secret


def reachable(host: str) -> str:
    """How this machine reaches a server of its own that listens on `host`."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - asked for, not chosen


def _without(parts: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: part for name, part in parts.items() if name not in names}

"""The operator as one HTTP server on a thread of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cloud.carrier.context import FAULT_KINDS, FAULT_PORT
from cloud.listening import HttpServing
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness
from core.settings import Settings

if TYPE_CHECKING:
    from flask import Flask

    from cloud.carrier.association.clients import AssociationClient
    from cloud.carrier.es2_client import SmdpPlace
    from cloud.carrier.services import CarrierServices
    from cloud.identity.hashing import PasswordHashing


@dataclass(frozen=True)
class Parts:
    """What the server was handed, for each start."""

    folder: Path
    clock: Clock
    events: EventLog
    faults: Faults
    randomness: Randomness
    settings: Settings


class CarrierServer:
    """Start, use `base_url`, stop. With `port=0` it keeps the port of its last run in `folder`.

    `smdp` is where it orders profiles, `clients` the car makers that may ask for associations. Connect
    `services.sms` and `services.packet` to the network when that runs.
    """

    def __init__(
        self,
        *,
        folder: Path,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        randomness: Randomness,
        settings: Settings,
        host: str = "127.0.0.1",
        port: int = 0,
        database_url: str | None = None,
        demo: bool = True,
        public_url: str | None = None,
        hashing: PasswordHashing | None = None,
        smdp: SmdpPlace | None = None,
        clients: Sequence[AssociationClient] = (),
    ) -> None:
        self._parts = Parts(folder, clock, events, faults, randomness, settings)
        self._host = host
        self._port = port
        self._database_url = database_url
        self._demo = demo
        self._public_url = public_url
        self._hashing = hashing
        self._smdp = smdp
        self._clients = tuple(clients)
        self._serving = HttpServing("carrier", folder, events)
        self._car_makers: dict[str, str] = {}
        self.app: Flask | None = None
        self.base_url = ""
        faults.declare(FAULT_PORT, FAULT_KINDS)

    def introduce(self, cloud_url: str, brands: Iterable[str]) -> None:
        """A car maker's cloud with these brands runs at `cloud_url`: the page for drivers leads to their portals, the
        inspector to its inspector, also after a restart of this server.
        """
        self._car_makers |= dict.fromkeys(brands, cloud_url)
        if self.app is not None:
            self._show_car_makers(self.app)

    def _show_car_makers(self, app: Flask) -> None:
        from cloud.sites.inspector import place_of
        from cloud.sites.landing import portals_of

        for brand_id, cloud_url in self._car_makers.items():
            portals_of(app)[brand_id] = f"{cloud_url}/portal/{brand_id}"
        for cloud_url in dict.fromkeys(self._car_makers.values()):
            brands = ", ".join(brand for brand, url in self._car_makers.items() if url == cloud_url)
            place_of(app).neighbours[f"Car maker ({brands})"] = f"{cloud_url}/bench"

    def demo_grants(self, client_id: str) -> Path:
        """The file with the demonstration's ready associations for a car maker (`CarrierPlace.demo_grants`)."""
        from cloud.carrier.demo import grants_file

        return grants_file(self._parts.folder, client_id)

    @property
    def services(self) -> CarrierServices:
        """What the running operator can do, for the network, tests and demonstrations."""
        from cloud.carrier.services import EXTENSION, CarrierServices

        assert self.app is not None, "start() first"
        found = self.app.extensions[EXTENSION]
        assert isinstance(found, CarrierServices)
        return found

    def start(self) -> str:
        """Serve; the base address when requests are answered. Raises `port.in_use` and the errors of the storage."""
        from cloud.carrier.app import create_app

        def make(base_url: str) -> Flask:
            self.base_url = base_url
            self.app = create_app(
                **self._parts.__dict__,
                issuer=base_url,
                database_url=self._database_url,
                demo=self._demo,
                hashing=self._hashing,
                smdp=self._smdp,
                clients=self._clients,
            )
            self._show_car_makers(self.app)
            return self.app

        base_url = self._serving.start(self._host, self._port, self._public_url, make)
        self.services.notifications.after_a_break()
        return base_url

    def stop(self) -> None:
        """End all connections; what was answered is stored. Without effect when not running."""
        if self._serving.stop():
            self.services.context.database.close()

"""All that car and phone reach over a network, as far as it runs here: SM-DP+, carrier, radio network, maker's cloud.

Each is a server of its own on its own port and folder. They keep their ports, so that one can be restarted while the
others run on.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.data_folder import DataFolder
from core.errors import BenchError
from onebench.world_options import WorldOptions

if TYPE_CHECKING:
    from cloud.carrier.server import CarrierServer
    from cloud.network.server import RadioServer
    from cloud.server import CloudServer
    from cloud.smdp.server import SmdpServer

PARTS = ("carrier", "cloud")
"""In the order of starting. `cloud` has the SM-DP+ with it, `carrier` the radio network."""


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
        return self._options.radio_address or (self.radio.address if self.radio is not None else None)

    @property
    def sites(self) -> dict[str, str]:
        """The pages for people, by name, for the browsers of phone and PC."""
        found = {}
        if self.carrier_url:
            found = {"landing": f"{self.carrier_url}/connected-car/", "procedure": f"{self.carrier_url}/procedure"}
        if self.cloud is not None or self._options.cloud_url:
            found |= {"portal": f"{self.cloud_url}/portal", "bench": f"{self.cloud_url}/bench"}
        return found

    def start(self, part: str) -> None:
        """Start `cloud` or `carrier`; what it had stored is there again. Raises the servers' errors."""
        if part == "cloud" and not self._options.cloud_url:
            self._start_cloud(self._start_smdp())

    def stop(self, part: str) -> None:
        """Stop a part as when its power goes; without effect when it is not running here."""
        if part == "cloud" and self.cloud is not None:
            if self.smdp is not None:
                self.smdp.stop()
            self.cloud.stop()

    def _start_smdp(self) -> SmdpServer:
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
        return self.smdp

    def _start_cloud(self, smdp: SmdpServer) -> None:
        if self.cloud is None:
            from cloud.server import CloudServer
            from cloud.vehicles.es2_client import SmdpPlace

            self.cloud = CloudServer(
                folder=self._folder.part("cloud"),
                host=self._options.host,
                port=self._options.cloud_port,
                database_url=self._options.database_url,
                smdp=SmdpPlace(reachable(smdp.address[0]), smdp.address[1], smdp.smdp_address, self._pki),
                **self._common,
            )
        self.cloud.start()


def reachable(host: str) -> str:
    """How this machine reaches a server of its own that listens on `host`."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - asked for, not chosen


def _without(parts: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: part for name, part in parts.items() if name not in names}

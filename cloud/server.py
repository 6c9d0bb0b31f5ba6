"""The cloud as one HTTP server on a thread of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cloud.listening import HttpServing
from core.brand import BrandPack
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness
from core.settings import Settings

if TYPE_CHECKING:
    from flask import Flask

    from cloud.association.place import CarrierPlace
    from cloud.carrier.es2_client import SmdpPlace
    from cloud.identity.hashing import PasswordHashing
    from cloud.services import Services


class CloudServer:
    """Start, use `base_url`, stop. With `port=0` it keeps the port of its last run in `folder`, so that the issuer,
    and with it every stored sign-in, survives a restart. `public_url` is for a proxy or another machine's view,
    `smdp` for the SM-DP+ where cars download profiles, `carrier` for the operator that drivers link their lines at.
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
        brand: BrandPack,
        host: str = "127.0.0.1",
        port: int = 0,
        database_url: str | None = None,
        demo: bool = True,
        public_url: str | None = None,
        hashing: PasswordHashing | None = None,
        smdp: SmdpPlace | None = None,
        carrier: CarrierPlace | None = None,
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._events = events
        self._faults = faults
        self._randomness = randomness
        self._settings = settings
        self._brand = brand
        self._host = host
        self._port = port
        self._database_url = database_url
        self._demo = demo
        self._public_url = public_url
        self._hashing = hashing
        self._smdp = smdp
        self._carrier = carrier
        self._serving = HttpServing("cloud", folder, events)
        self.app: Flask | None = None
        self.base_url = ""
        faults.declare("cloud.server", ("down", "slow", "token_refused"))

    @property
    def services(self) -> Services:
        """What the running cloud can do, for tests and demonstrations that prepare it."""
        from cloud.services import EXTENSION, Services

        assert self.app is not None, "start() first"
        found = self.app.extensions[EXTENSION]
        assert isinstance(found, Services)
        return found

    def start(self) -> str:
        """Serve; the base address when requests are answered. Raises `port.in_use` and the errors of the storage."""
        from cloud.app import create_app

        def make(base_url: str) -> Flask:
            self.base_url = base_url
            self.app = create_app(
                folder=self._folder,
                clock=self._clock,
                events=self._events,
                faults=self._faults,
                randomness=self._randomness,
                settings=self._settings,
                brand=self._brand,
                issuer=base_url,
                database_url=self._database_url,
                demo=self._demo,
                hashing=self._hashing,
                smdp=self._smdp,
                carrier=self._carrier,
            )
            return self.app

        return self._serving.start(self._host, self._port, self._public_url, make)

    def stop(self) -> None:
        """End all connections; what was answered is stored. Without effect when not running."""
        if self._serving.stop():
            self.services.context.database.close()

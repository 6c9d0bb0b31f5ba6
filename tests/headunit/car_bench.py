"""A car with a fake cloud and a fake modem, everything on one thread and a clock that stands still."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.brand import load_brand
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from core.settings import Settings
from core.tasks import InlineTasks
from headunit.car import Car
from headunit.services.fakes import FakeAccount, FakeCloud, FakeModem

HANA = "hana.aoki@example.com"
KEN = "ken.sato@example.com"
MIO = "mio.tanaka@example.com"
ICCID_HANA = "8981000000000000011"
ICCID_KEN = "8981000000000000029"
PASSWORD = "Bench-2026"


class CarBench:
    """One car on a desk without network: `car` can be switched off and on again with what it stored."""

    def __init__(self, folder: Path, brand: str = "bmw") -> None:
        self.folder = folder
        self.brand = load_brand(brand)
        self.clock = Clock(start=datetime(2026, 4, 1, 0, 41, tzinfo=UTC), rate=0)
        self.events = EventLog(self.clock)
        self.faults = Faults()
        self.settings = Settings()
        self.randomness = SeededRandomness(7)
        self.tasks = InlineTasks()
        self.cloud = FakeCloud(
            clock=self.clock,
            events=self.events,
            faults=self.faults,
            settings=self.settings,
            randomness=self.randomness,
        )
        for email, name, name_ja, iccid, esim in (
            (HANA, "Hana Aoki", "青木 花", ICCID_HANA, "ready"),
            (KEN, "Ken Sato", "佐藤 健", ICCID_KEN, "ready"),
            (MIO, "Mio Tanaka", "田中 澪", "", "none"),
        ):
            self.cloud.add(FakeAccount(email, PASSWORD, name, iccid, esim, name_ja=name_ja))
        self.modem = FakeModem(self.clock, ICCID_HANA, ICCID_KEN)
        self.car = self.switch_on()

    def switch_on(self) -> Car:
        self.car = Car(
            folder=self.folder,
            brand=self.brand,
            language="en",
            cloud_url=self.cloud.base_url,
            modem_url="fake",
            air_address=None,
            clock=self.clock,
            events=self.events,
            faults=self.faults,
            randomness=self.randomness,
            settings=self.settings,
            tasks=self.tasks,
            cloud=self.cloud,
            modem_opener=self._open_modem,
        )
        self.car.start()
        return self.car

    def _open_modem(self) -> FakeModem:
        if self.modem.trouble is not None:
            raise self.modem.trouble
        self.modem.is_open = True
        self.modem.on_event = lambda event: self.car._desk.door.heard(event)
        return self.modem

    def restart(self) -> Car:
        """Off, as a good car goes off, and on again."""
        self.car.close()
        self.car.release()
        return self.switch_on()

    def send(self, *events: str | tuple[str, Any]) -> None:
        for event in events:
            name, value = (event, None) if isinstance(event, str) else event
            self.car.send(name, value)

    def type_pin(self, digits: str) -> None:
        self.send(*(("pinDigit", digit) for digit in digits))

    def state(self, section: str) -> Any:
        return self.car.state.get(section)

    @property
    def screen(self) -> str:
        return str(self.state("screen"))

    @property
    def error(self) -> str:
        return str(self.state("error").get("code", ""))

    def open_credentials(self) -> None:
        self.send("openBmwId", "addBmwId", "chooseId", "openEmail")

    def sign_in(self, email: str = HANA, pin: str = "", telephony: bool = False) -> None:
        """The whole set-up by e-mail, up to home."""
        self.open_credentials()
        self.send(("submitCredentials", {"email": email, "password": PASSWORD}))
        self.send(("chooseSync", "car"), "continue")
        if pin:
            self.send("setUpPin")
            self.type_pin(pin + pin)
            self.send("continue")
        else:
            self.send("skipPin")
        self.send("continue")
        assert self.screen == "home", (self.screen, self.error)

    def set_up_esim(self) -> None:
        self.send("openMobileDevices")

    def key(self, email: str = HANA) -> str:
        return next(driver["key"] for driver in self.state("drivers") if driver["email"] == email)

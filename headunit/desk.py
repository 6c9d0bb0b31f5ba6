"""What all features of the car share: its parts, who drives, and the ways to tell the screens something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from core.brand import BrandPack
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness
from core.settings import Settings
from core.tasks import Tasks
from headunit.car_state import CarState
from headunit.flow.drivers import GUEST, Driver
from headunit.memory import Memory
from headunit.services.cloud import Cloud
from headunit.services.identity import Identity
from headunit.services.modem_door import ModemDoor
from headunit.services.session import Session
from headunit.services.smdp_way import SmdpWay
from headunit.services.vehicle import Vehicle


@dataclass
class Desk:
    """The car's parts. `active` is the driver, None for the guest or while nobody has been let in."""

    brand: BrandPack
    clock: Clock
    events: EventLog
    faults: Faults
    tasks: Tasks
    settings: Settings
    randomness: Randomness
    state: CarState
    memory: Memory
    cloud: Cloud
    identity: Identity
    vehicle: Vehicle
    door: ModemDoor
    smdp: SmdpWay
    active: Driver | None = None
    fact: Callable[..., None] = lambda *_: None
    """`fact(event, value=None)`: tell the charts something the car learned."""
    on_driver: list[Callable[[Driver | None, Driver | None], None]] = field(default_factory=list)
    """Called with (previous, new) when another driver, or the guest, takes the car."""
    _sessions: dict[str, Session] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of the display: `ja` or `en`."""
        return str(self.state.get("settings")["language"])

    def fail(self, error: BenchError) -> None:
        """Show an error on the present screen."""
        self.events.emit("car", "error", code=error.code, **_plain(error.params))
        self.state.put("error", {"code": error.code, "params": _plain(error.params)})

    def clear_error(self) -> None:
        """Take the error from the screen."""
        self.state.put("error", {})

    def notice(self, code: str, **params: object) -> None:
        """Show a notice over the screen."""
        self.events.emit("car", "notice", code=code, **_plain(params))
        self.state.put("error", {"code": code, "params": _plain(params)})
        self.fact("noticeGiven")

    def new_session(self, tokens: dict[str, Any]) -> Session:
        """A conversation for tokens whose owner is not known yet."""
        return Session(self.cloud, self.identity, tokens, clock=self.clock)

    def session(self, driver: Driver) -> Session:
        """The conversation of a stored driver."""
        if driver.key not in self._sessions:
            self.bind_session(driver, self.new_session(driver.tokens))
        return self._sessions[driver.key]

    def bind_session(self, driver: Driver, session: Session) -> None:
        """From now on `session` speaks for `driver`, and its new tokens are kept with the driver."""
        driver.tokens = dict(session.tokens)
        session.keep = partial(self._keep_tokens, driver)
        self._sessions[driver.key] = session

    def drop_session(self, driver: Driver) -> None:
        """Forget the conversation of a removed driver."""
        self._sessions.pop(driver.key, None)

    def take_car(self, driver: Driver | None) -> None:
        """Let a driver in (None: the guest), remember it for the next start and tell everybody."""
        previous, self.active = self.active, driver
        with self.memory.changing() as memory:
            memory.last = driver.key if driver else GUEST
        if previous is not driver:
            self.events.emit("car", "driver.active", driver=driver.key if driver else GUEST)
        self.show_drivers()
        for listener in self.on_driver:
            listener(previous, driver)

    def show_drivers(self) -> None:
        """Bring what the screens know of drivers up to date."""
        shown = {item.key: item.for_screens(item is self.active, self.language) for item in self.memory.drivers}
        active = shown[self.active.key] if self.active else {"key": GUEST}
        self.state.put("drivers", list(shown.values()))
        self.state.put("activeDriver", active)
        self.state.update("status", driverName=active.get("name", ""), initial=active.get("initial", ""))
        selected = self.memory.driver(self.state.get("selectedDriver").get("key"))
        self.select(selected)

    def select(self, driver: Driver | None) -> None:
        """The driver whose page or PIN question is shown."""
        shown = driver.for_screens(driver is self.active, self.language) if driver else {}
        self.state.put("selectedDriver", shown)

    def _keep_tokens(self, driver: Driver, tokens: dict[str, Any]) -> None:
        with self.memory.changing_now():
            driver.tokens = dict(tokens)


def _plain(params: dict[str, object]) -> dict[str, Any]:
    return {name: value if isinstance(value, (str, int, float, bool)) else str(value) for name, value in params.items()}

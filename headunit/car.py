"""The head unit without its picture: charts, features and services put together. Knows no Qt.

`send` is the only way in for touches; `state` holds what the screens may show.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from core.brand import BrandPack
from core.clock import Clock, Timer
from core.errors import BenchError
from core.events import EventLog, caused_by
from core.faults import Faults
from core.randomness import Randomness
from core.settings import Settings
from core.tasks import Tasks
from headunit.car_state import CarState
from headunit.desk import Desk
from headunit.features.activation import Activation
from headunit.features.activation_touches import ActivationTouches
from headunit.features.co_users import CoUsers
from headunit.features.contact_names import ContactNames
from headunit.features.drivers import Drivers
from headunit.features.esim import Esim
from headunit.features.esim_touches import EsimTouches
from headunit.features.id_link import IdLink
from headunit.features.phones import Phones
from headunit.features.pins import Pins
from headunit.features.pop_ups import PopUps
from headunit.features.preferences import Preferences
from headunit.features.sign_in import SignIn
from headunit.features.telephone import Telephone
from headunit.features.telephone_page import TelephonePage
from headunit.features.vehicle_state import VehicleState
from headunit.flow.chart import CALM_SCREENS, ScreenChart, direction_of
from headunit.flow.overlays import OverlayChart
from headunit.flow.start import first_driver, first_screen
from headunit.memory import Memory
from headunit.services.call_log import CallLog
from headunit.services.cloud import Cloud
from headunit.services.identity import Identity
from headunit.services.modem_door import ModemDoor, ModemFace
from headunit.services.smdp_way import SmdpWay
from headunit.services.vehicle import Vehicle
from headunit.wake import wake_up

if TYPE_CHECKING:
    from firmware_bridge import LpaSetup, ModemEvent

QUIET_EVENTS = frozenset(
    {"submitCredentials", "pinDigit", "pinErase", "submitActivationCode", "submitConfirmationCode"}
)
"""Touches whose values are secrets: the log has only their names."""


class Car:
    """One car. `start` begins to read the modem, the air and the cloud; `close` ends all of it.

    `pki` is the folder of the bench's test CI, under which the SM-DP+ has its certificates.
    """

    def __init__(
        self,
        *,
        folder: Path,
        brand: BrandPack,
        language: str,
        cloud_url: str,
        modem_url: str | None,
        air_address: tuple[str, int] | None,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        randomness: Randomness,
        settings: Settings,
        tasks: Tasks,
        state: CarState | None = None,
        memory: Memory | None = None,
        demo: bool = False,
        cloud: Cloud | None = None,
        modem_opener: Callable[[], ModemFace] | None = None,
        pki: Path | None = None,
    ) -> None:
        self.state = state or CarState()
        self._events = events
        self._tasks = tasks
        self._clock = clock
        self._settings = settings
        self._probe: Timer | None = None
        self._probing = False
        self._closed = False
        memory = memory or Memory(folder, tasks)
        memory.on_failure = lambda error: tasks.post(lambda: self._desk.fail(error))
        cloud = cloud or Cloud(cloud_url, clock=clock, events=events, faults=faults, settings=settings)
        cloud.on_online = lambda online: tasks.post(lambda: self._cloud_reached(online))
        smdp = SmdpWay(pki, clock=clock, faults=faults, settings=settings)
        host = urlsplit(cloud.base_url).hostname or "127.0.0.1"
        self._desk = Desk(
            brand=brand,
            clock=clock,
            events=events,
            faults=faults,
            tasks=tasks,
            settings=settings,
            randomness=randomness,
            state=self.state,
            memory=memory,
            cloud=cloud,
            identity=Identity(
                cloud, client_id=brand.car_client_id, vin=brand.demo_vin, clock=clock, randomness=randomness
            ),
            vehicle=Vehicle(brand.demo_vin, lambda port: smdp.lead(host, port)),
            door=ModemDoor(
                modem_url,
                clock=clock,
                events=events,
                faults=faults,
                settings=settings,
                opener=modem_opener,
                lpa=partial(_lpa, smdp, folder / "packages"),
            ),
            smdp=smdp,
        )
        self._desk.fact = self._fact
        self._facts: deque[tuple[str, Any]] = deque()
        self._busy = False
        self.drivers = Drivers(self._desk)
        self.pop_ups = PopUps(self._desk)
        self.co_users = CoUsers(self._desk)
        self.vehicle_state = VehicleState(self._desk)
        self.id_link = IdLink(self._desk)
        self.preferences = Preferences(self._desk, self.drivers, language)
        self.pins = Pins(self._desk, self.drivers)
        self.sign_in = SignIn(self._desk, self.drivers)
        self.phones = Phones(self._desk, air_address)
        self.esim = Esim(self._desk, self.pop_ups.offer_telephony)
        self.activation = Activation(self._desk, self.esim.give_way)
        self._call_log = CallLog(folder, tasks)
        self._call_log.on_failure = memory.on_failure
        names = ContactNames(self._desk)
        self.telephone = Telephone(self._desk, self._call_log, names, self.esim.network_lost)
        self.telephone_page = TelephonePage(self._desk, self._call_log, names, self.telephone)
        self.phones.on_contacts = self.telephone_page.contacts_read
        self._desk.door.heard = lambda event: tasks.post(lambda: self._heard(event))
        self.drivers.reset_listeners.append(self.phones.reset)
        self.id_link.changed.append(self.esim.look_again)
        wake_up(
            self.state,
            memory,
            brand=brand,
            language=language,
            clock=clock,
            demo=demo,
            pin_attempts=settings.pin_attempts,
        )
        self._make_charts(memory)

    def _make_charts(self, memory: Memory) -> None:
        last = memory.last_driver
        screen = first_screen(last)
        if screen == "pinAsk":
            self.drivers.choose(last, quick=True)
            self.pins.at_start = True
        features = [
            *(self.drivers, self.pins, self.sign_in, self.id_link, self.vehicle_state, self.preferences, self.phones),
            *(self.telephone_page, EsimTouches(self.esim), ActivationTouches(self.activation), self),
        ]
        self._busy = True
        self.overlays = OverlayChart(listeners=[self.drivers, self.phones, self.pop_ups, _Watcher(self._overlay_shown)])
        self.screens = ScreenChart(listeners=features, start_value=screen)
        self.state.put("screen", screen)
        self._busy = False
        self._first = first_driver(last)

    # Life

    def start(self) -> None:
        """Let the last driver in, read modem, air and cloud, and tell what was found damaged."""
        self.preferences.tick()
        self.phones.start()
        self.esim.start()
        self.telephone.start()
        if self._first is not None:
            self._desk.take_car(self._first)
        self._ask_cloud()
        for part in (self._call_log, self._desk.memory):
            if part.damaged is not None:
                error, part.damaged = part.damaged, None
                self._desk.notice(error.code, **error.params)
        self._events.emit("car", "started", screen=self.state.get("screen"))

    def close(self) -> None:
        """End everything; what must be kept is on disk."""
        self._closed = True
        if self._probe is not None:
            self._probe.cancel()
        self.sign_in.stop()
        self.preferences.stop()
        self.telephone.stop()
        self.esim.stop()
        self.phones.stop()
        self._desk.door.closing.set()

    def release(self) -> None:
        """Let go of line, connections and file; after the work under way has ended. Blocks."""
        self._desk.door.close()
        self._desk.cloud.close()
        for part in (self._desk.memory, self._call_log):
            try:
                part.write_now()
            except BenchError as error:
                self._events.emit("car", "error", code=error.code)

    # Ways in

    def send(self, event: str, value: Any = None) -> None:
        """A touch: `event` and `value` as in the contract. What no chart knows at this moment is ignored."""
        shown = {} if value is None or event in QUIET_EVENTS else {"value": value}
        touch = self._events.emit("car", "touch", event=event, **shown)
        with caused_by(touch.id):
            self._fact(event, value)

    def set_driving(self, driving: bool) -> None:
        """The car moves off, or stands: in a moving car nobody signs in."""
        self.vehicle_state.set_driving(driving)

    def set_reception(self, reception: bool) -> None:
        """The car's own way to the cloud is there or not (an underground car park)."""
        self.vehicle_state.set_reception(reception)
        self._ask_cloud()

    def _fact(self, event: str, value: Any = None) -> None:
        self._facts.append((event, value))
        if self._busy:
            return
        self._busy = True
        try:
            while self._facts:
                name, given = self._facts.popleft()
                self.overlays.send(name, value=given)
                self.telephone.chart.send(name, value=given)
                self.screens.send(name, value=given)
            self.pop_ups.look()
            self.co_users.look()
        finally:
            self._busy = False
        if self._facts:
            name, given = self._facts.popleft()
            self._fact(name, given)

    def _heard(self, event: ModemEvent) -> None:
        if not self._closed:
            self.esim.heard(event)
            self.telephone.heard(event)

    # The charts speak

    def on_transition(self, event: str, source: Any, target: Any) -> None:
        """A change of screen is shown and recorded; an error belongs to the screen that it came up on."""
        if target is None or target is source:
            return
        if str(event) != "loginRefused":
            self._desk.clear_error()
        self.state.put("direction", direction_of(str(event), source.value, target.value))
        self.state.put("screen", target.value)
        self._events.emit("car", "screen", screen=target.value, event=str(event))

    def after_transition(self, target: Any) -> None:
        """When everything about the change is done."""
        if target is not None and target.value in CALM_SCREENS | {"bmwId"}:
            self._settle()

    def _settle(self) -> None:
        """Whoever leaves the PIN question of the start without the PIN drives as the guest."""
        undecided = self._desk.active is None and self._desk.memory.last_driver is not None
        if undecided and self.esim.stands == "signedOut":
            self.drivers.become_guest()

    def _overlay_shown(self, value: str) -> None:
        if self.state.get("overlay") == "notice" and value != "notice":
            self._desk.clear_error()
        self.state.put("overlay", value)

    # The cloud in reach

    def _cloud_reached(self, online: bool) -> None:
        self.state.update("status", cloudOnline=online)
        self._events.emit("car", "cloud.online" if online else "cloud.offline")
        if online:
            self.drivers.say_farewells()
            self.esim.cloud_is_back()
        else:
            self._ask_later()

    def _ask_cloud(self) -> None:
        if self._closed or self._probing:
            return
        self._probing = True

        def asked(_: object) -> None:
            self._probing = False
            if not self._desk.cloud.online:
                self._ask_later()

        self._tasks.submit(self._desk.cloud.probe, asked, asked)

    def _ask_later(self) -> None:
        if self._closed:
            return
        if self._probe is not None:
            self._probe.cancel()
        self._probe = self._clock.call_later(
            self._settings.cloud_retry_pause, lambda: self._tasks.post(self._ask_cloud)
        )


def _lpa(way: SmdpWay, kept: Path) -> LpaSetup:
    from firmware_bridge import LpaSetup

    return LpaSetup(transport=way, kept=kept)


class _Watcher:
    """Tells which overlay is shown."""

    def __init__(self, shown: Callable[[str], None]) -> None:
        self._shown = shown

    def on_enter_state(self, state: Any) -> None:
        """Called by the chart."""
        self._shown(state.value)

"""A world: one car, one phone, one cloud and one serial line, composed in this process on one clock and one log."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from core import collector
from core.brand import PORTAL, load_brand
from core.clock import Clock
from core.data_folder import DataFolder
from core.errors import BenchError
from core.events import Event, EventLog
from core.faults import HTTP_KINDS, Faults
from core.randomness import Randomness, SystemRandomness
from core.settings import load_settings
from core.ui.app import make_application
from onebench.accessory_shelf import AccessoryShelf
from onebench.journeys.bench import Actor, read_state
from onebench.journeys.world_network import WorldNetwork
from onebench.servers import PARTS as SERVER_PARTS
from onebench.servers import Servers
from onebench.world_options import NONE, VIRTUAL, WorldOptions

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

    from core.air import AirHub
    from core.ui.early import EarlyEngine
    from core.ui.screen import Screen
    from firmware_bridge.virtual import VirtualModem
    from firmware_bridge.virtual.radio_network import RadioNetwork
    from headunit.app import HeadUnit
    from headunit.display_stream import DisplayStream
    from onebench.pc.computer import Computer
    from phone_app.app import Phone

log = logging.getLogger(__name__)

WINDOWS = ("car", "phone", "pc")
"""Parts that show something; a cloud alone runs where no display and no Qt platform is."""


class World:
    """The composed bench; a context manager. Parts can be restarted one by one while the others run on."""

    def __init__(
        self,
        options: WorldOptions,
        *,
        clock: Clock | None = None,
        randomness: Randomness | None = None,
        early: EarlyEngine | None = None,
    ) -> None:
        if options.cloud_url is not None and not _is_web_address(options.cloud_url):
            raise BenchError("cloud.address", address=options.cloud_url)
        self.options = options
        self._early = early
        self.brand = load_brand(options.brand)
        """Whose car stands there now (`switch_brand`)."""
        self.clock = clock or Clock()
        self.randomness = randomness or SystemRandomness()
        self.faults = Faults()
        _declare_late_ports(self.faults)
        self.modem: VirtualModem | None = None
        self._network: RadioNetwork | None = None
        self.hub: AirHub | None = None
        self.car: HeadUnit | None = None
        self.phone: Phone | None = None
        self.pc: Computer | None = None
        self.troubles: list[BenchError] = []
        """What was found damaged and put aside; for the user to know. What car and phone store they tell themselves."""
        self._folder = DataFolder(options.data)
        self._open = contextlib.ExitStack()
        self.modem_url: str | None = None
        """Where the car finds its modem: a device path or URL; None without one."""
        self.display_url: str | None = options.scene_url
        """Where a camera sees the car's display (MJPEG)."""
        self.air_address = options.air_address
        """Where car and phone meet by Bluetooth."""
        self.on_car: list[Callable[[QQuickWindow], None]] = []
        """Told of the window of each car that is started."""
        self._display: DisplayStream | None = None
        self.shelf = AccessoryShelf(self._folder, self._accessory_parts)
        self._screens: dict[str, Screen] = {}

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            self._folder.open(fresh=self.options.fresh)
            stack.callback(self._folder.close)
            self.events = EventLog(self.clock, self._folder.path / "events.jsonl")
            stack.callback(self.events.close)
            stack.callback(self.clock.close)
            self.settings, trouble = load_settings(self._folder.path / "settings.toml")
            self.troubles += [trouble] if trouble is not None else []
            self.events.subscribe(self._note_damage)
            common = self._common() | {"randomness": self.randomness, "settings": self.settings, "brand": self.brand}
            self.servers = Servers(self.options, self._folder, self._pki, common)
            if self.options.parts & set(WINDOWS) or self.options.accessories:
                make_application()
            stack.callback(self._stop_all)
            self._start_all()
            self._open = stack.pop_all()
        collector.wake()
        self._place_windows()
        self.events.emit("bench", "started", brand=self.brand.id, parts=sorted(self.options.parts))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def _note_damage(self, event: Event) -> None:
        if "kept_aside" in event.data:
            self.troubles.append(BenchError("storage.damaged", path=event.data["kept_aside"]))

    def _start_all(self) -> None:
        for part in SERVER_PARTS:
            if part in self.options.parts:
                self.start(part)
        self._start_line()
        self._start_air()
        for part in (*WINDOWS, *self.options.accessories):
            if part in self.options.parts or part in self.options.accessories:
                self.start(part)

    def _stop_all(self) -> None:
        self.shelf.stop_all()
        for part in (*reversed(WINDOWS), *reversed(SERVER_PARTS)):
            self.stop(part)
        if self.hub is not None:
            self.hub.stop()
        self._stop_line()

    @property
    def actors(self) -> dict[str, Actor]:
        """The windows that are open, to be touched and read; ask anew after a restart."""
        found = {}
        accessories: list[tuple[str, Any]] = list(self.shelf.present.items())
        for name, part in [("car", self.car), ("phone", self.phone), ("pc", self.pc), *accessories]:
            if part is None:
                continue
            from core.ui.screen import Screen

            screen = self._screens.get(name)
            if screen is None or screen.window is not part.window:
                screen = self._screens[name] = Screen(name, part.window)
            found[name] = Actor(screen, partial(read_state, part.view_model))
        return found

    @property
    def cloud_url(self) -> str:
        """Base address of the cloud that car and phone use."""
        return self.servers.cloud_url

    def start(self, part: str) -> None:
        """Start a part; what it had stored is there again. A PC begins anew each time."""
        if part in SERVER_PARTS:
            self.servers.start(part)
        else:
            windows = {"car": self._start_car, "phone": self._start_phone, "pc": self._start_pc}
            windows.get(part, lambda: self.shelf.start(part))()

    def stop(self, part: str) -> None:
        """Stop a part as when its power goes; without effect when it is not running."""
        if part in SERVER_PARTS:
            self.servers.stop(part)
        elif part == "car" and self.car is not None:
            if self._display is not None:
                self._display.stop()
                self._display = None
            self.car.close()
            self.car = None
        elif part == "phone" and self.phone is not None:
            self.phone.close()
            self.phone = None
        elif part == "pc" and self.pc is not None:
            self.pc.close()
            self.pc = None
        else:
            self.shelf.stop(part)

    def restart(self, part: str) -> None:
        """Switch a part off and on again; its window comes back where it was."""
        place = self._windows()[part].geometry() if part in self._windows() else None
        self.stop(part)
        self.start(part)
        if place is not None:
            self._windows()[part].setGeometry(place)
        self.events.emit("bench", "restarted", part=part)

    def switch_brand(self, brand_id: str) -> None:
        """Drive the one car away and bring the other brand's, to which the phone's camera then looks.

        All that the first car has stored is there again when it comes back. Cloud and phone run on. Raises
        `brand.unknown`, and `brand.no_car` in a bench without a car.
        """
        brand = load_brand(brand_id)
        if self.car is None:
            raise BenchError("brand.no_car")
        if brand.id == self.brand.id:
            return
        from PySide6.QtGui import QGuiApplication

        window = self.car.window
        corner, kept = window.position(), QGuiApplication.quitOnLastWindowClosed()
        QGuiApplication.setQuitOnLastWindowClosed(False)  # it may be the only one, and the next is not open yet
        try:
            self.stop("car")
            self._stop_line()
            self.brand = brand
            self._start_line()
            self.start("car")
        finally:
            QGuiApplication.setQuitOnLastWindowClosed(kept)
        self.car.window.setPosition(corner)
        self._place_windows()
        self.events.emit("bench", "brand.switched", brand=brand.id)

    def set_driving(self, driving: bool) -> None:
        """Let the car drive, or park it; raises `brand.no_car`."""
        self._present_car().set_driving(driving)
        self.events.emit("bench", "car.drives" if driving else "car.parked")

    def set_reception(self, reception: bool) -> None:
        """Let the car stand where the network reaches, or in a garage where it does not; raises `brand.no_car`."""
        self._present_car().set_reception(reception)
        if self._network is not None:
            self._network.set_coverage(reception)
        self.events.emit("bench", "car.in_the_open" if reception else "car.in_a_garage")

    def _present_car(self) -> HeadUnit:
        if self.car is None:
            raise BenchError("brand.no_car")
        return self.car

    def browse(self, actor: str, site: str) -> None:
        """Open one of the bench's sites in the browser of `actor` (`pc`); `portal` is that of the present car's brand.

        Raises `site.unknown`.
        """
        site = f"{PORTAL}{self.brand.id}" if site == "portal" else site
        if actor == "pc" and self.pc is not None:
            self.pc.open_site(site)
        else:
            raise BenchError("site.no_browser", actor=actor)

    def _windows(self) -> dict[str, QQuickWindow]:
        accessories: list[tuple[str, Any]] = list(self.shelf.present.items())
        parts = [("car", self.car), ("phone", self.phone), ("pc", self.pc), *accessories]
        return {name: part.window for name, part in parts if part is not None}

    def _place_windows(self) -> None:
        """Side by side on a real screen; off screen there is no screen that they must share."""
        from PySide6.QtGui import QGuiApplication

        if not self.options.show or self.options.kiosk or QGuiApplication.platformName() == "offscreen":
            return
        from onebench.placement import Box, arrange

        windows = self._windows()
        if not windows:
            return
        available = QGuiApplication.primaryScreen().availableGeometry()
        screen = Box(available.x(), available.y(), available.width(), available.height())
        sizes = {name: (window.width(), window.height()) for name, window in windows.items()}
        for name, place in arrange(screen, sizes).items():
            windows[name].setGeometry(place.x, place.y, place.width, place.height)

    def unplug_modem(self) -> None:
        """Pull the virtual modem's cable; raises `modem.not_virtual` with a real one."""
        self._virtual().unplug()

    def plug_modem(self) -> None:
        """Put the cable back."""
        self._virtual().plug()

    def call_in(self, number: str) -> None:
        """Somebody outside (`number`, "" withheld) calls the phone's number. Raises `radio.no_coverage`."""
        WorldNetwork(self).call_in(number, self._parent)

    def end_call(self, number: str) -> None:
        """Whoever has `number` outside hangs up. Raises `journey.no_call`."""
        WorldNetwork(self).end_call(number)

    def sms_in(self, number: str, text: str) -> None:
        """Somebody outside writes to the phone's number."""
        WorldNetwork(self).sms_in(number, text, self._parent)

    def set_coverage(self, part: str, on: bool) -> None:
        """Whether the mobile network reaches car, phone or an accessory; raises `radio.no_coverage` without a radio."""
        if part == "car" and self._network is not None:
            self._network.set_coverage(on)
        elif part == "phone" and self.phone is not None:
            self.phone.set_coverage(on)
        elif part in self.shelf.present:
            self.shelf.present[part].set_coverage(on)
        else:
            raise BenchError("radio.no_coverage", part=part)
        self.events.emit("bench", "coverage", part=part, on=on)

    def _virtual(self) -> VirtualModem:
        if self.modem is None:
            raise BenchError("modem.not_virtual")
        return self.modem

    @property
    def _pki(self) -> Path:
        return self.options.pki or self._folder.path / "pki"

    def _common(self) -> dict[str, Any]:
        return {"clock": self.clock, "events": self.events, "faults": self.faults}

    def _start_line(self) -> None:
        if self.options.modem == VIRTUAL:
            from firmware_bridge.virtual import VirtualModem

            folder = self._folder.part(self._of_car("modem"))
            self._network = self._make_network()
            self.modem = VirtualModem(
                folder=folder,
                randomness=self.randomness,
                link=folder / "ttyBench",
                pki=self._pki,
                preinstalled=self.options.preinstalled,
                eid=self.brand.demo_eid,
                imei=self.brand.demo_imei,
                core=self._network,
                **self._common(),
            )
            self.modem_url = str(self.modem.start())
        elif self.options.modem != NONE:
            self.modem_url = self.options.modem

    def _stop_line(self) -> None:
        if self.modem is not None:
            self.modem.stop()
            self.modem = None
        if self._network is not None:
            self._network.close()
            self._network = None

    def _of_car(self, part: str) -> str:
        """The name of a folder that the car of the present brand has for itself."""
        return part if self.brand.id == WorldOptions.brand else f"{part}-{self.brand.id}"

    def _make_network(self) -> RadioNetwork | None:
        """The mobile network as the modem sees it; None, where there is none, leaves it one of its own."""
        address = self.servers.radio_address
        if address is None:
            return None
        from firmware_bridge.virtual.radio_network import RadioNetwork

        return RadioNetwork(address, name=self.brand.name, language=self.options.language, **self._common())

    def _start_air(self) -> None:
        if self.air_address is not None:
            return
        from core.air import AirHub

        self.hub = AirHub(
            host=self.options.host,
            port=self.options.air_port,
            randomness=self.randomness,
            pairing_time=self.settings.pairing_time,
            **self._common(),
        )
        self.air_address = self.hub.start()

    def _start_car(self) -> None:
        from headunit.app import HeadUnit

        self.car = HeadUnit(
            folder=self._folder.part(self._of_car("car")),
            brand=self.brand,
            language=self.options.language,
            cloud_url=self.cloud_url,
            modem_url=self.modem_url,
            air_address=self.air_address,
            randomness=self.randomness,
            settings=self.settings,
            show=self.options.show,
            motion=self.options.motion,
            early=self._early,
            full_screen=self.options.kiosk,
            demo=self.options.kiosk,
            pki=self._pki,
            **self._common(),
        )
        self._early = None  # a car that is switched on again makes its own
        self._start_display()
        for tell in self.on_car:
            tell(self.car.window)

    def _start_display(self) -> None:
        from headunit.display_stream import DisplayStream

        assert self.car is not None
        # A camera that looks on across a restart of the car finds the display where it was.
        port = self.options.display_port or (urlsplit(self.display_url).port if self.display_url else 0) or 0
        self._display = DisplayStream(
            self.car.window, rate=self.settings.display_stream_rate, host=self.options.host, port=port
        )
        self.display_url = self._display.start()

    def _start_pc(self) -> None:
        from onebench.pc.computer import Computer

        self.pc = Computer(
            sites=self.servers.sites,
            language=self.options.language,
            events=self.events,
            show=self.options.show,
            motion=self.options.motion,
        )

    @property
    def _parent(self) -> str:
        """The number of the phone, which accessories share."""
        from core.demo import demo_data
        from phone_app.persona import persona_of

        return persona_of(demo_data(), self.options.persona).number

    def _accessory_parts(self) -> dict[str, Any]:
        return self._common() | {
            "parent": self._parent,
            "language": self.options.language,
            "carrier_url": self.servers.carrier_url,
            "radio_address": self.servers.radio_address,
            "randomness": self.randomness,
            "settings": self.settings,
            "show": self.options.show,
            "motion": self.options.motion,
        }

    def _start_phone(self) -> None:
        from phone_app.app import Phone

        self.phone = Phone(
            folder=self._folder.part("phone"),
            brand=self.brand,
            language=self.options.language,
            cloud_url=self.cloud_url,
            air_address=self.air_address,
            radio_address=self.servers.radio_address,
            persona=self.options.persona,
            sites=self.servers.sites,
            points_url=self.servers.points_url,
            jpki=self.options.jpki or self._folder.part("jpki"),
            scene_url=self.display_url,
            camera=self.options.camera,
            randomness=self.randomness,
            settings=self.settings,
            show=self.options.show,
            motion=self.options.motion,
            **self._common(),
        )


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number
        return False


def _declare_late_ports(faults: Faults) -> None:
    """Ports of parts that are loaded when first needed: a fault can be set before that."""
    from firmware_bridge import line_faults
    from firmware_bridge.lpa import transport
    from phone_app.scanner import faults as camera_faults

    faults.declare("car.http", HTTP_KINDS)
    faults.declare("accessory.http", HTTP_KINDS)
    faults.declare(transport.PORT, transport.KINDS)
    faults.declare(line_faults.PORT, line_faults.KINDS)
    faults.declare(camera_faults.PORT, camera_faults.KINDS)

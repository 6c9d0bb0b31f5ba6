"""The phone as a part of the bench: handset, view model, window, camera."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from shiboken6 import delete

from core.air import AirClient
from core.brand import BrandPack
from core.clock import Clock
from core.demo import demo_data
from core.events import EventLog
from core.faults import Faults
from core.http import HttpClient
from core.randomness import Randomness
from core.settings import Settings
from core.ui.keyboard import on_screen_keyboard
from core.ui.language import apply_language
from core.ui.tasks import QtTasks
from core.ui.theme import change_theme
from phone_app.apps.brand_app.approval import ForeignCode, read_code
from phone_app.apps.settings.bluetooth import BondStore, Radio
from phone_app.handset import Handset
from phone_app.mobile import CellRadio
from phone_app.packet_header import is_on_the_bench, session_for
from phone_app.persona import Persona, persona_of
from phone_app.preferences import Preferences
from phone_app.sounds import AppSounds
from phone_app.view_model import PhoneViewModel
from phone_app.window import make_window

SCAN_SCREEN = "scan"
SCAN_IS_NEAR = frozenset({"welcome", "car", "profile", "scanReady"})
"""Screens of somebody who signed in and will scan next: the camera's libraries are loaded while they are read."""
PREPARE_PAUSE = 0.5
"""Seconds after such a screen came: its movement has ended."""
LOCK_TIME = 0.35
"""Seconds that the camera's picture stays after a code was read: twice the frame's movement."""


class Phone:
    """Make it on the Qt thread when an application exists. `motion=False`: transitions take no time (tests)."""

    def __init__(
        self,
        *,
        folder: Path,
        brand: BrandPack,
        language: str,
        cloud_url: str,
        air_address: tuple[str, int] | None,
        scene_url: str | None,
        camera: str,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        randomness: Randomness,
        settings: Settings,
        radio_address: tuple[str, int] | None = None,
        persona: str = "",
        sites: Mapping[str, str] | None = None,
        points_url: str | None = None,
        jpki: Path | None = None,
        show: bool = True,
        motion: bool = True,
    ) -> None:
        self._folder = folder
        self._sites = dict(sites or {})
        self._radio_address = radio_address
        self._web_profiles: Any = None
        self._parts: dict[str, Any] = {"clock": clock, "events": events, "faults": faults}
        self._scanner_parts: dict[str, Any] = {"settings": settings, "randomness": randomness}
        self._camera = camera
        self._scene_url = scene_url
        self._air_address = air_address
        self._randomness = randomness
        self._scanning = False
        self._prepared = False
        self._lock_time = LOCK_TIME if motion else 0.0
        self._scanner: Any = None
        self._tasks = QtTasks(name="phone")
        self._http = HttpClient(cloud_url, actor="phone", wall_timeout=settings.http_wall_timeout, **self._parts)
        self._points = (
            HttpClient(points_url, actor="phone", wall_timeout=settings.http_wall_timeout, **self._parts)
            if points_url
            else None
        )
        whose = persona_of(demo_data(), persona)
        self.handset = Handset(
            folder=folder,
            brand=brand,
            language=language,
            http=self._http,
            radio=self._make_radio,
            cell=self._make_cell_radio(whose, language),
            persona=whose,
            sites=self._sites,
            faults=faults,
            points=self._points,
            jpki=jpki,
            clock=clock,
            events=events,
            randomness=randomness,
            settings=settings,
            tasks=self._tasks,
        )
        self._sounds = AppSounds(self.handset)
        self.view_model = PhoneViewModel(self.handset.state, self.handset.take)
        self._language, self._theme = self.handset.language, self.handset.theme
        self.engine, self.window = make_window(
            self.view_model, theme=self.handset.theme, language=self._language, show=show, motion=motion
        )
        self.handset.changed = self._changed
        self.handset.copied = QGuiApplication.clipboard().setText
        self.handset.keeping.forgotten = self._forget_pages
        self.view_model.web_profile = self._web_profile

    def close(self) -> None:
        """Put the phone away: all is stored, nothing runs any more."""
        if self._scanner is not None:
            self._scanner.close()
        self.handset.changed = lambda: None
        self._tasks.close()
        self.handset.close()
        self._http.close()
        if self._points is not None:
            self._points.close()
        if self._web_profiles is not None:
            self._web_profiles.leave()
        on_screen_keyboard().leave(self.window)
        self.window.close()
        # At once: the engine must go before the objects that its bindings read.
        delete(self.engine)

    def set_coverage(self, covered: bool) -> None:
        """Carry the phone out of the mobile network's reach, or back."""
        self.handset.mobile.set_coverage(covered)

    def look_at(self, camera: str) -> None:
        """Hold something else before the phone's camera: "scene" (the car), a picture's path, or another camera."""
        self._camera = camera
        if self._scanner is not None:
            self._scanner.look_at(camera)

    def _make_radio(self, preferences: Preferences, bonds: BondStore) -> Radio | None:
        if self._air_address is None:
            return None
        return AirClient(
            self._air_address,
            name="",
            kind="phone",
            device_address=preferences.choices.device_address,
            bonds=bonds.bonds,
            randomness=self._randomness,
            **self._parts,
        )

    def _make_cell_radio(self, whose: Persona, language: str) -> CellRadio | None:
        if self._radio_address is None or not whose.imsi:
            return None
        from core.radio import RadioClient

        return RadioClient(
            self._radio_address, imsi=whose.imsi, kind="phone", name=whose.names["en"], language=language, **self._parts
        )

    def _web_profile(self, app: str) -> QObject:
        profiles = self._profiles()
        profile: QObject = profiles.profile(app, self._language) if app else profiles.forgetting()
        return profile

    def _profiles(self) -> Any:
        if self._web_profiles is None:
            # Only now: Chromium is loaded with the first page.
            from phone_app.web.profiles import WebProfiles

            self._web_profiles = WebProfiles(
                self._folder / "web", session_for=self._session_for, allowed=self._may_be_loaded
            )
        return self._web_profiles

    def _forget_pages(self, app: str) -> None:
        folder, application = self._folder / "web" / app, QGuiApplication.instance()
        if application is not None and application.findChild(QObject, f"profile:{folder}") is not None:
            self._profiles().forget(app)
        elif folder.exists():
            # Chromium has not read it yet, and need not be loaded for it.
            self._tasks.submit(lambda: shutil.rmtree(folder, ignore_errors=True))

    def _session_for(self, address: str) -> str:
        return session_for(
            address,
            origins=self.handset.knowing_origins,
            bearer=self.handset.preferences.bearer,
            session=self.handset.mobile.packet_session,
        )

    def _may_be_loaded(self, address: str) -> bool:
        return self.handset.preferences.online and is_on_the_bench(
            address, known=(self.handset.issuer, *self._sites.values())
        )

    def _changed(self) -> None:
        self._follow_language()
        self._follow_theme()
        self._follow_camera()
        self._prepare_camera()
        self._sounds.follow()
        self.view_model.refresh()

    def _follow_language(self) -> None:
        if self.handset.language != self._language:
            self._language = self.handset.language
            apply_language(self.engine, "phone", self._language)

    def _follow_theme(self) -> None:
        if self.handset.theme != self._theme:
            self._theme = self.handset.theme
            change_theme(self.engine, self._theme)

    def _in_brand_app(self, *screens: str) -> bool:
        return self.handset.shell.app is self.handset.brand_app and self.handset.brand_app.screen in screens

    def _follow_camera(self) -> None:
        scanning = self._in_brand_app(SCAN_SCREEN)
        if scanning == self._scanning:
            return
        self._scanning = scanning
        if scanning:
            if self._scanner is None:
                self._scanner = self._make_scanner()
            self._scanner.start()
        else:
            self._scanner.stop()

    def _prepare_camera(self) -> None:
        if self._prepared or not self._in_brand_app(*SCAN_IS_NEAR):
            return
        self._prepared = True

        def prepare() -> None:
            if self._scanner is None:
                self._scanner = self._make_scanner()
                self._scanner.prepare()
            self._sounds.prepare()

        self._parts["clock"].call_later(PREPARE_PAUSE, lambda: self._tasks.post(prepare))

    def _make_scanner(self) -> Any:
        # Only now: who signed in pays for the camera's libraries, not the start of the phone.
        from phone_app.scanner.view import CameraImageProvider, ScannerController

        scanner = ScannerController(
            camera=self._camera, scene_url=self._scene_url or "", **self._scanner_parts, **self._parts
        )
        scanner.decoded.connect(self._scanned)
        self.engine.addImageProvider("camera", CameraImageProvider(scanner.latest))
        self.view_model.set_scanner(scanner)
        return scanner

    def _scanned(self, text: str) -> None:
        if isinstance(read_code(text, self.handset.issuer), ForeignCode):
            self.handset.brand_app.send("scanned", text)
            self._scanner.reject(text)
        else:
            # The eye must see the frame lock onto the code before the page changes.
            send = partial(self.handset.brand_app.send, "scanned", text)
            self._parts["clock"].call_later(self._lock_time, lambda: self._tasks.post(send))

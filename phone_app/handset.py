"""The phone without its window: preferences, apps, shell and radio put together, in plain Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from core.brand import BrandPack, all_brands
from core.clock import Clock
from core.demo import demo_data
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.http import HttpClient
from core.local_time import LOCAL_TIME
from core.randomness import Randomness
from core.settings import Settings
from core.tasks import Tasks
from phone_app.app_keeping import STORE, AppKeeping
from phone_app.apps.base import App
from phone_app.apps.brand_app.account import Account
from phone_app.apps.brand_app.app import BrandApp
from phone_app.apps.brand_app.cloud import AppCloud
from phone_app.apps.browser.app import BrowserApp
from phone_app.apps.contacts.app import ContactsApp
from phone_app.apps.contacts.book import PhoneBook
from phone_app.apps.dialer.app import DialerApp
from phone_app.apps.dialer.calls import Calls
from phone_app.apps.dialer.recents import Recents
from phone_app.apps.messages.app import MessagesApp
from phone_app.apps.messages.conversations import Conversations
from phone_app.apps.mynapoint.make import make_mynapoint
from phone_app.apps.settings.app import SettingsApp
from phone_app.apps.settings.bluetooth import Bluetooth, BondStore, Radio
from phone_app.landing import Landing
from phone_app.mobile import CellRadio, Mobile
from phone_app.packet_header import origin_of
from phone_app.persona import Persona, persona_of
from phone_app.preferences import Preferences
from phone_app.shell import Shell
from phone_app.system_events import SystemEvents

CARRIER = "carrier"
"""The key of the operator's site in `sites`."""
THEME = "phone"
"""The handset's own look, in `assets/themes`."""
BATTERY = 82
"""Per cent; a stand-in cannot run flat."""


class Handset:
    """All state of the phone. `changed` is called after every change, on the owner's thread."""

    def __init__(
        self,
        *,
        folder: Path,
        brand: BrandPack,
        language: str,
        http: HttpClient,
        radio: Callable[[Preferences, BondStore], Radio | None],
        cell: CellRadio | None = None,
        persona: Persona | None = None,
        sites: Mapping[str, str] | None = None,
        faults: Faults | None = None,
        points: HttpClient | None = None,
        jpki: Path | None = None,
        clock: Clock,
        events: EventLog,
        randomness: Randomness,
        settings: Settings,
        tasks: Tasks,
    ) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.copied: Callable[[str], None] = lambda text: None
        """Puts a text on the clipboard."""
        self.knowing_origins = frozenset({origin_of((sites or {}).get(CARRIER, ""))} - {""})
        """Origins that are told who is behind a request on mobile data: the operator's alone."""
        self.persona = persona or persona_of(demo_data())
        self._clock = clock
        self._tasks = tasks
        self._closed = False
        self._events = events
        self.preferences = Preferences(
            folder / "phone.json", language=language, randomness=randomness, tasks=tasks, failed=self._storage_failed
        )
        self.issuer = http.base_url
        self.book = PhoneBook(folder / "contacts.json", demo_data()["phone"]["contacts"])
        parts: dict[str, Any] = {"clock": clock, "events": events, "randomness": randomness, "settings": settings}
        self.brand_apps = {
            pack.app_scheme: self._brand_app(pack, folder, http, parts | {"tasks": tasks}) for pack in all_brands(brand)
        }
        """The apps of all brands: whoever drives cars of two has both, each with a log-in of its own."""
        self.brand_app = self.brand_apps[brand.app_scheme]
        """The one in front, or that was last; at first the one of the bench's car."""
        self.mobile = Mobile(
            cell, number=self.persona.number, landing=Landing(folder / "landing.json"), events=events, tasks=tasks
        )
        self.preferences.in_network = lambda: self.mobile.registered
        kept: dict[str, Any] = {"tasks": tasks, "failed": self._storage_failed}
        self.conversations = Conversations(folder / "messages.json", **kept)
        self.recents = Recents(folder / "calls.json", **kept)
        self.messages = MessagesApp(
            self.conversations, self.mobile, name_of=self._name_of, clock=clock, events=events, tasks=tasks
        )
        self.dialer = DialerApp(
            Calls(self.mobile, clock=clock, events=events, tasks=tasks),
            self.recents,
            self.mobile,
            name_of=self._name_of,
            clock=clock,
        )
        self.bonds = BondStore(folder / "bluetooth.json", tasks, self._storage_failed)
        self.radio = radio(self.preferences, self.bonds)
        self.bluetooth = Bluetooth(
            self.radio,
            self.bonds,
            phonebook=lambda: self.book.vcards(self.language),
            events=events,
            tasks=tasks,
        )
        faults = faults or Faults()
        self.mynapoint = make_mynapoint(
            owner=self.persona.email,
            jpki=jpki or folder / "jpki",
            points=points,
            preferences=self.preferences,
            language=lambda: self.language,
            clock=clock,
            events=events,
            faults=faults,
            randomness=randomness,
            tasks=tasks,
        )
        self.apps: Mapping[str, App] = {
            **self.brand_apps,
            "settings": SettingsApp(self.preferences, self.bluetooth, self.mobile),
            "contacts": ContactsApp(self.book, lambda: self.language),
            "messages": self.messages,
            "dialer": self.dialer,
            "browser": BrowserApp(sites or {}),
            self.mynapoint.id: self.mynapoint,
        }
        self.keeping = AppKeeping(
            folder / "apps.json",
            self.apps,
            bearer=lambda: self.preferences.bearer,
            clock=clock,
            events=events,
            faults=faults or Faults(),
            **kept,
        )
        self.shell = Shell({**self.apps, STORE: self.keeping.store}, clock=clock, events=events, tasks=tasks)
        self.keeping.join(self.shell)
        self.shell.changed = self._notify
        self.bluetooth.changed = self._notify
        self.bluetooth.told = self.shell.tell
        self.preferences.changed = self._preferences_changed
        self.system = SystemEvents(
            self.shell,
            self.bluetooth,
            self.keeping.removal,
            settings=self.apps["settings"],
            messages=self.messages,
            dialer=self.dialer,
        )
        self.mobile.changed = self._notify
        self.messages.told = self.shell.tell
        self.messages.copied = self._copy
        self.messages.in_front = lambda: self.shell.app is self.messages
        self.dialer.told = self.shell.tell
        self.dialer.shown = lambda: self.shell.open("dialer")
        self._apply_bluetooth()
        accounts = [app.account for app in self.brand_apps.values()]
        lists: list[Any] = [self.book, self.bonds, self.conversations, self.recents, self.keeping.installed]
        for part in (self.preferences, *accounts, *lists):
            if part.trouble is not None:
                self.shell.tell("damaged")
        self.mobile.start(self.preferences.choices.airplane)
        self._minute()

    @property
    def language(self) -> str:
        """`ja` or `en`."""
        return self.preferences.choices.language

    @property
    def name(self) -> str:
        """The phone's name that others see."""
        return self.preferences.choices.name or self.persona.names[self.language]

    @property
    def theme(self) -> str:
        """The name of the window's theme: an app may have one of its own while it is in front."""
        return (self.shell.app.theme if self.shell.app is not None else "") or THEME

    def take(self, event: str, value: Any = None) -> None:
        """One event of the view: the handset's own, or the front app's."""
        if self.system.take(event, value):
            return
        if event == "home":
            self.shell.home()
        elif event == "back":
            if self.bluetooth.request is None:
                self.shell.back()
        elif event == "open" and self.shell.app is None:
            self.shell.open(str(value))
        elif event == "dismissBanner":
            self.shell.dismiss_banner()
        elif self.shell.app is not None:
            self.shell.app.send(event, value)

    def state(self) -> dict[str, Any]:
        """Everything that the view model shows."""
        choices = self.preferences.choices
        now = self._clock.now().astimezone(LOCAL_TIME)
        return {
            "screen": {
                "app": self.shell.front,
                "name": self.shell.screen,
                "direction": self.shell.direction,
                "view": self.shell.app.view if self.shell.app is not None else "",
            },
            "status": {
                "time": f"{now:%H:%M}",
                "bearer": self.preferences.bearer,
                "technology": "5G",
                "battery": BATTERY,
                "bluetooth": choices.bluetooth,
                "airplane": choices.airplane,
                "inNetwork": self.mobile.registered and not choices.airplane,
                "inCall": self.dialer.calls.busy and self.shell.screen != "dialer.call",
            },
            "web": self._web_state(),
            "banner": self.shell.banner,
            "overlay": self.system.overlay,
            "preferences": {
                "name": self.name,
                "language": choices.language,
                "night": choices.appearance == "night",
                "today": _date(now),
            },
            "bluetooth": self.bluetooth.state(),
            "app": self.brand_app.state(),
            "settings": self.apps["settings"].state(),
            "contacts": self.apps["contacts"].state(),
            "messages": self.messages.state(),
            "dialer": self.dialer.state(),
            "browser": self.apps["browser"].state(),
            "store": self.keeping.state(),
            "mynapoint": self.mynapoint.state(),
        }

    def close(self) -> None:
        """Store what is not stored yet and leave the air. Call after `tasks` have ended."""
        self._closed = True
        self.shell.close()
        self.keeping.close()
        if self.radio is not None:
            self.radio.close()
        self.mobile.close()
        links = [app.link for app in self.brand_apps.values()]
        lists: list[Any] = [self.bonds, self.conversations, self.recents, self.keeping.installed]
        for part in (self.preferences, *lists, *links):
            try:
                part.flush()
            except BenchError as error:
                self._events.emit("phone", "phone.not_stored", code=error.code)

    def _brand_app(self, pack: BrandPack, folder: Path, http: HttpClient, parts: dict[str, Any]) -> BrandApp:
        online = lambda: self.preferences.online  # noqa: E731 - the preferences may be changed at any time
        cloud = AppCloud(http, client_id=pack.app_client_id, clock=self._clock, online=online)
        return BrandApp(
            account=Account(folder / f"{pack.app_scheme}.json", cloud),
            cloud=cloud,
            brand=pack,
            language=lambda: self.language,
            link_path=folder / f"{pack.app_scheme}-esim.json",
            **parts,
        )

    def _web_state(self) -> dict[str, Any]:
        front = self.shell.app
        shown = front is not None and front.web is not None and front.screen == front.web_screen
        slots = {name: app.web.state() for name, app in self.apps.items() if app.web is not None}
        return {
            "front": self.shell.front if shown else "",
            "slots": slots,
            "missing": bool(self.shell.asked) and not self.keeping.installed.has(self.shell.asked),
            "asked": self.brand_apps[self.shell.asked].face()["name"] if self.shell.asked in self.brand_apps else "",
            "knowing": sorted(self.knowing_origins) if self.preferences.bearer == "cellular" else [],
        }

    def _copy(self, text: str) -> None:
        self.copied(text)

    def _name_of(self, number: str) -> str:
        return self.book.name_of(number, self.language)

    def _preferences_changed(self) -> None:
        self.mynapoint.look_again()
        self.mobile.set_airplane(self.preferences.choices.airplane)
        self._apply_bluetooth()
        self._notify()

    def _apply_bluetooth(self) -> None:
        choices = self.preferences.choices
        self.bluetooth.apply(on=choices.bluetooth, visible=choices.visible, name=self.name)

    def _storage_failed(self, error: BenchError) -> None:
        self._events.emit("phone", "phone.not_stored", code=error.code)
        self.shell.tell("storage", {"code": error.code})

    def _minute(self) -> None:
        """The clock in the status bar."""
        if not self._closed:
            self._notify()
            seconds = 60 - self._clock.timestamp() % 60
            self._clock.call_later(seconds + 0.01, lambda: self._tasks.post(self._minute))

    def _notify(self) -> None:
        if self._closed:
            return
        if isinstance(self.shell.app, BrandApp):
            self.brand_app = self.shell.app
        self.changed()


def _date(now: datetime) -> dict[str, int]:
    return {"month": now.month, "day": now.day, "weekday": now.isoweekday() % 7}

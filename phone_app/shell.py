"""The handset around the apps: which one is in front, home and back, messages from the system."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from core.clock import Clock, Timer
from core.events import EventLog
from core.tasks import Tasks
from phone_app.apps.base import App, Direction

BANNER_TIME = 6.0
"""Seconds a message stays: long enough to read two lines."""

HOME = "home"


class Shell:
    """Home screen, apps and a banner. Apps keep their screens while another is in front."""

    def __init__(self, apps: Mapping[str, App], *, clock: Clock, events: EventLog, tasks: Tasks) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.has: Callable[[str], bool] = lambda name: True
        """Whether an app is on the phone now."""
        self.missed: Callable[[str], None] = lambda name: None
        """The person wants an app that is not on the phone."""
        self.front = HOME
        self.direction: Direction = "none"
        self.apps = dict(apps)
        self._clock = clock
        self._events = events
        self._tasks = tasks
        self._banners: deque[dict[str, Any]] = deque()
        self._numbers = itertools.count(1)
        self._timer: Timer | None = None
        self._asked: tuple[str, str] | None = None
        for app in self.apps.values():
            app.changed = lambda app=app: self._app_changed(app)  # type: ignore[misc]

    @property
    def app(self) -> App | None:
        """The app in front; None on the home screen."""
        return self.apps.get(self.front)

    @property
    def screen(self) -> str:
        """`home` or `<app>.<screen>`."""
        return f"{self.front}.{self.app.screen}" if self.app else HOME

    def open(self, name: str) -> None:
        """Bring an app to the front; names of apps that are not there do nothing."""
        if name in self.apps and self.has(name) and name != self.front:
            self._show(name, "forward")

    def refresh(self) -> None:
        """Something around the apps changed."""
        self.changed()

    def home(self) -> None:
        """The home gesture."""
        if self.front != HOME:
            self._show(HOME, "back")

    def back(self) -> None:
        """The back gesture: within the app, then home."""
        if self.app is not None and not self.app.back():
            self.home()

    def tell(self, kind: str, params: dict[str, str] | None = None) -> None:
        """A banner over whatever is in front; several come one after the other.

        What is paired connects at once: one message for both.
        """
        params = params or {}
        last = self._banners[-1] if self._banners else {}
        if kind == "connected" and last.get("kind") == "paired" and last["params"] == params:
            self._banners.pop()
        self._banners.append({"number": next(self._numbers), "kind": kind, "params": params})
        self._events.emit("phone", "phone.banner", content=kind)
        if len(self._banners) == 1:
            self._start_banner()
        self.changed()

    @property
    def banner(self) -> dict[str, Any]:
        """The message on the screen now, or {}."""
        return self._banners[0] if self._banners else {}

    # -- deep links

    def ask_to_open(self, address: str) -> bool:
        """A page leads to an app: have the person asked; False when no app has that scheme.

        An app that was taken off is asked for too: the store has it.
        """
        scheme = address.partition(":")[0].lower()
        name = next((name for name, app in self.apps.items() if app.scheme and app.scheme == scheme), None)
        if name is None:
            return False
        self._asked = (name, address)
        self._events.emit("phone", "phone.open_in", app=name)
        self.changed()
        return True

    @property
    def asked(self) -> str:
        """The app that a page wants to open, or ""."""
        return self._asked[0] if self._asked else ""

    def answer_open(self, wanted: bool) -> None:
        """「開く」, or not."""
        if self._asked is None:
            return
        (name, address), self._asked = self._asked, None
        if wanted and not self.has(name):
            self.missed(name)
        elif wanted:
            self.open(name)
            self.apps[name].on_link(address)
        self.changed()

    # -- banners

    def dismiss_banner(self) -> None:
        """The person wiped the message away, or its time is over."""
        if self._banners:
            self._banners.popleft()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._banners:
            self._start_banner()
        self.changed()

    def close(self) -> None:
        """No more timers."""
        if self._timer is not None:
            self._timer.cancel()
        if self.app is not None:
            self.app.left()

    def _start_banner(self) -> None:
        number = self._banners[0]["number"]
        if self._timer is not None:
            self._timer.cancel()

        def over() -> None:
            if self._banners and self._banners[0]["number"] == number:
                self.dismiss_banner()

        self._timer = self._clock.call_later(BANNER_TIME, lambda: self._tasks.post(over))

    def _show(self, name: str, direction: Direction) -> None:
        if self.app is not None:
            self.app.left()
        self.front, self.direction = name, direction
        if self.app is not None:
            self.app.opened()
        self._events.emit("phone", "phone.front", app=name)
        self.changed()

    def _app_changed(self, app: App) -> None:
        if app is self.app:
            self.direction = app.direction
        self.changed()

"""What the handset knows of every app, and the little that apps share."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from phone_app.apps.installed import Listing
from phone_app.web_slot import WebSlot

Direction = str
"""How the last change of screen moves: `forward`, `back` or `none`."""


class App:
    """An app: a screen name, a dictionary of state for the view, and events.

    Event `openTab` is the method `on_open_tab`, which takes the value; unknown events are ignored, since a touch may
    arrive just after its screen has gone.
    """

    id = ""
    scheme = ""
    """Deep links `<scheme>:…` lead to this app; "" for none."""
    view = ""
    """Whose pages show its screens: "" for the handset's own apps, else a set of `PhonePages.qml`."""
    theme = ""
    """The look that the app brings along (`assets/themes`); "" for the handset's."""
    web_screen = ""
    """The screen on which the app's web view is shown."""
    listing: Listing | None = None
    """What the store tells of the app; None for an app that belongs to the phone."""

    def __init__(self) -> None:
        self.screen = ""
        self.direction: Direction = "none"
        self.web: WebSlot | None = None
        """The app's web view, for apps that have one."""
        self.changed: Callable[[], None] = lambda: None
        """Called after every change of state."""

    def state(self) -> dict[str, Any]:
        """What the view draws, as plain JSON-like values."""
        return {}

    def face(self) -> dict[str, Any]:
        """What stands for the app where it is not open: `{id, name, icon: [sign, upper, lower, ink]}`; needed by
        those with a `listing`. A `name` "" means that the view knows it."""
        return {"id": self.id}

    def forget(self) -> None:
        """The app was taken off: all that it kept on this phone goes with it, and it stands at its beginning. Called
        again at the next start, since the phone may have been killed in the middle."""

    def opened(self) -> None:
        """The app came to the front."""

    def left(self) -> None:
        """The app went to the background."""

    def back(self) -> bool:
        """The handset's back gesture; False when the app has nothing to go back to."""
        return False

    @property
    def dialog(self) -> str:
        """The app's own dialog over its pages, or ""."""
        return ""

    def on_link(self, address: Any) -> None:
        """A deep link led here, and the person wanted it."""

    def send(self, event: str, value: Any = None) -> None:
        """One event of the view."""
        handler = getattr(self, "on_" + re.sub("[A-Z]", lambda match: "_" + match[0].lower(), event), None)
        if handler is not None:
            handler(value)

    def go(self, screen: str, direction: Direction = "forward") -> None:
        """Change the screen and tell it."""
        self.direction = direction if screen != self.screen else "none"
        self.screen = screen
        self.changed()

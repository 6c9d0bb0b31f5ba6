"""Touches that belong to the phone and not to the app in front: calls, banners, questions, quick settings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from phone_app.apps.base import App
from phone_app.apps.dialer.app import DialerApp
from phone_app.apps.messages.app import MessagesApp
from phone_app.apps.settings.bluetooth import Bluetooth
from phone_app.removal import Removal
from phone_app.shell import Shell


class SystemEvents:
    """Event `openIn` is the method `on_open_in`; they mean the same whatever app is in front."""

    def __init__(
        self,
        shell: Shell,
        bluetooth: Bluetooth,
        removal: Removal,
        *,
        settings: App,
        messages: MessagesApp,
        dialer: DialerApp,
    ) -> None:
        self._shell = shell
        self._bluetooth = bluetooth
        self._removal = removal
        self._settings = settings
        self._messages = messages
        self._dialer = dialer
        self._quick = False

    def take(self, event: str, value: Any) -> bool:
        """Whether the event is one of these; then it was done."""
        handler = getattr(self, "on_" + re.sub("[A-Z]", lambda match: "_" + match[0].lower(), event), None)
        if handler is not None:
            handler(value)
        return handler is not None

    @property
    def overlay(self) -> str:
        """What lies over all: `incoming`, `pairing`, `openIn`, `removeApp`, `service`, `quick`, an app's own dialog, or
        ""."""
        if self._bluetooth.request is not None and self._dialer.overlay != "incoming":
            return "pairing"
        if self._dialer.overlay:
            return self._dialer.overlay
        if self._shell.asked:
            return "openIn"
        if self._removal.asked:
            return "removeApp"
        if self._quick:
            return "quick"
        return self._shell.app.dialog if self._shell.app is not None else ""

    def on_answer_pairing(self, value: Any) -> None:
        """The number was compared with the car's."""
        self._bluetooth.answer(bool(value))

    def on_share_contacts(self, value: Any) -> None:
        """The box of the pairing dialog."""
        self._bluetooth.share_contacts = bool(value)
        self._shell.changed()

    def on_quick(self, value: Any) -> None:
        """`true`/`false`: the panel of quick settings; `{name: on}`: one of its switches."""
        if isinstance(value, Mapping):
            for name, on in value.items():
                self._settings.send("set" + str(name).capitalize(), on)
        else:
            self._quick = bool(value)
            self._shell.changed()

    def on_call_answer(self, value: Any) -> None:
        """What the person does with a call that rings: `accept` (or true), `reject` (or false), `replace`."""
        self._dialer.answer(str(value) if isinstance(value, str) else "accept" if value else "reject")

    def on_open_missed(self, _: Any) -> None:
        """The banner of a missed call was touched."""
        self._shell.dismiss_banner()
        self._shell.open("dialer")
        self._dialer.send("openTab", "recents")

    def on_service_read(self, _: Any) -> None:
        """The answer of a service code was read."""
        self._dialer.close_service()

    def on_show_call(self, _: Any) -> None:
        """Back to the call that goes on."""
        self._shell.open("dialer")
        self._dialer.send("showCall")

    def on_open_in(self, value: Any) -> None:
        """The answer to the question whether an app shall open."""
        self._shell.answer_open(bool(value))

    def on_ask_remove(self, value: Any) -> None:
        """An app's icon was held, or the button of its page in the store touched."""
        self._removal.ask(str(value))

    def on_remove_app(self, value: Any) -> None:
        """The answer to the question whether the app shall go."""
        self._removal.answer(bool(value))

    def on_deep_link(self, value: Any) -> None:
        """A web page leads out of the web."""
        self._shell.ask_to_open(str(value))

    def on_open_message(self, value: Any) -> None:
        """The banner of a message was touched."""
        self._shell.dismiss_banner()
        self._shell.open("messages")
        self._messages.send("openConversation", value)

    def on_copy(self, value: Any) -> None:
        """A security code goes to the clipboard, from wherever it is offered."""
        self._messages.send("copyCode", value)
        self._close_banner_of(str(value))

    def on_code_used(self, _: Any) -> None:
        """The offered security code was filled in: its banner lies over the page for nothing."""
        self._close_banner_of(self._messages.code)
        self._messages.use_code()

    def on_dial(self, value: Any) -> None:
        """Call a number from another app (Contacts)."""
        self._shell.open("dialer")
        self._dialer.send("call", value)

    def on_close_web(self, value: Any) -> None:
        """The close button of an app's web view; `value` is the app."""
        app = self._shell.apps.get(str(value))
        if app is not None:
            app.send("closeWeb")

    def _close_banner_of(self, code: str) -> None:
        if code and self._shell.banner.get("params", {}).get("code") == code:
            self._shell.dismiss_banner()

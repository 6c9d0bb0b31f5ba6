"""The Settings app: quiet lists of switches and choices."""

from __future__ import annotations

from typing import Any

from phone_app.apps.base import App
from phone_app.apps.settings.bluetooth import Bluetooth
from phone_app.apps.settings.one_number import OneNumber
from phone_app.mobile import Mobile
from phone_app.preferences import Preferences

NAME_LENGTH = 30
"""Letters of a phone's name: what fits one line of the car's list."""


class SettingsApp(App):
    """Screens: list, bluetooth, pairedDevice, phoneName, language, oneNumber."""

    id = "settings"

    def __init__(self, preferences: Preferences, bluetooth: Bluetooth, mobile: Mobile) -> None:
        super().__init__()
        self.one_number = OneNumber(mobile)
        self.one_number.changed = self._tell
        self._mobile = mobile
        self.screen = "list"
        self._preferences = preferences
        self._bluetooth = bluetooth
        self._device = ""

    def state(self) -> dict[str, Any]:
        """Screen and choices; the handset adds Bluetooth's state."""
        choices = self._preferences.choices
        return {
            "screen": self.screen,
            "wifi": choices.wifi,
            "cellular": choices.cellular,
            "airplane": choices.airplane,
            "bluetooth": choices.bluetooth,
            "visible": choices.visible,
            "nfc": choices.nfc,
            "cardFirst": choices.card_first,
            "language": choices.language,
            "appearance": choices.appearance,
            "sounds": choices.sounds,
            "nameLength": NAME_LENGTH,
            "device": self._device,
            "oneNumber": self.one_number.state(),
            "covered": self._mobile.covered,
        }

    def _tell(self) -> None:
        self.changed()

    def back(self) -> bool:
        """One list up."""
        if self.screen == "list":
            return False
        self.go("bluetooth" if self.screen == "pairedDevice" else "list", "back")
        return True

    def on_open(self, screen: Any) -> None:
        """A row with a page behind it."""
        if self.screen == "list" and screen in ("bluetooth", "phoneName", "language", "oneNumber"):
            if screen == "oneNumber":
                self.one_number.ask()
            self.go(str(screen))

    def on_ask_priority(self, _: Any) -> None:
        """Which device is preferred for messages."""
        self.one_number.ask()

    def on_prefer_phone(self, _: Any) -> None:
        """Prefer this phone for messages."""
        self.one_number.prefer_phone()

    def on_open_device(self, address: Any) -> None:
        """A paired car."""
        if self.screen == "bluetooth":
            self._device = str(address)
            self.go("pairedDevice")

    def on_set_wifi(self, on: Any) -> None:
        """Wi-Fi."""
        self._preferences.set(wifi=bool(on))

    def on_set_cellular(self, on: Any) -> None:
        """Mobile data of the phone."""
        self._preferences.set(cellular=bool(on))

    def on_set_airplane(self, on: Any) -> None:
        """Airplane mode."""
        self._preferences.set_airplane(bool(on))

    def on_set_coverage(self, covered: Any) -> None:
        """Whether the phone is where its network reaches: a switch of the bench, no phone has it."""
        self._mobile.set_coverage(bool(covered))

    def on_set_bluetooth(self, on: Any) -> None:
        """Bluetooth."""
        self._preferences.set(bluetooth=bool(on))

    def on_set_visible(self, on: Any) -> None:
        """Whether cars can find the phone."""
        self._preferences.set(visible=bool(on))

    def on_set_nfc(self, on: Any) -> None:
        """The reader of cards."""
        self._preferences.set(nfc=bool(on))

    def on_set_card_first(self, first: Any) -> None:
        """Whether a card is laid before its password is asked (`MYNA-B03b`)."""
        self._preferences.set(card_first=first == "card")

    def on_set_name(self, name: Any) -> None:
        """The phone's name; "" gives the first one back."""
        self._preferences.set(name=" ".join(str(name).split())[:NAME_LENGTH])
        if self.screen == "phoneName":
            self.go("list", "back")

    def on_set_language(self, language: Any) -> None:
        """Japanese or English."""
        self._preferences.set(language=str(language))

    def on_set_appearance(self, appearance: Any) -> None:
        """Day or night."""
        self._preferences.set(appearance=str(appearance))

    def on_set_sounds(self, on: Any) -> None:
        """Whether apps may be heard."""
        self._preferences.set(sounds=bool(on))

    def on_set_reader(self, allowed: Any) -> None:
        """Whether the shown car may read the phone book."""
        self._bluetooth.set_reader(self._device, bool(allowed))

    def on_forget_device(self, _: Any) -> None:
        """Remove the shown car."""
        if self.screen == "pairedDevice":
            self._bluetooth.forget(self._device)
            self.go("bluetooth", "back")

"""What QML sees of the phone: properties with one notifier each, and `send` as the only way in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot


class PhoneViewModel(QObject):
    """Holds the last state that `read` gave; `refresh` reads anew and tells what has changed."""

    screenChanged = Signal()
    statusChanged = Signal()
    bannerChanged = Signal()
    overlayChanged = Signal()
    preferencesChanged = Signal()
    bluetoothChanged = Signal()
    mybmwChanged = Signal()
    settingsChanged = Signal()
    contactsChanged = Signal()

    def __init__(self, read: Callable[[], dict[str, Any]], take: Callable[[str, Any], None]) -> None:
        super().__init__()
        self._read = read
        self._take = take
        self._state = read()

    @Slot(str)
    @Slot(str, "QVariant")
    def send(self, event: str, value: Any = None) -> None:
        """Every touch: `home`, `back`, `open <app>`, `dismissBanner`, `answerPairing`, `shareContacts`, or an app's own
        event, which goes to the app in front."""
        self._take(event, value)

    def refresh(self) -> None:
        """Something changed; call it as often as you like."""
        old, self._state = self._state, self._read()
        # The screen last: a page that is made now finds everything else up to date.
        for name in (*(key for key in self._state if key != "screen"), "screen"):
            if old.get(name) != self._state[name]:
                getattr(self, f"{name}Changed").emit()

    def _get_screen(self) -> dict[str, Any]:
        return dict(self._state["screen"])

    def _get_status(self) -> dict[str, Any]:
        return dict(self._state["status"])

    def _get_banner(self) -> dict[str, Any]:
        return dict(self._state["banner"])

    def _get_overlay(self) -> str:
        return str(self._state["overlay"])

    def _get_preferences(self) -> dict[str, Any]:
        return dict(self._state["preferences"])

    def _get_bluetooth(self) -> dict[str, Any]:
        return dict(self._state["bluetooth"])

    def _get_mybmw(self) -> dict[str, Any]:
        return dict(self._state["mybmw"])

    def _get_settings(self) -> dict[str, Any]:
        return dict(self._state["settings"])

    def _get_contacts(self) -> dict[str, Any]:
        return dict(self._state["contacts"])

    screen = Property("QVariantMap", _get_screen, notify=screenChanged)
    """`{app: home|mybmw|settings|contacts, name: "home" or "<app>.<screen>", direction}`"""
    status = Property("QVariantMap", _get_status, notify=statusChanged)
    """`{time, bearer: wifi|cellular|none, technology, battery 0-100, bluetooth}`"""
    banner = Property("QVariantMap", _get_banner, notify=bannerChanged)
    """`{number, kind, params}`, or {}"""
    overlay = Property(str, _get_overlay, notify=overlayChanged)
    """"" or `pairing`"""
    preferences = Property("QVariantMap", _get_preferences, notify=preferencesChanged)
    """`{name, language, night, brandName, appName, idName}`"""
    bluetooth = Property("QVariantMap", _get_bluetooth, notify=bluetoothChanged)
    mybmw = Property("QVariantMap", _get_mybmw, notify=mybmwChanged)
    settings = Property("QVariantMap", _get_settings, notify=settingsChanged)
    contacts = Property("QVariantMap", _get_contacts, notify=contactsChanged)

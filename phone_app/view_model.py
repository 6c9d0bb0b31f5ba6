"""What QML sees of the phone: properties with one notifier each, and `send` as the only way in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QJSValue

MAP: Any = "QVariantMap"


class PhoneViewModel(QObject):
    """Holds the last state that `read` gave; `refresh` reads anew and tells what has changed."""

    screen_changed = Signal()
    status_changed = Signal()
    banner_changed = Signal()
    overlay_changed = Signal()
    preferences_changed = Signal()
    bluetooth_changed = Signal()
    app_changed = Signal()
    settings_changed = Signal()
    contacts_changed = Signal()
    web_changed = Signal()
    messages_changed = Signal()
    dialer_changed = Signal()
    browser_changed = Signal()
    store_changed = Signal()
    mynapoint_changed = Signal()
    scanner_changed = Signal()

    def __init__(self, read: Callable[[], dict[str, Any]], take: Callable[[str, Any], None]) -> None:
        super().__init__()
        self._read = read
        self._take = take
        self._state = read()
        self._scanner: QObject | None = None
        self.web_profile: Callable[[str], QObject | None] = lambda app: None
        """Makes the profile of an app's web view."""

    @Slot(str)
    @Slot(str, "QVariant")
    def send(self, event: str, value: Any = None) -> None:
        """Every touch: `home`, `back`, `open <app>`, `dismissBanner`, `answerPairing`, `shareContacts`, those of
        `phone_app.system_events`, or an app's own event, which goes to the app in front."""
        if isinstance(value, QJSValue):
            value = value.toVariant()
        self._take(event, value)

    def refresh(self) -> None:
        """Something changed; call it as often as you like."""
        old, self._state = self._state, self._read()
        # The screen first: the page that leaves must not be told what belongs to the next one.
        for name in ("screen", *(key for key in self._state if key != "screen")):
            if old.get(name) != self._state[name]:
                getattr(self, f"{name}_changed").emit()

    @Slot(str, result=QObject)
    def webProfile(self, app: str) -> QObject | None:  # noqa: N802 - QML's way of naming
        """The browser profile of an app's web view, or (`""`) one that forgets; loads the browser engine."""
        return self.web_profile(app)

    def set_scanner(self, scanner: QObject) -> None:
        """The camera's controller, made at the first scan."""
        self._scanner = scanner
        self.scanner_changed.emit()

    def _get_scanner(self) -> QObject | None:
        return self._scanner

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

    def _get_app(self) -> dict[str, Any]:
        return dict(self._state["app"])

    def _get_settings(self) -> dict[str, Any]:
        return dict(self._state["settings"])

    def _get_contacts(self) -> dict[str, Any]:
        return dict(self._state["contacts"])

    def _get_web(self) -> dict[str, Any]:
        return dict(self._state["web"])

    def _get_messages(self) -> dict[str, Any]:
        return dict(self._state["messages"])

    def _get_dialer(self) -> dict[str, Any]:
        return dict(self._state["dialer"])

    def _get_browser(self) -> dict[str, Any]:
        return dict(self._state["browser"])

    def _get_store(self) -> dict[str, Any]:
        return dict(self._state["store"])

    def _get_mynapoint(self) -> dict[str, Any]:
        return dict(self._state["mynapoint"])

    screen = Property(MAP, _get_screen, notify=screen_changed)
    """`{app: "home" or an app, name: "home" or "<app>.<screen>", direction, view}`"""
    status = Property(MAP, _get_status, notify=status_changed)
    """`{time, bearer: wifi|cellular|none, technology, battery 0-100, bluetooth, airplane, inNetwork, inCall}`"""
    banner = Property(MAP, _get_banner, notify=banner_changed)
    """`{number, kind, params}`, or {}"""
    overlay = Property(str, _get_overlay, notify=overlay_changed)
    """"" or `incoming`, `pairing`, `openIn`, `service`, `quick`"""
    preferences = Property(MAP, _get_preferences, notify=preferences_changed)
    """`{name, language, night, today}`"""
    bluetooth = Property(MAP, _get_bluetooth, notify=bluetooth_changed)
    app = Property(MAP, _get_app, notify=app_changed)
    """The brand's app in front, or that was last: `{brand, screen, error, user, …}`"""
    settings = Property(MAP, _get_settings, notify=settings_changed)
    contacts = Property(MAP, _get_contacts, notify=contacts_changed)
    web = Property(MAP, _get_web, notify=web_changed)
    """`{front: app whose web view is shown or "", slots: {<app>: {address, number}}}`"""
    messages = Property(MAP, _get_messages, notify=messages_changed)
    dialer = Property(MAP, _get_dialer, notify=dialer_changed)
    browser = Property(MAP, _get_browser, notify=browser_changed)
    store = Property(MAP, _get_store, notify=store_changed)
    """`{screen, apps: [{id, name, icon, kind, size, state, progress, error}], shown, online, installed, removing}`"""
    mynapoint = Property(MAP, _get_mynapoint, notify=mynapoint_changed)
    scanner = Property(QObject, _get_scanner, notify=scanner_changed)
    """`phone_app.scanner.view.ScannerController`, or null before the first scan"""

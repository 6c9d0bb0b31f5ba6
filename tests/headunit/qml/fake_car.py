"""A head unit without rules: every property of the view model's contract can be set, every event is written down."""

from __future__ import annotations

import copy
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

HANA = {
    "key": "d1",
    "name": "青木 花",
    "email": "hana.aoki@example.com",
    "initial": "青",
    "role": "main",
    "hasPin": True,
    "active": True,
}
KEN = {
    "key": "d2",
    "name": "Ken Sato",
    "email": "ken.sato@example.com",
    "initial": "K",
    "role": "co",
    "hasPin": False,
    "active": False,
}
LINK = "http://127.0.0.1:8080/device?user_code=GVPP-MDCH"

AT_REST: dict[str, Any] = {
    "screen": "home",
    "overlay": "",
    "direction": "none",
    "status": {
        "time": "10:24",
        "temperature": "18 °C",
        "driverName": "",
        "initial": "",
        "bars": 3,
        "operator": "NTT DOCOMO",
        "technology": "LTE",
        "bluetooth": False,
        "demo": False,
        "cloudOnline": True,
        "modemPresent": True,
    },
    "drivers": [],
    "activeDriver": {"key": "guest"},
    "selectedDriver": {},
    "brand": {"name": "BMW", "idName": "BMW ID", "appName": "My BMW"},
    "qr": {"state": "loading", "link": "", "userCode": "", "secondsLeft": 0, "lifetime": 600},
    "credentials": {"email": "", "busy": False, "reason": ""},
    "login": {"step": "verifying", "progress": 0.1, "name": ""},
    "sync": {"choice": "cloud"},
    "pin": {"purpose": "set", "stage": "enter", "digits": 0, "attemptsLeft": 5, "mistake": "", "mistakes": 0},
    "esim": {
        "state": "signedOut",
        "station": 0,
        "progress": 0.0,
        "detail": "",
        "operator": "",
        "numberLast4": "",
        "iccid": "",
        "telephony": False,
        "mobileData": False,
        "roaming": False,
        "parentPhone": "",
    },
    "bluetooth": {"scanning": False, "devices": [], "pairing": {}},
    "contacts": [],
    "settings": {
        "language": "en",
        "appearance": "night",
        "night": True,
        "brightness": 100,
        "sounds": True,
        "version": "0.1.0",
    },
    "error": {},
}


class FakeCar(QObject):
    """The contract's properties with one notify signal each, as the real view model has them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.values = copy.deepcopy(AT_REST)
        self.events: list[tuple[str, Any]] = []

    def show(self, **changes: Any) -> None:
        """Set properties; a dict is merged into the present one, a change of screen or overlay comes last."""
        for name, value in changes.items():
            present = self.values[name]
            self.values[name] = {**present, **value} if isinstance(present, dict) and value else value
        self.changed.emit()

    def reset(self, **changes: Any) -> None:
        """Back to rest, then `changes`."""
        keep = self.values["settings"]
        self.values = copy.deepcopy(AT_REST)
        self.values["settings"] = {**keep, "brightness": 100}
        self.show(**changes)

    @Slot(str, "QVariant")
    def send(self, event: str, value: Any) -> None:
        self.events.append((event, value))

    screen = Property(str, lambda self: self.values["screen"], notify=changed)
    overlay = Property(str, lambda self: self.values["overlay"], notify=changed)
    direction = Property(str, lambda self: self.values["direction"], notify=changed)
    status = Property("QVariantMap", lambda self: self.values["status"], notify=changed)
    drivers = Property("QVariantList", lambda self: self.values["drivers"], notify=changed)
    activeDriver = Property("QVariantMap", lambda self: self.values["activeDriver"], notify=changed)
    selectedDriver = Property("QVariantMap", lambda self: self.values["selectedDriver"], notify=changed)
    brand = Property("QVariantMap", lambda self: self.values["brand"], notify=changed)
    qr = Property("QVariantMap", lambda self: self.values["qr"], notify=changed)
    credentials = Property("QVariantMap", lambda self: self.values["credentials"], notify=changed)
    login = Property("QVariantMap", lambda self: self.values["login"], notify=changed)
    sync = Property("QVariantMap", lambda self: self.values["sync"], notify=changed)
    pin = Property("QVariantMap", lambda self: self.values["pin"], notify=changed)
    esim = Property("QVariantMap", lambda self: self.values["esim"], notify=changed)
    bluetooth = Property("QVariantMap", lambda self: self.values["bluetooth"], notify=changed)
    contacts = Property("QVariantList", lambda self: self.values["contacts"], notify=changed)
    settings = Property("QVariantMap", lambda self: self.values["settings"], notify=changed)
    error = Property("QVariantMap", lambda self: self.values["error"], notify=changed)

"""A head unit without rules: every property of the view model's contract can be set, every event is written down."""

from __future__ import annotations

import copy
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from headunit.car_state import SECTIONS

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

SHOWN: dict[str, dict[str, Any]] = {
    "status": {
        "time": "10:24",
        "temperature": "18 °C",
        "bars": 3,
        "operator": "NTT DOCOMO",
        "technology": "LTE",
        "modemPresent": True,
    },
    "brand": {"name": "BMW", "idName": "BMW ID", "appName": "My BMW"},
    "qr": {"lifetime": 600},
    "login": {"progress": 0.1},
    "esim": {"mobileData": False},
    "settings": {"version": "0.1.0"},
}
"""What a car that stands about shows of the contract's sections, where that is more than nothing."""

AT_REST: dict[str, Any] = {
    name: {**value, **SHOWN.get(name, {})} if isinstance(value, dict) else value for name, value in SECTIONS.items()
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

    for _section, _value in SECTIONS.items():
        _kind: Any = "QVariantMap" if isinstance(_value, dict) else "QVariantList" if isinstance(_value, list) else str
        locals()[_section] = Property(_kind, lambda self, name=_section: self.values[name], notify=changed)

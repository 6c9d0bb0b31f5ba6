"""What the screens may know of the car: named sections of plain values, and who wants to hear of changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SECTIONS: dict[str, Any] = {
    "screen": "home",
    "overlay": "",
    "direction": "none",
    "status": {
        "time": "",
        "temperature": "21 °C",
        "driverName": "",
        "initial": "",
        "bars": -1,
        "operator": "",
        "technology": "",
        "bluetooth": False,
        "demo": False,
        "cloudOnline": True,
        "modemPresent": False,
    },
    "drivers": [],
    "activeDriver": {"key": "guest"},
    "selectedDriver": {},
    "brand": {"name": "", "idName": "", "appName": "", "resetWithMainUser": False, "telephonyNeedsPhone": True},
    "vehicle": {"driving": False, "reception": True},
    "link": {"vehicleKey": False, "sync": False, "consents": [], "allowed": 0},
    "qr": {"state": "loading", "link": "", "userCode": "", "secondsLeft": 0, "lifetime": 0},
    "credentials": {"email": "", "busy": False, "reason": ""},
    "login": {"step": "verifying", "progress": 0.0, "name": ""},
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
        "mobileData": True,
        "roaming": False,
        "parentPhone": "",
    },
    "activation": {
        "step": "entering",
        "station": "",
        "offer": {},
        "done": 0,
        "total": 0,
        "profile": {},
        "profiles": [],
        "registration": "",
    },
    "bluetooth": {"scanning": False, "devices": [], "pairing": {}},
    "contacts": [],
    "telephone": {"missing": "guest", "tab": "contacts", "typed": "", "typedShown": "", "typedName": "", "unseen": 0},
    "phoneBook": [],
    "recentCalls": [],
    "calls": {
        "view": "",
        "front": {},
        "second": {},
        "waiting": {},
        "muted": False,
        "keypad": False,
        "tones": "",
        "end": {},
    },
    "settings": {
        "language": "en",
        "appearance": "night",
        "night": True,
        "brightness": 100,
        "sounds": True,
        "version": "",
    },
    "error": {},
}
"""The contract's properties with what they hold before anything is known."""


class CarState:
    """The sections of the contract (docs/architecture.md). Values are replaced, never changed in place."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {
            name: dict(value) if isinstance(value, dict) else value for name, value in SECTIONS.items()
        }
        self._listeners: list[Callable[[str], None]] = []

    def on_change(self, listener: Callable[[str], None]) -> None:
        """Call `listener(section)` after each change."""
        self._listeners.append(listener)

    def get(self, section: str) -> Any:
        """The present value of a section."""
        return self._values[section]

    def put(self, section: str, value: Any) -> None:
        """Replace a section; nobody is told when it is the same."""
        if section not in self._values:
            raise KeyError(section)
        if self._values[section] != value:
            self._values[section] = value
            for listener in self._listeners:
                listener(section)

    def update(self, section: str, **values: Any) -> None:
        """Replace some values of a section that is a map."""
        unknown = values.keys() - SECTIONS[section].keys()
        if unknown:
            raise KeyError(f"{section}: {', '.join(sorted(unknown))}")
        self.put(section, self._values[section] | values)

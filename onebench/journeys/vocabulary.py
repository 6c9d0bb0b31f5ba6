"""The words a journey file may use, and which shape each of them wants."""

from __future__ import annotations

import re

ACTORS = ("car", "phone", "pc")
LANGUAGES = ("ja", "en")
PARTS = ("car", "phone", "pc", "cloud", "carrier", "points")

JOURNEY_KEYS = ("brand", "persona", "title", "about", "start", "steps")
STEP_KEYS = ("say", "actor", "row", "labels", "do", "wait", "within", "expect", "look_for")
USE_KEYS = ("use", "as")
LOOK_FOR_KEYS = ("label", "text", "reason")

ACTIONS = {
    "tap": "id",
    "long_press": "id",
    "show": "id",
    "clear": "id",
    "type": "id: text",
    "choose": "id: text",
    "pin": "prefix: digits",
    "key": "name",
    "keys": "names",
    "scan": "id",
    "clock": "time",
    "fault": "fault",
    "clear_fault": "port",
    "unplug": "modem",
    "plug": "modem",
    "stop": "part",
    "start": "part",
    "restart": "part",
    "camera": "text",
    "browse": "site",
}
"""Action → shape of its argument."""

CONDITIONS = {
    "see": "id",
    "gone": "id",
    "enabled": "id",
    "disabled": "id",
    "text": "text",
    "no_text": "text",
    "contains": "text",
    "value": "id: property: value",
}
"""Condition → shape of its subject; every other condition is a state path: `car.esim.state: connected`."""

OPERATORS = ("is", "not", "in", "at_least", "at_most", "has", "count", "matches")
FAULT_KEYS = ("port", "kind", "count", "delay", "match")

ELEMENT_ID = re.compile(r"(car|phone|pc)(\.[A-Za-z0-9_@:+-]+)+")
ID_PREFIX = re.compile(r"(car|phone|pc)(\.[A-Za-z0-9_@:+-]+)+\.?")
STATE_PATH = re.compile(r"(car|phone|pc)(\.[A-Za-z0-9_]+)+")
VARIABLE = re.compile(r"\$\{([^}]+)\}")
JUMP = re.compile(r"\+(\d+(?:\.\d+)?)(s|m|h|d)")
JUMP_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}

_CAR_STATE = """
screen overlay direction status drivers activeDriver selectedDriver qr credentials login sync pin esim activation
bluetooth contacts settings error notice brand vehicle link
"""
CAR_STATE = frozenset(_CAR_STATE.split())
"""Properties of the head unit's view model (docs/architecture.md, "Head unit")."""

_CAR_SCREENS = """
home bmwId driver addMethod qr emailChoice credentials loggingIn loginFailed sync pinOffer pinEntry pinDone
profileReady pinAsk mobileDevices bluetooth personalEsim telephone settings activationCode
vehicleKey moreSettings consents myId
"""
CAR_SCREENS = frozenset(_CAR_SCREENS.split())
"""Screens of the head unit (docs/architecture.md)."""


def seconds(jump: str) -> float:
    """`+10m` as seconds of the bench's clock; `ValueError` for anything else."""
    found = JUMP.fullmatch(jump)
    if found is None:
        raise ValueError(jump)
    return float(found[1]) * JUMP_UNITS[found[2]]

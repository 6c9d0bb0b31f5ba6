"""The words a journey file may use, and which shape each of them wants."""

from __future__ import annotations

import re

WINDOWS = ("car", "phone", "pc")
ACCESSORY = re.compile(r"(watch6|watch-se|on01)(-[2-9])?")
"""A simulated accessory, by its kind (`accessories.kinds`), and a number where there are several of a kind."""
LANGUAGES = ("ja", "en")
PARTS = (*WINDOWS, "cloud", "carrier", "points")

JOURNEY_KEYS = ("brand", "track", "persona", "title", "about", "start", "steps")
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
    "memo": "name: id",
    "call_in": "call",
    "answer_in": "number",
    "end_call": "number",
    "sms_in": "message",
    "coverage": "actor: on|off",
    "release": "accessory",
    "drive": "car",
    "park": "car",
    "reception": "place",
    "brand": "brand",
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
    "event": "event",
    "no_event": "event",
    "at": "line",
    "no_at": "line",
}
"""Condition → shape of its subject; every other condition is a state path: `car.esim.state: connected`."""

PLACES = ("garage", "open")
OPERATORS = ("is", "not", "in", "at_least", "at_most", "has", "count", "matches")
FAULT_KEYS = ("port", "kind", "count", "delay", "match")
CALL_KEYS = ("number", "to")
MESSAGE_KEYS = ("number", "text", "to")
EVENT_KEYS = ("kind", "actor", "data", "count")
WITNESSES = ("event", "no_event", "at", "no_at")
"""Conditions that ask the network itself: what it told the log, and what it told the car's modem."""

ELEMENT_ID = re.compile(r"(car|phone|pc|accessory)(\.[A-Za-z0-9_@:+-]+)+")
ID_PREFIX = re.compile(r"(car|phone|pc|accessory)(\.[A-Za-z0-9_@:+-]+)+\.?")
STATE_PATH = re.compile(rf"(car|phone|pc|{ACCESSORY.pattern})(\.[A-Za-z0-9_]+)+")
VARIABLE = re.compile(r"\$\{([^}]+)\}")
JUMP = re.compile(r"\+(\d+(?:\.\d+)?)(s|m|h|d)")
JUMP_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}

_CAR_STATE = """
screen overlay direction status drivers activeDriver selectedDriver qr credentials login sync pin esim activation
bluetooth contacts settings error notice brand vehicle link
telephone phoneBook recentCalls calls
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


def is_actor(name: object) -> bool:
    """Whether a step can be done there: a window or an accessory (`watch6`, `on01-2`)."""
    return name in WINDOWS or is_accessory(name)


def is_accessory(name: object) -> bool:
    """Whether this is the name of a simulated accessory."""
    return isinstance(name, str) and ACCESSORY.fullmatch(name) is not None


def seconds(jump: str) -> float:
    """`+10m` as seconds of the bench's clock; `ValueError` for anything else."""
    found = JUMP.fullmatch(jump)
    if found is None:
        raise ValueError(jump)
    return float(found[1]) * JUMP_UNITS[found[2]]

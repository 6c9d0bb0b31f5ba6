"""When the car telephones, and what its telephone page says while it does not (BMW-JP-CAR-12b, -13a, row X-08)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from core.phone_numbers import grouped
from headunit.flow.drivers import GUEST

TABS = ("contacts", "recents", "keypad")
KEYS = "0123456789*#+"
LONGEST = 24
_NUMBER = re.compile(r"\+?[0-9*#]{1,40}")
_SERVICE_CODE = re.compile(r"[*#]{1,3}\d[\d*#]*#")
"""A supplementary service (TS 22.030 §6.5.2): those of this line are for devices that have messages (ONE-SMS-12)."""


def missing(driver: str, esim: dict[str, Any], *, needs_phone: bool, has_modem: bool) -> str:
    """Why there is no telephone now, "" when there is: `guest`, `noModem`, `notActivated`, `settingUp`, `noPhone`,
    `switchedOff`, `noNetwork`. `driver` is the key of whoever drives, `esim` the contract's section.
    """
    if driver == GUEST or esim["state"] == "signedOut":
        return "guest"
    if esim["state"] == "notActivated":
        return "notActivated"
    if esim["state"] in ("checking", "settingUp", "failed"):
        return "settingUp"
    if not esim["telephony"]:
        return "switchedOff" if esim["parentPhone"] or not needs_phone else "noPhone"
    if not has_modem:
        return "noModem"
    return "" if esim["state"] == "connected" else "noNetwork"


def may_ring(driver: str, esim: dict[str, Any]) -> bool:
    """Whether a call that the modem announces is for the car (row X-08: else there is data only).

    While the eSIM is looked after it may ring all the same: the network has just proved that it is there.
    """
    return driver != GUEST and bool(esim["telephony"]) and esim["state"] not in ("signedOut", "notActivated")


def is_service_code(number: str) -> bool:
    """Whether it is an order to the network and no number."""
    return _SERVICE_CODE.fullmatch(number) is not None


def can_be_called(number: str) -> bool:
    """Whether a modem can dial it (TS 27.007 §6.2), written without signs between the digits."""
    return _NUMBER.fullmatch(number) is not None


def typed_with(typed: str, key: str) -> str:
    """The number being typed with one key more; a plus comes first only."""
    if len(key) != 1 or key not in KEYS or len(typed) >= LONGEST or (key == "+" and typed):
        return typed
    return typed + key


def rows_of(contacts: Sequence[dict[str, Any]]) -> list[dict[str, str]]:
    """The contacts as they are called: one row for each number, `{key, name, number, shown}`."""
    rows: list[dict[str, str]] = []
    keys: set[str] = set()
    for contact in contacts:
        for number in contact["numbers"]:
            key = base = "n" + "".join(sign for sign in number if sign.isdecimal())
            count = 1
            while key in keys:
                count += 1
                key = f"{base}x{count}"
            keys.add(key)
            rows.append({"key": key, "name": str(contact["name"]), "number": number, "shown": grouped(number)})
    return rows

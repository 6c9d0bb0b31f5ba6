"""Rules of the car maker's side: which number was meant, how a link request ends, what a car may do with the line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.errors import BenchError

OPERATORS = {"JP": {"docomo": "NTT DOCOMO"}}
"""Operators by country (ISO 3166-1): the guides know one of each."""


class RequestState(StrEnum):
    """LinkRequest OPEN → USED | EXPIRED; the three ends of USED are told apart."""

    OPEN = "open"
    LINKED = "linked"
    DENIED = "denied"
    FAILED = "failed"
    EXPIRED = "expired"


def clean_number(text: object, *, last4: bool) -> str:
    """The digits of a typed telephone number, or of its last four. Raises `esim.number_invalid`."""
    plain = unicodedata.normalize("NFKC", text) if isinstance(text, str) else ""
    digits = re.sub(r"[\s\-‐‑–—−ー().]", "", plain)
    if not last4 and digits.startswith("+81"):
        digits = "0" + digits[3:].removeprefix("0")
    if not re.fullmatch(r"[0-9]{4}" if last4 else r"0[0-9]{9,10}", digits):
        raise BenchError("esim.number_invalid", field="number_last4" if last4 else "number")
    return digits


def same_number(typed: str, number: str) -> bool:
    """Whether what was typed is this line: all of its number, or the last four digits."""
    return bool(number) and (number[-4:] == typed if len(typed) == 4 else number == typed)


def request_state(state: str, *, expires_at: float, now: float) -> RequestState:
    """An open request ends by itself."""
    found = RequestState(state)
    return RequestState.EXPIRED if found is RequestState.OPEN and now >= expires_at else found


@dataclass(frozen=True)
class LinkFacts:
    """What is known of a link. `heard`: the operator has answered at least once."""

    linked: bool
    heard: bool = True
    eligible: bool = True
    slots: int = 0
    reserved: str = ""
    reason: str = ""


@dataclass(frozen=True)
class CarFacts:
    """A person's eSIM in one car."""

    vin: str
    iccid: str
    state: str


def standing(link: LinkFacts | None, cars: Sequence[CarFacts], vin: str | None) -> tuple[str, str, str]:
    """`(state, ICCID, reason)` of a person's eSIM seen from the car `vin`, or without regard to one.

    Reasons of `none`: `not_linked`, `carrier_unreachable`, `released`, `no_contract`, `used_in_other_vehicle`,
    `no_free_slot`.
    """
    if link is None or not link.linked:
        return "none", "", (link.reason if link else "") or "not_linked"
    living = [car for car in cars if car.state in ("ready", "active")]
    mine = [car for car in cars if vin in (None, car.vin)]
    for state in ("active", "ready"):
        if found := next((car for car in mine if car.state == state), None):
            return (state, found.iccid, "") if state == "active" or link.eligible else ("none", "", "no_contract")
    if any(car.state == "released" for car in mine):
        return "none", "", "released"
    if not link.heard:
        return "none", "", "carrier_unreachable"
    if not link.eligible:
        return "none", "", "no_contract"
    if link.slots > 0 and link.reserved:
        return "ready", link.reserved, ""
    return "none", "", "used_in_other_vehicle" if living else "no_free_slot"

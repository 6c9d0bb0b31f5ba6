"""Service codes of the receive priority (TS 22.030 §6.5.2; rows ONE-SMS-08 to -16): who may set what, from where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from cloud.network.rules.subscribers import PHONE, WATCH, Subscriber

Wish = Literal["phone", "accessory", "ask"]
Answer = Literal[
    "phone_first", "accessory_first", "this_first", "only_from_phone", "only_from_accessory", "no_effect", "no_messages"
]

_CODES: dict[str, Wish] = {"0": "phone", "1": "accessory"}
_SET = re.compile(r"\*?103\*(?:7\*)?([01])#")
"""`*103*0#`, and as some models show and send it, `103*7*0#` (ONE-SMS-13)."""
_ASK = re.compile(r"\*#103#")


def parse(text: str) -> Wish | None:
    """What a service string asks for; None for one that is not of this service."""
    code = text.strip()
    if _ASK.fullmatch(code):
        return "ask"
    match = _SET.fullmatch(code)
    return _CODES[match[1]] if match else None


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer, and the new priority (an IMSI, "" the phone) if it changes."""

    answer: Answer
    priority: str | None = None


def decide(wish: Wish, device: Subscriber, first: Subscriber | None) -> Decision:
    """What a code sent by `device` does while `first` is preferred (ONE-SMS-08: only for itself; -11: not a watch)."""
    if device.kind == WATCH:
        return Decision("no_effect")
    if wish == "ask":
        if first is None or first.kind == PHONE:
            return Decision("phone_first")
        return Decision("this_first" if first.imsi == device.imsi else "accessory_first")
    if not device.has_messages:
        return Decision("no_messages")
    if wish == "phone":
        return Decision("phone_first", "") if device.kind == PHONE else Decision("only_from_phone")
    return Decision("this_first", device.imsi) if device.kind != PHONE else Decision("only_from_accessory")

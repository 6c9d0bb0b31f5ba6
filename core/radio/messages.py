"""What both ends of the radio share: values, words and the few rules of numbering. No sockets here.

A device sends `attach`, `detach`, `submit`, `ack`, `dial`, `answer`, `hang_up`, `hold`, `retrieve`, `swap`, `tone`,
`ussd`; the network sends `attached`, `denied`, `detached`, `invite`, `sms`, `submitted`, `sent`, `call`, `ussd`,
`error`. `because` is the event that led to a message. Lines of calls are numbers that both ends give: odd ones the
device, even ones the network.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

CallState = Literal["offered", "alerting", "connected", "waiting", "held", "ended"]
Cause = Literal[
    "",
    "normal",
    "busy",
    "declined",
    "no_answer",
    "unreachable",
    "unknown_number",
    "not_allowed",
    "answered_elsewhere",
    "group_busy",
    "emergency",
    "coverage",
]
"""Why a call ended. `group_busy`: another device of the same number is in a call; `emergency`: an emergency call of
another device took its place; `coverage`: the radio link of an end broke."""

SmsState = Literal["sent", "delivered", "failed"]
UNKNOWN_SUBSCRIBER, NOT_ALLOWED, REPLACED = "unknown_subscriber", "not_allowed", "replaced"
"""Why a device may not register, or no longer."""


@dataclass(frozen=True, slots=True)
class Sms:
    """A short message as a person reads it. `sender` is a number or a name, `at` when the service centre took it."""

    id: str
    sender: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SentElsewhere:
    """A text that the paired device sent: phone and watch show the same sent messages (ONE-SMS-06)."""

    id: str
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class CallEvent:
    """News of a call. `number` is the other side (empty: withheld); `cause` only with `ended`."""

    line: int
    state: CallState
    number: str = ""
    cause: Cause = ""

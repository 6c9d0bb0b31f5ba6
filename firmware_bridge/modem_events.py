"""Unsolicited codes as news for those who use a modem."""

from __future__ import annotations

from firmware_bridge import status
from firmware_bridge.at.command import Notice
from firmware_bridge.at.notices import REGISTRATION, prefix_of
from firmware_bridge.at.values import arguments_of
from firmware_bridge.types import ModemEvent


def event_of(notice: Notice) -> ModemEvent:
    """The kind and the data of `notice` (kinds: see `ModemEvent`)."""
    prefix = prefix_of(notice.line)
    if prefix in REGISTRATION:
        now = status.parse_registration_notice(notice.line)
        data = {"state": now.state, "technology": now.technology, "tac": now.tac, "cell": now.cell}
        return ModemEvent("registration", data)
    if notice.line == "RING" or prefix in ("+CRING", "+CLIP"):
        return ModemEvent("ring", {"number": arguments_of(notice.line)[0]} if prefix == "+CLIP" else {})
    if prefix == "+CCWA":
        return ModemEvent("waiting", {"number": arguments_of(notice.line)[0]})
    if notice.line in ("NO CARRIER", "BUSY", "NO ANSWER"):
        return ModemEvent("call_ended", {"reason": notice.line})
    if prefix in ("+CPIN", "+QUSIM", "+QSIMSTAT", "+SIM", "^SIMST"):
        return ModemEvent("sim", {"line": notice.line})
    if prefix in ("+CMTI", "+CMT", "+CDS", "+CBM"):
        return ModemEvent("message", {"line": notice.line, "body": notice.body})
    if notice.line == "RDY" or prefix == "^SYSSTART":
        return ModemEvent("restarted")
    return ModemEvent("other", {"line": notice.line, "body": notice.body})

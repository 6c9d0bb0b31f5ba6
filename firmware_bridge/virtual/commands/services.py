"""Services by code (+CUSD) and the indicators (TS 27.007 §7.15, §8.9)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from firmware_bridge.virtual.charsets import from_wire
from firmware_bridge.virtual.commands.sim import ready_files
from firmware_bridge.virtual.commands.table import BAD_PARAMETERS, NO_NETWORK, AtError, Call, command, tested
from firmware_bridge.virtual.indicators import RANGES, indicators

_UCS2_DIGITS = re.compile(r"(?:00[2-3][0-9A-Fa-f])+")
_CODE = re.compile(r"[*#0-9][0-9*#]*|[\x20-\x7e]{1,182}")

tested("+CUSD", "TS 27.007 §7.15", "+CUSD: (0-2)")
tested("+CIND", "TS 27.007 §8.9", "+CIND: " + ",".join(f'("{name}",({span}))' for name, span in RANGES.items()))


@command("+CUSD", "read")
def _told(call: Call) -> Iterable[str]:
    return (f"+CUSD: {call.session.values.get('+CUSD', ('0',))[0]}",)


@command("+CUSD", "set")
def _ask(call: Call) -> Iterable[str]:
    call.session.values["+CUSD"] = (str(call.choice((0, 1, 2))),)
    if call.count < 2 or call.choice((0, 1, 2)) == 2:
        return ()
    text = service_text(call)
    ready_files(call)
    if not call.device.radio.registered:
        raise AtError(NO_NETWORK)
    call.device.core.ussd(call.device.imsi, text)
    return ()


def service_text(call: Call) -> str:
    """What was asked: in the character set, or UCS2 digits or plain letters against it, as clients send them."""
    wire = call.text(1)
    if _UCS2_DIGITS.fullmatch(wire) and len(wire) % 4 == 0:
        return from_wire(wire, "UCS2")
    try:
        text = from_wire(wire, call.session.charset)
    except ValueError:
        text = wire
    if not _CODE.fullmatch(text):
        raise AtError(BAD_PARAMETERS)
    return text


@command("+CIND", "read")
def _now(call: Call) -> Iterable[str]:
    return ("+CIND: " + ",".join(map(str, indicators(call.device))),)

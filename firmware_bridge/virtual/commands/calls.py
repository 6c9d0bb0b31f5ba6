"""Voice calls and what users set about them (V.250 §6.3, TS 27.007 §6, §7)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from firmware_bridge.virtual.calls import CallRefused
from firmware_bridge.virtual.commands.dialling import DialString, parse_dial
from firmware_bridge.virtual.commands.sim import ready_files
from firmware_bridge.virtual.commands.table import (
    BAD_PARAMETERS,
    NO_NETWORK,
    NOT_FOUND,
    AtError,
    Call,
    Ends,
    command,
    fixed,
    setting,
    tested,
)
from firmware_bridge.virtual.phonebook import SIZES, Entry

NO_CARRIER = "NO CARRIER"
FORWARDING_REASONS = range(6)
_TONES = re.compile(r"[0-9*#A-D,]+", re.IGNORECASE)

setting("+COLP", "TS 27.007 §7.8", "(0,1)", "0")
setting("+CLIP", "TS 27.007 §7.6", "(0,1)", "0")
setting("+CCWA", "TS 27.007 §7.12", "(0,1)", "0")
setting("+CLIR", "TS 27.007 §7.7", "(0-2)", "0")
tested("+CHLD", "TS 27.007 §7.13", "+CHLD: (0,1,1x,2,2x,3,4)")
tested("+CHUP", "TS 27.007 §6.5")
tested("+CLCC", "TS 27.007 §7.18")
tested("+CEER", "TS 27.007 §6.10")
tested("+VTS", "TS 27.007 §C.2.11", "+VTS: (0-9,*,#,A,B,C,D)")
tested("+CCFC", "TS 27.007 §7.11", "+CCFC: (0-5)")


@command("+CLIP", "read")
def _shown(call: Call) -> Iterable[str]:
    return (f"+CLIP: {call.session.number('+CLIP')},1",)


@command("+COLP", "read")
def _connected_shown(call: Call) -> Iterable[str]:
    return (f"+COLP: {call.session.number('+COLP')},1",)


@command("+CLIR", "read")
def _hidden(call: Call) -> Iterable[str]:
    return (f"+CLIR: {call.session.number('+CLIR')},4",)  # temporary mode, presentation allowed


@command("D", clause="V.250 §6.3.1, TS 27.007 §6.2")
def _dial(call: Call) -> Iterable[str]:
    wanted = parse_dial(call.request.raw)
    if wanted is None:
        raise AtError(BAD_PARAMETERS)
    if wanted.data:
        return _connect(call, wanted)
    number = _number(call, wanted)
    ready_files(call)
    if not call.device.radio.registered:
        raise AtError(NO_NETWORK)
    if wanted.service:
        call.device.core.ussd(call.device.imsi, number)
        return ()
    if not wanted.voice:
        raise Ends(NO_CARRIER)  # circuit-switched data is not there
    try:
        call.device.telephony.dial(number)
    except CallRefused as refused:
        raise AtError() from refused
    return ()


def _connect(call: Call, wanted: DialString) -> Iterable[str]:
    context = call.device.packet.contexts.get(wanted.context)
    if context is None or not call.device.radio.registered:
        raise Ends(NO_CARRIER)
    context.active = True
    call.session.go_online()
    raise Ends("CONNECT")


def _number(call: Call, wanted: DialString) -> str:
    """The number itself, or from a phone book by place or name, or the last one."""
    if not wanted.from_book:
        return wanted.number
    book = call.device.phone_book
    storage = wanted.storage or call.session.phone_book
    if storage not in SIZES:
        raise AtError(BAD_PARAMETERS)
    for place, entry in sorted(book.entries(storage).items()):
        if wanted.number in (str(place), entry.name):
            return entry.number
    raise AtError(NOT_FOUND)


@command("A", clause="V.250 §6.3.5")
def _answer(call: Call) -> Iterable[str]:
    try:
        call.device.telephony.answer()
    except CallRefused as refused:
        raise Ends(NO_CARRIER) from refused
    return ()


@command("H", clause="V.250 §6.3.6")
def _hook(call: Call) -> Iterable[str]:
    if call.session.number("+CVHU") != 1:  # 1: ignored, and still OK
        call.device.telephony.hang_up()
    return ()


@command("+CHUP", "execute")
def _hang_up(call: Call) -> Iterable[str]:
    call.device.telephony.hang_up()
    return ()


@command("O", clause="V.250 §6.3.7")
def _online(call: Call) -> Iterable[str]:
    if not any(context.active for context in call.device.packet.contexts.values()):
        raise Ends(NO_CARRIER)
    call.session.go_online()
    raise Ends("CONNECT")


@command("+CHLD", "set")
def _hold(call: Call) -> Iterable[str]:
    digits = call.text(0)
    if not re.fullmatch(r"[0-4]|[12][1-7]", digits):
        raise AtError(BAD_PARAMETERS)
    try:
        call.device.telephony.operate(int(digits[0]), int(digits[1:] or 0))
    except CallRefused as refused:
        raise AtError() from refused
    return ()


@command("+CLCC", "execute")
def _list(call: Call) -> Iterable[str]:
    lines = []
    for item in sorted(call.device.telephony.calls.all, key=lambda item: item.index):
        line = f"+CLCC: {item.index},{int(not item.outgoing)},{int(item.state)},0,{int(item.conference)}"
        lines.append(f'{line},"{item.number}",{Entry(item.number).kind}' if item.number else line)
    return lines


@command("+CEER", "execute")
def _reason(call: Call) -> Iterable[str]:
    return (f"+CEER: {call.device.telephony.last_reason or 'No cause information available'}",)


@command("+CCWA", "set")
def _waiting(call: Call) -> Iterable[str]:
    mode = call.choice((0, 1, 2), 1, default=3) if call.count > 1 else None
    if call.text(0):
        call.session.values["+CCWA"] = (str(call.choice((0, 1))),)
    if mode == 2:
        return (f"+CCWA: {int(call.device.telephony.waiting_allowed)},1",)
    if mode is not None:
        call.device.telephony.waiting_allowed = bool(mode)
    return ()


@command("+CCWA", "read")
def _waiting_told(call: Call) -> Iterable[str]:
    return (f"+CCWA: {call.session.number('+CCWA')}",)


@command("+CCFC", "set")
def _forwarding(call: Call) -> Iterable[str]:
    reason = call.choice(FORWARDING_REASONS)
    mode = call.choice(range(5), 1)
    if not call.device.radio.registered:
        raise AtError(NO_NETWORK)
    return _forward(call, reason, mode)


def _forward(call: Call, reason: int, mode: int) -> Iterable[str]:
    kept = call.device.telephony.forwarding
    if mode == 2:
        number = kept.get(reason, "")
        return (f'+CCFC: 1,1,"{number}",{Entry(number).kind}' if number else "+CCFC: 0,1",)
    if mode in (1, 3) and call.text(2):
        kept[reason] = call.text(2)
    elif mode == 4:
        kept.pop(reason, None)
    elif mode == 3:
        raise AtError(BAD_PARAMETERS)
    return ()


@command("+VTS", "set")
def _tone(call: Call) -> Iterable[str]:
    if not _TONES.fullmatch(call.request.raw.replace('"', "")):
        raise AtError(BAD_PARAMETERS)
    if not call.device.telephony.calls.all:
        raise AtError()
    return ()


for _name in ("A", "H", "O"):
    fixed(_name, "read")

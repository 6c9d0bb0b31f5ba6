"""Registration, operator and signal (TS 27.007 §7.2, §7.3, §8.5, §8.69, §10.1)."""

from __future__ import annotations

from collections.abc import Iterable

from firmware_bridge.virtual.commands.table import (
    BAD_INDEX,
    BAD_PARAMETERS,
    NO_NETWORK,
    AtError,
    Call,
    command,
    fixed,
    tested,
)
from firmware_bridge.virtual.radio import LTE
from firmware_bridge.virtual.session import REGISTRATION_NAMES

UNKNOWN_99, UNKNOWN_255 = 99, 255
PREFERRED_PLACES = 10
CLAUSES = ("TS 27.007 §7.2", "TS 27.007 §10.1.20", "TS 27.007 §10.1.22", "TS 27.007 §10.1.47")


@command("+CSQ", "execute", clause="TS 27.007 §8.5")
def _signal(call: Call) -> Iterable[str]:
    radio = call.device.radio
    if radio.rssi is None or not radio.registered:
        return (f"+CSQ: {UNKNOWN_99},{UNKNOWN_99}",)
    return (f"+CSQ: {_clamp((radio.rssi + 113) // 2, 31)},{UNKNOWN_99}",)


fixed("+CSQ", "test", "+CSQ: (0-31,99),(0-7,99)")


@command("+CESQ", "execute", clause="TS 27.007 §8.69")
def _extended_signal(call: Call) -> Iterable[str]:
    radio = call.device.radio
    rsrq = rsrp = UNKNOWN_255
    if radio.registered:
        rsrp = UNKNOWN_255 if radio.rsrp is None else _clamp(radio.rsrp + 141, 97)
        rsrq = UNKNOWN_255 if radio.rsrq is None else _clamp(round((radio.rsrq + 20) * 2), 34)
    return (f"+CESQ: {UNKNOWN_99},{UNKNOWN_99},{UNKNOWN_255},{UNKNOWN_255},{rsrq},{rsrp}",)


fixed("+CESQ", "test", "+CESQ: (0-63,99),(0-7,99),(0-96,255),(0-49,255),(0-34,255),(0-97,255)")


def _registration(name: str, clause: str) -> None:
    def read(call: Call) -> Iterable[str]:
        level = call.session.registration_reports[name]
        return (f"{name}: {level},{call.session.registration(name, level)}",)

    def change(call: Call) -> Iterable[str]:
        call.session.registration_reports[name] = call.choice((0, 1, 2))
        return ()

    command(name, "read", clause=clause)(read)
    command(name, "set")(change)
    fixed(name, "test", f"{name}: (0-2)")


for _name, _clause in zip(REGISTRATION_NAMES, CLAUSES, strict=True):
    _registration(_name, _clause)


@command("+COPS", "read", clause="TS 27.007 §7.3")
def _operator(call: Call) -> Iterable[str]:
    network = call.device.radio.network
    if network is None:
        return (f"+COPS: {0 if call.device.radio.wanted else 2}",)
    kind = call.session.operator_format
    name = network.plmn if kind == 2 else network.name
    return (f'+COPS: 0,{kind},"{name}",{LTE}',)


@command("+COPS", "set")
def _select_operator(call: Call) -> Iterable[str]:
    radio = call.device.radio
    mode = call.choice((0, 1, 2, 3, 4))
    if mode == 3:
        call.session.operator_format = call.choice((0, 1, 2), 1)
    elif mode == 2:
        radio.wanted = False
        radio.stop()
    else:
        arguments = call.request.arguments
        if mode == 1 and len(arguments) < 3:
            raise AtError(BAD_PARAMETERS)
        files = call.device.files
        if mode == 1 and (files is None or arguments[2] not in (files.imsi[:5], files.provider)):
            raise AtError(NO_NETWORK)
        radio.wanted = True
        if not radio.registered:
            call.device.start_radio()
    return ()


@command("+COPS", "test")
def _operators(call: Call) -> Iterable[str]:
    network = call.device.radio.network
    found = f'(2,"{network.name}","{network.name}","{network.plmn}",{LTE})' if network else ""
    return (f"+COPS: {found},,(0-4),(0-2)",)


@command("+COPN", "execute", clause="TS 27.007 §7.21")
def _names(call: Call) -> Iterable[str]:
    network = call.device.radio.network
    return (f'+COPN: "{network.plmn}","{network.name}"',) if network else ()


fixed("+COPN", "test")


@command("+CPOL", "read", clause="TS 27.007 §7.19")
def _preferred(call: Call) -> Iterable[str]:
    return [f'+CPOL: {place},2,"{plmn}"' for place, plmn in sorted(call.device.preferred_networks.items())]


@command("+CPOL", "set")
def _prefer(call: Call) -> Iterable[str]:
    place = call.request.number(0)
    if not 1 <= place <= PREFERRED_PLACES:
        raise AtError(BAD_INDEX)
    plmn = call.text(2)
    if call.count == 1:
        call.device.preferred_networks.pop(place, None)
    elif call.choice((0, 1, 2), 1) != 2 or not (plmn.isdigit() and len(plmn) in (5, 6)):
        raise AtError(BAD_PARAMETERS)
    else:
        call.device.preferred_networks[place] = plmn
    return ()


tested("+CPOL", "TS 27.007 §7.19", f"+CPOL: (1-{PREFERRED_PLACES}),(0-2)")


def _clamp(value: int, highest: int) -> int:
    return max(0, min(highest, value))

"""Packet data (TS 27.007 §10.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firmware_bridge.at.values import split_arguments
from firmware_bridge.virtual.commands.table import (
    BAD_PARAMETERS,
    NO_NETWORK,
    NOT_ALLOWED,
    AtError,
    Call,
    Ends,
    command,
    fixed,
    tested,
)
from firmware_bridge.virtual.packet import MOST_CONTEXTS, TYPES, Context

LINK_LOCAL_DNS = "192.0.2.53"
GATEWAY = "192.0.2.254"
EMPTY_TAIL = "0,0"

fixed("+CGDCONT", "test", *(f'+CGDCONT: (1-{MOST_CONTEXTS}),"{kind}",,,(0),(0)' for kind in TYPES))
tested("+CGATT", "TS 27.007 §10.1.9", "+CGATT: (0,1)")
tested("+CGACT", "TS 27.007 §10.1.10", "+CGACT: (0,1)")
tested("+CGDATA", "TS 27.007 §10.1.12", '+CGDATA: ("PPP")')


@command("+CGDCONT", "read", clause="TS 27.007 §10.1.1")
def _contexts(call: Call) -> Iterable[str]:
    return [
        f'+CGDCONT: {number},"{item.kind}","{item.apn}","",{EMPTY_TAIL}'
        for number, item in sorted(call.device.packet.contexts.items())
    ]


@command("+CGDCONT", "set")
def _define(call: Call) -> Iterable[str]:
    number = call.request.number(0)
    contexts = call.device.packet.contexts
    if not 1 <= number <= MOST_CONTEXTS:
        raise AtError(BAD_PARAMETERS)
    if call.count == 1:
        contexts.pop(number, None)
        return ()
    kind = call.text(1, TYPES[0]).upper()
    if kind not in TYPES:
        raise AtError(BAD_PARAMETERS)
    active = contexts[number].active if number in contexts else False
    contexts[number] = Context(kind, call.text(2), active)
    return ()


@command("+CGATT", "read")
def _attached(call: Call) -> Iterable[str]:
    return (f"+CGATT: {int(call.device.radio.registered)}",)


@command("+CGATT", "set")
def _attach(call: Call) -> Iterable[str]:
    radio = call.device.radio
    if not call.choice((0, 1)):
        radio.stop()  # LTE knows no registration without packet service
    elif not radio.registered:
        if call.device.files is None:
            raise AtError(NO_NETWORK)
        call.device.start_radio()
    return ()


@command("+CGACT", "read")
def _active(call: Call) -> Iterable[str]:
    return [f"+CGACT: {number},{int(item.active)}" for number, item in sorted(call.device.packet.contexts.items())]


@command("+CGACT", "set")
def _activate(call: Call) -> Iterable[str]:
    on = bool(call.choice((0, 1)))
    if on and not call.device.radio.registered:
        raise AtError(NO_NETWORK)
    for _, context in list(_chosen(call, 1)):
        context.active = on
    return ()


@command("+CGPADDR", "execute", "set", clause="TS 27.007 §10.1.14")
def _addresses(call: Call) -> Iterable[str]:
    lines = []
    for number, context in _chosen(call, 0):
        found = context.addresses(number) if context.active else ()
        lines.append(",".join((f"+CGPADDR: {number}", *(f'"{item}"' for item in found))))
    return lines


@command("+CGPADDR", "test")
def _address_numbers(call: Call) -> Iterable[str]:
    return (f"+CGPADDR: ({','.join(str(number) for number in sorted(call.device.packet.contexts))})",)


@command("+CGCONTRDP", "execute", "set", clause="TS 27.007 §10.1.23")
def _parameters(call: Call) -> Iterable[str]:
    return [
        f'+CGCONTRDP: {number},{4 + number},"{context.apn}","{context.addresses(number)[0]}","{GATEWAY}"'
        f',"{LINK_LOCAL_DNS}"'
        for number, context in _chosen(call, 0)
        if context.active
    ]


@command("+CGCONTRDP", "test")
def _parameter_numbers(call: Call) -> Iterable[str]:
    contexts = call.device.packet.contexts
    return (f"+CGCONTRDP: ({','.join(str(number) for number in sorted(contexts) if contexts[number].active)})",)


@command("+CGDATA", "set")
def _data(call: Call) -> Iterable[str]:
    if call.text(0, "PPP").upper() != "PPP":
        raise AtError(NOT_ALLOWED)
    if not call.device.radio.registered:
        raise Ends("NO CARRIER")
    for _, context in list(_chosen(call, 1))[:1]:
        context.active = True
    call.session.go_online()
    raise Ends("CONNECT")


def _chosen(call: Call, first: int) -> Iterator[tuple[int, Context]]:
    """The contexts that the arguments from `first` on name; all without any. Raises `AtError`."""
    contexts = call.device.packet.contexts
    named = split_arguments(call.request.raw)[first:]
    for index in range(len(named)):
        if call.request.number(first + index) not in contexts:
            raise AtError(BAD_PARAMETERS)
    numbers = [call.request.number(first + index) for index in range(len(named))] or sorted(contexts)
    return iter([(number, contexts[number]) for number in numbers])

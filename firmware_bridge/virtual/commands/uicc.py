"""The card behind the modem: +CCHO, +CGLA, +CCHC and +CSIM (TS 27.007 §8.17, §8.43 to §8.46)."""

from __future__ import annotations

from collections.abc import Iterable

from firmware_bridge.virtual.commands.table import BAD_PARAMETERS, NOT_FOUND, SIM_BUSY, AtError, Call, command, fixed

for _name in ("+CCHO", "+CGLA", "+CCHC", "+CSIM"):
    fixed(_name, "test")


def _ready(call: Call) -> None:
    if call.device.sim_busy:
        raise AtError(SIM_BUSY)


def _apdu(call: Call, index: int) -> bytes:
    """The length in hex digits and the digits that follow it, quoted or not; they must agree."""
    arguments = call.request.arguments
    if len(arguments) != index + 2:
        raise AtError(BAD_PARAMETERS)
    text = arguments[index + 1]
    try:
        apdu = bytes.fromhex(text)
    except ValueError as error:
        raise AtError(BAD_PARAMETERS) from error
    if call.request.number(index) != len(text) or len(apdu) < 4:
        raise AtError(BAD_PARAMETERS)
    return apdu


@command("+CCHO", "set")
def _open(call: Call) -> Iterable[str]:
    _ready(call)
    try:
        aid = bytes.fromhex(call.request.arguments[0])
    except (IndexError, ValueError) as error:
        raise AtError(BAD_PARAMETERS) from error
    session = call.device.open_session(aid) if 5 <= len(aid) <= 16 else None
    if session is None:
        raise AtError(NOT_FOUND)
    return (f"+CCHO: {session}",)


@command("+CGLA", "set")
def _transmit(call: Call) -> Iterable[str]:
    _ready(call)
    answer = call.device.session_apdu(call.request.number(0), _apdu(call, 1))
    if answer is None:
        raise AtError(NOT_FOUND)
    text = answer.hex().upper()
    return (f'+CGLA: {len(text)},"{text}"',)


@command("+CCHC", "set")
def _close(call: Call) -> Iterable[str]:
    if not call.device.close_session(call.request.number(0)):
        raise AtError(NOT_FOUND)
    return ()


@command("+CSIM", "set")
def _basic(call: Call) -> Iterable[str]:
    _ready(call)
    text = call.device.basic_apdu(_apdu(call, 0)).hex().upper()
    return (f'+CSIM: {len(text)},"{text}"',)

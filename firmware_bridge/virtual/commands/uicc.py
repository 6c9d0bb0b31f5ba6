"""The card behind the modem: +CCHO, +CGLA, +CCHC and +CSIM (TS 27.007 §8.17, §8.43 to §8.46)."""

from __future__ import annotations

from collections.abc import Iterable

from firmware_bridge.at.values import split_arguments
from firmware_bridge.virtual.commands.table import BAD_PARAMETERS, NOT_FOUND, SIM_BUSY, AtError, Call, command, tested

for _name, _clause in (
    ("+CCHO", "TS 27.007 §8.43"),
    ("+CCHC", "TS 27.007 §8.44"),
    ("+CGLA", "TS 27.007 §8.45"),
    ("+CSIM", "TS 27.007 §8.17"),
):
    tested(_name, _clause)


def _ready(call: Call) -> None:
    if call.device.sim_busy:
        raise AtError(SIM_BUSY)


def _apdu(call: Call, index: int) -> bytes:
    """The length in hex digits and the digits that follow it, quoted or not; they must agree."""
    arguments = call.request.arguments
    if len(arguments) != index + 2:
        raise AtError(BAD_PARAMETERS)
    text = arguments[index + 1]
    if call.device.personality.needs_quotes and not split_arguments(call.request.raw)[index + 1].startswith('"'):
        raise AtError(BAD_PARAMETERS)
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
    session = call.device.open_session(aid, call.session) if 5 <= len(aid) <= 16 else None
    if session is None:
        raise AtError(NOT_FOUND)
    call.session.card_apdus = 0
    handle = call.device.personality.handle(session)
    return (handle if call.device.personality.bare_handles else f"+CCHO: {handle}",)


@command("+CGLA", "set")
def _transmit(call: Call) -> Iterable[str]:
    _ready(call)
    apdu = _apdu(call, 1)
    call.session.card_apdus += 1
    if 0 < call.device.personality.cgla_blocks < call.session.card_apdus:
        raise AtError(BAD_PARAMETERS)
    answer = call.device.session_apdu(_session(call), apdu)
    if answer is None:
        raise AtError(NOT_FOUND)
    text = answer.hex().upper()
    return (f'+CGLA: {len(text)},"{text}"' if call.device.personality.quotes_answers else f"+CGLA: {len(text)},{text}",)


def _session(call: Call) -> int:
    return call.device.personality.session(call.text(0))


@command("+CCHC", "set")
def _close(call: Call) -> Iterable[str]:
    if not call.device.close_session(_session(call)):
        raise AtError(NOT_FOUND)
    return ()


@command("+CSIM", "set")
def _basic(call: Call) -> Iterable[str]:
    _ready(call)
    text = call.device.basic_apdu(_apdu(call, 0)).hex().upper()
    return (f'+CSIM: {len(text)},"{text}"',)

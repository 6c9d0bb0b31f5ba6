"""The SIM as the modem has read it: PIN state, numbers, files (TS 27.007 §5.6, §7.1, §8.3, §8.18)."""

from __future__ import annotations

from collections.abc import Iterable

from firmware_bridge.virtual.card.files import File, FileSystem
from firmware_bridge.virtual.commands.table import (
    BAD_PARAMETERS,
    NO_SIM,
    NOT_ALLOWED,
    PIN_REQUIRED,
    PUK_REQUIRED,
    SIM_BUSY,
    WRONG_PIN,
    AtError,
    Call,
    command,
    fixed,
    tested,
)
from firmware_bridge.virtual.sim_pin import PIN, PUK, READY

READ_BINARY, READ_RECORD, GET_RESPONSE, STATUS = 176, 178, 192, 242
WRITES = (214, 220)
FACILITIES = ("SC", "FD", "PS", "PN", "PU", "PP", "PC", "AO", "OI", "OX", "AI", "IR")
PIN_TRIES, PUK_TRIES = 3, 10


def any_files(call: Call) -> FileSystem:
    """The SIM, whether its PIN was typed or not."""
    if call.device.sim_busy:
        raise AtError(SIM_BUSY)
    if call.device.files is None:
        raise AtError(NO_SIM)
    return call.device.files


def ready_files(call: Call) -> FileSystem:
    """The SIM that may be used."""
    files = any_files(call)
    if call.device.pin.state != READY:
        raise AtError(PUK_REQUIRED if call.device.pin.state == PUK else PIN_REQUIRED)
    return files


@command("+CPIN", "read", clause="TS 27.007 §8.3")
def _pin_state(call: Call) -> Iterable[str]:
    any_files(call)
    return (f"+CPIN: {call.device.pin.state}",)


@command("+CPIN", "set")
def _enter_pin(call: Call) -> Iterable[str]:
    any_files(call)
    pin = call.device.pin
    if pin.state == READY:
        raise AtError(NOT_ALLOWED)  # no PIN is asked for
    if pin.state == PUK and call.count < 2:
        raise AtError(PUK_REQUIRED)
    done = pin.unblock(call.text(0), call.text(1)) if pin.state == PUK else pin.verify(call.text(0))
    if not done:
        raise AtError(WRONG_PIN)
    call.device.start_radio()
    return ()


@command("+CPINR", "execute", "set", clause="TS 27.007 §8.65")
def _tries(call: Call) -> Iterable[str]:
    any_files(call)
    left, puk_left = call.device.pin.tries(), call.device.pin.puk_tries()
    return (
        f"+CPINR: SIM PIN,{PIN_TRIES if left is None else left},{PIN_TRIES}",
        f"+CPINR: SIM PUK,{PUK_TRIES if puk_left is None else puk_left},{PUK_TRIES}",
    )


fixed("+CPIN", "test")
fixed("+CPINR", "test")


@command("+CIMI", "execute", clause="TS 27.007 §5.6")
def _imsi(call: Call) -> Iterable[str]:
    return (ready_files(call).imsi,)


fixed("+CIMI", "test")


def _iccid(name: str, clause: str) -> None:
    def read(call: Call) -> Iterable[str]:
        return (f"{name}: {any_files(call).iccid}",)

    command(name, "execute", "read", clause=clause)(read)
    fixed(name, "test")


for _name, _clause in (
    ("+CCID", "maker's own: u-blox, Telit"),
    ("+QCCID", "maker's own: Quectel"),
    ("+ICCID", "maker's own"),
):
    _iccid(_name, _clause)


@command("+CICCID", "execute", clause="maker's own: SIMCom")
def _simcom_iccid(call: Call) -> Iterable[str]:
    return (f"+ICCID: {any_files(call).iccid}",)


fixed("+CICCID", "test")


@command("+CNUM", "execute", clause="TS 27.007 §7.1")
def _own_number(call: Call) -> Iterable[str]:
    number = ready_files(call).msisdn
    return (f'+CNUM: "","{number}",129',) if number else ()


fixed("+CNUM", "test")


@command("+CLCK", "set", clause="TS 27.007 §7.4")
def _facility(call: Call) -> Iterable[str]:
    name = call.text(0).upper()
    mode = call.choice((0, 1, 2), 1)
    if name not in FACILITIES:
        raise AtError(BAD_PARAMETERS)
    any_files(call)
    pin = call.device.pin
    if mode == 2:
        return (f"+CLCK: {int(name == 'SC' and pin.enabled)}",)
    if name != "SC":
        raise AtError(NOT_ALLOWED)
    if pin.enabled != bool(mode) and not pin.switch(bool(mode), call.text(2)):
        raise AtError(WRONG_PIN)
    return ()


tested("+CLCK", "TS 27.007 §7.4", "+CLCK: (" + ",".join(f'"{name}"' for name in FACILITIES) + ")")


@command("+CPWD", "set", clause="TS 27.007 §7.5")
def _change_pin(call: Call) -> Iterable[str]:
    any_files(call)
    if call.text(0).upper() != "SC" or call.count < 3:
        raise AtError(BAD_PARAMETERS)
    pin = call.device.pin
    if pin.state == PIN or not pin.enabled:
        raise AtError(NOT_ALLOWED)
    if not pin.change(call.text(1), call.text(2)):
        raise AtError(WRONG_PIN)
    return ()


fixed("+CPWD", "test", '+CPWD: ("SC",8)')


@command("+CRSM", "set", clause="TS 27.007 §8.18")
def _file_access(call: Call) -> Iterable[str]:
    files = any_files(call)
    kind = call.choice((READ_BINARY, READ_RECORD, GET_RESPONSE, STATUS, *WRITES))
    if kind in WRITES:
        return ("+CRSM: 105,130",)  # security status not satisfied
    file = files.anywhere(call.request.number(1)) if kind != STATUS else files.root
    if file is None:
        return ("+CRSM: 106,130",)
    offset = call.request.number(2) << 8 | call.request.number(3)
    content = _content(file, kind, offset, call.request.number(4))
    if content is None:
        return ("+CRSM: 105,129",)
    return (f'+CRSM: 144,0,"{content.hex().upper()}"',)


fixed("+CRSM", "test")


def _content(file: File, kind: int, offset: int, length: int) -> bytes | None:
    if kind in (GET_RESPONSE, STATUS):
        return file.control_parameters()
    if kind == READ_BINARY and file.data is not None:
        return file.data[offset : offset + length] if length else file.data[offset:]
    record = offset >> 8  # P1 is the record's number
    if kind == READ_RECORD and 1 <= record <= len(file.records):
        return file.records[record - 1][: length or None]
    return None

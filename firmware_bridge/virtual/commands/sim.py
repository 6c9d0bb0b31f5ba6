"""The SIM as the modem has read it: PIN state, numbers, files (TS 27.007 §5.6, §7.1, §8.3, §8.18)."""

from __future__ import annotations

from collections.abc import Iterable

from firmware_bridge.virtual.card.files import File, FileSystem
from firmware_bridge.virtual.commands.table import NO_SIM, NOT_ALLOWED, SIM_BUSY, AtError, Call, command, fixed

READ_BINARY, READ_RECORD, GET_RESPONSE, STATUS = 176, 178, 192, 242
WRITES = (214, 220)
FACILITIES = ("SC", "FD", "PS", "PN", "PU", "PP", "PC", "AO", "OI", "OX", "AI", "IR")


def _files(call: Call) -> FileSystem:
    if call.device.sim_busy:
        raise AtError(SIM_BUSY)
    if call.device.files is None:
        raise AtError(NO_SIM)
    return call.device.files


@command("+CPIN", "read")
def _pin_state(call: Call) -> Iterable[str]:
    _files(call)
    return ("+CPIN: READY",)


@command("+CPIN", "set")
def _enter_pin(call: Call) -> Iterable[str]:
    _files(call)
    raise AtError(NOT_ALLOWED)  # no PIN is asked for


fixed("+CPIN", "test")


@command("+CIMI", "execute")
def _imsi(call: Call) -> Iterable[str]:
    return (_files(call).imsi,)


fixed("+CIMI", "test")


def _iccid(name: str) -> None:
    def read(call: Call) -> Iterable[str]:
        return (f"{name}: {_files(call).iccid}",)

    command(name, "execute", "read")(read)
    fixed(name, "test")


for _name in ("+CCID", "+QCCID", "+ICCID"):
    _iccid(_name)


@command("+CICCID", "execute")
def _simcom_iccid(call: Call) -> Iterable[str]:
    return (f"+ICCID: {_files(call).iccid}",)


@command("+CNUM", "execute")
def _own_number(call: Call) -> Iterable[str]:
    number = _files(call).msisdn
    return (f'+CNUM: "","{number}",129',) if number else ()


fixed("+CNUM", "test")


@command("+CLCK", "set")
def _facility(call: Call) -> Iterable[str]:
    arguments = call.request.arguments
    if not arguments or arguments[0] not in FACILITIES:
        raise AtError()
    _files(call)
    if call.choice((0, 1, 2), 1) != 2:
        raise AtError(NOT_ALLOWED)
    return ("+CLCK: 0",)


fixed("+CLCK", "test", "+CLCK: (" + ",".join(f'"{name}"' for name in FACILITIES) + ")")


@command("+CRSM", "set")
def _file_access(call: Call) -> Iterable[str]:
    files = _files(call)
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

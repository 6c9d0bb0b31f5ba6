"""The phone books (TS 27.007 §8.11 to §8.14)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firmware_bridge.virtual.charsets import from_wire, to_wire
from firmware_bridge.virtual.commands.sim import ready_files
from firmware_bridge.virtual.commands.table import (
    BAD_INDEX,
    BAD_PARAMETERS,
    NOT_ALLOWED,
    NUMBER_TOO_LONG,
    TEXT_TOO_LONG,
    AtError,
    Call,
    command,
    fixed,
    tested,
)
from firmware_bridge.virtual.phonebook import LONGEST_NAME, LONGEST_NUMBER, SIZES, WRITABLE, Entry

tested("+CPBS", "TS 27.007 §8.11", "+CPBS: (" + ",".join(f'"{name}"' for name in SIZES) + ")")
fixed("+CPBF", "test", f"+CPBF: {LONGEST_NUMBER},{LONGEST_NAME}", clause="TS 27.007 §8.13")


def written_text(call: Call, index: int) -> str:
    """A string argument in the character set. Raises `AtError`."""
    try:
        return from_wire(call.text(index), call.session.charset)
    except ValueError as error:
        raise AtError(BAD_PARAMETERS) from error


@command("+CPBS", "set")
def _choose(call: Call) -> Iterable[str]:
    name = call.text(0).upper()
    if name not in SIZES:
        raise AtError(BAD_PARAMETERS)
    if name not in ("ME", "DC", "RC", "MC", "LD"):
        ready_files(call)
    call.session.phone_book = name
    return ()


@command("+CPBS", "read")
def _chosen(call: Call) -> Iterable[str]:
    name = call.session.phone_book
    return (f'+CPBS: "{name}",{len(call.device.phone_book.entries(name))},{SIZES[name]}',)


@command("+CPBR", "test", clause="TS 27.007 §8.12")
def _places(call: Call) -> Iterable[str]:
    return (f"+CPBR: (1-{SIZES[call.session.phone_book]}),{LONGEST_NUMBER},{LONGEST_NAME}",)


@command("+CPBR", "set")
def _read(call: Call) -> Iterable[str]:
    size = SIZES[call.session.phone_book]
    first = call.request.number(0)
    last = call.request.number(1, first)
    if not 1 <= first <= last <= size:
        raise AtError(BAD_INDEX)
    return [_line("+CPBR", call, place, entry) for place, entry in _entries(call) if first <= place <= last]


@command("+CPBF", "set")
def _find(call: Call) -> Iterable[str]:
    wanted = written_text(call, 0).lower()
    return [
        _line("+CPBF", call, place, entry) for place, entry in _entries(call) if entry.name.lower().startswith(wanted)
    ]


@command("+CPBW", "test", clause="TS 27.007 §8.14")
def _writable(call: Call) -> Iterable[str]:
    return (f"+CPBW: (1-{SIZES[call.session.phone_book]}),{LONGEST_NUMBER},(129,145),{LONGEST_NAME}",)


@command("+CPBW", "set")
def _write(call: Call) -> Iterable[str]:
    book, storage = call.device.phone_book, call.session.phone_book
    if storage not in WRITABLE:
        raise AtError(NOT_ALLOWED)
    place = call.request.number(0) or book.free(storage)
    if place is None or not 1 <= place <= SIZES[storage]:
        raise AtError(BAD_INDEX)
    if call.count < 2:
        book.write(storage, place, None)
        return ()
    number, name = call.text(1), written_text(call, 3)
    if call.request.number(2) == 145 and not number.startswith("+"):
        number = f"+{number}"
    if len(number) > LONGEST_NUMBER:
        raise AtError(NUMBER_TOO_LONG)
    if len(name) > LONGEST_NAME:
        raise AtError(TEXT_TOO_LONG)
    book.write(storage, place, Entry(number, name))
    return ()


def _entries(call: Call) -> Iterator[tuple[int, Entry]]:
    return iter(sorted(call.device.phone_book.entries(call.session.phone_book).items()))


def _line(name: str, call: Call, place: int, entry: Entry) -> str:
    return f'{name}: {place},"{entry.number}",{entry.kind},"{to_wire(entry.name, call.session.charset)}"'

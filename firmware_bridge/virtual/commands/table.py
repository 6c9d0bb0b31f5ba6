"""The table of commands: a name and a form lead to a function that gives the lines before OK."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firmware_bridge.at.grammar import Form, Request
from firmware_bridge.at.values import split_arguments, unquote

if TYPE_CHECKING:
    from firmware_bridge.virtual.device import Device
    from firmware_bridge.virtual.session import Session

NOT_ALLOWED, NOT_SUPPORTED, NO_SIM, PIN_REQUIRED, PUK_REQUIRED, SIM_FAILURE, SIM_BUSY = 3, 4, 10, 11, 12, 13, 14
WRONG_PIN, BAD_INDEX, NOT_FOUND, TEXT_TOO_LONG, NUMBER_TOO_LONG, NO_NETWORK, BAD_PARAMETERS = 16, 21, 22, 24, 26, 30, 50


class AtError(Exception):
    """The command fails with this +CME ERROR number."""

    family = "CME"

    def __init__(self, code: int = NOT_ALLOWED) -> None:
        self.code = code
        super().__init__(str(code))


class SmsError(AtError):
    """The command fails with this +CMS ERROR number (TS 27.005 §3.2.5)."""

    family = "CMS"


class Ends(Exception):  # noqa: N818 - no fault: another final result than OK
    """The command ends with this result: CONNECT, NO CARRIER."""

    def __init__(self, result: str) -> None:
        self.result = result
        super().__init__(result)


class Prompt(Exception):  # noqa: N818 - no fault: the command goes on with a text
    """The command wants a text, ended by Ctrl-Z, and then gives `complete(text)` (TS 27.005 §3.5.1)."""

    def __init__(self, complete: Callable[[bytes], Iterable[str]]) -> None:
        self.complete = complete
        super().__init__("prompt")


@dataclass(frozen=True, slots=True)
class Call:
    """What a command works on."""

    device: Device
    session: Session
    request: Request

    def choice(self, allowed: Iterable[int], index: int = 0, default: int = 0) -> int:
        """Argument `index` if it is one of `allowed`."""
        value = self.request.number(index, default)
        if value not in allowed:
            raise AtError(BAD_PARAMETERS)
        return value

    def text(self, index: int, default: str = "") -> str:
        """Argument `index` without quotes; `default` when it is left out."""
        arguments = self.request.arguments
        return arguments[index] if index < len(arguments) and arguments[index] else default

    @property
    def count(self) -> int:
        """How many arguments there are."""
        return len(self.request.arguments)


Handler = Callable[[Call], Iterable[str]]
_TABLE: dict[tuple[str, Form], Handler] = {}
_CLAUSES: dict[str, str] = {}
_SETTINGS: dict[str, Setting] = {}


def command(name: str, *forms: Form, clause: str = "") -> Callable[[Handler], Handler]:
    """Enter a function for `name` in `forms`; `clause` says where the command is described."""

    def enter(handler: Handler) -> Handler:
        for form in forms or ("execute",):
            _TABLE[name, form] = handler
        return handler

    _note(name, clause)
    return enter


def fixed(name: str, form: Form, *lines: str, clause: str = "") -> None:
    """A form whose answer never changes: identities and test forms."""
    _TABLE[name, form] = lambda call: lines
    _note(name, clause)


def tested(name: str, clause: str, *lines: str) -> None:
    """The test form of `name`, with the clause that describes the command."""
    fixed(name, "test", *lines, clause=clause)


@dataclass(frozen=True, slots=True)
class Setting:
    """Parameters that are kept and shown again. `ranges` is the test form's list, `first` the values at power-up."""

    name: str
    ranges: str
    first: tuple[str, ...]

    def allowed(self, index: int) -> Callable[[str], bool]:
        """What parameter `index` may be: a text of the list, a number in its ranges; `()` allows anything."""
        groups = split_arguments(self.ranges)
        group = groups[index].strip("()") if index < len(groups) else None
        if group is None:
            return lambda value: False
        texts = {unquote(item) for item in split_arguments(group)}
        spans = [(int(low), int(high)) for low, high in re.findall(r"(\d+)-(\d+)", group)]
        return lambda value: (
            not group
            or value in texts
            or (value.isdecimal() and len(value) < 10 and any(low <= int(value) <= high for low, high in spans))
        )

    def change(self, before: tuple[str, ...], raw: str) -> tuple[str, ...]:
        """The values after `raw` was set; parameters left out stay. Raises `AtError`."""
        given = split_arguments(raw)
        after = list(before)
        for index, argument in enumerate(given):
            value = unquote(argument)
            if value == "" and not argument:
                continue
            if not self.allowed(index)(value):
                raise AtError(BAD_PARAMETERS)
            after += [""] * (index + 1 - len(after))
            quoted = '"' in split_arguments(self.ranges)[index] or argument.startswith('"')
            after[index] = f'"{value}"' if quoted else value
        return tuple(after)


def setting(name: str, clause: str, ranges: str, first: str, bare: bool = False) -> None:
    """A command that keeps its parameters for the session: read, test and set in one line.

    `bare`: the execute form is accepted and sets the values at power-up.
    """
    entry = Setting(name, ranges, tuple(split_arguments(first)))
    _SETTINGS[name] = entry

    def read(call: Call) -> Iterable[str]:
        return (f"{name}: {','.join(call.session.setting(name))}",)

    def change(call: Call) -> Iterable[str]:
        call.session.values[name] = entry.change(call.session.setting(name), call.request.raw)
        return ()

    def restore(call: Call) -> Iterable[str]:
        call.session.values.pop(name, None)
        return ()

    command(name, "read", clause=clause)(read)
    command(name, "set")(change)
    if bare:
        command(name, "execute")(restore)
    fixed(name, "test", f"{name}: {ranges}")


def first_values(name: str) -> tuple[str, ...]:
    """What a setting is at power-up. Raises KeyError."""
    return _SETTINGS[name].first


def find(name: str, form: Form) -> Handler | None:
    """The function for a command, or None."""
    return _TABLE.get((name, form))


def names() -> list[str]:
    """All command names, for +CLAC and the documentation."""
    return sorted({name for name, _ in _TABLE})


def clauses() -> dict[str, str]:
    """Where each command is described."""
    return dict(_CLAUSES)


def _note(name: str, clause: str) -> None:
    if clause:
        _CLAUSES[name] = clause

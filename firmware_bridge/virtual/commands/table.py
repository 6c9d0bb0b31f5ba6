"""The table of commands: a name and a form lead to a function that gives the lines before OK."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firmware_bridge.at.grammar import Form, Request

if TYPE_CHECKING:
    from firmware_bridge.virtual.device import Device
    from firmware_bridge.virtual.session import Session

NOT_ALLOWED, NOT_SUPPORTED, NO_SIM, SIM_BUSY, NOT_FOUND, NO_NETWORK, BAD_PARAMETERS = 3, 4, 10, 14, 22, 30, 50


class AtError(Exception):
    """The command fails with this +CME ERROR number."""

    def __init__(self, code: int = NOT_ALLOWED) -> None:
        self.code = code
        super().__init__(str(code))


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


Handler = Callable[[Call], Iterable[str]]
_TABLE: dict[tuple[str, Form], Handler] = {}


def command(name: str, *forms: Form) -> Callable[[Handler], Handler]:
    """Enter a function for `name` in `forms`."""

    def enter(handler: Handler) -> Handler:
        for form in forms or ("execute",):
            _TABLE[name, form] = handler
        return handler

    return enter


def fixed(name: str, form: Form, *lines: str) -> None:
    """A form whose answer never changes: identities and test forms."""
    _TABLE[name, form] = lambda call: lines


def find(name: str, form: Form) -> Handler | None:
    """The function for a command, or None."""
    return _TABLE.get((name, form))


def names() -> list[str]:
    """All command names, for +CLAC and the documentation."""
    return sorted({name for name, _ in _TABLE})

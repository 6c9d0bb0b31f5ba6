"""The modem's side of V.250: command lines taken apart into commands (§5.2 to §5.4)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from firmware_bridge.at.values import split_arguments, unquote

Form = Literal["execute", "read", "test", "set"]
LONGEST_COMMAND_LINE = 4096
"""Bytes; the longest APDU in hex takes 540."""

_EXTENDED = re.compile(r"[+^#*$%!][A-Za-z][A-Za-z0-9_]*")
_BASIC = re.compile(r"(&?[A-Za-z])(\d*)")
_REGISTER = re.compile(r"[Ss](\d+)(\?|=\?|=(\d*))?")
BLANK = b"\x1b\x1a \0\n"
"""Escape, Ctrl-Z and the like outside a line mean nothing (clients send them to end what may be going on)."""
_START = re.compile(rb"AT|at|A/|a/|At")


class GrammarError(ValueError):
    """The line is no command line; the modem answers ERROR."""


@dataclass(frozen=True, slots=True)
class Request:
    """One command of a line. `name` is in capitals; `raw` holds what follows `=` or the digits of a basic command."""

    name: str
    form: Form
    raw: str = ""

    @property
    def arguments(self) -> list[str]:
        """The arguments without their quotes."""
        return [unquote(argument) for argument in split_arguments(self.raw)]

    def number(self, index: int = 0, default: int = 0) -> int:
        """Argument `index` as a number; `default` when it is left out. Raises `GrammarError`."""
        arguments = self.arguments
        if index >= len(arguments) or arguments[index] == "":
            return default
        if not arguments[index].isdigit():
            raise GrammarError(self.name)
        return int(arguments[index])


def parse_command_line(line: str) -> list[Request]:
    """The commands after `AT`. Basic ones run together, extended ones end at `;` (V.250 §5.2.1)."""
    requests: list[Request] = []
    text = _without_spaces(line)
    at = 0
    while at < len(text):
        if text[at] == ";":
            at += 1
        elif match := _EXTENDED.match(text, at):
            end = _end_of_extended(text, match.end())
            requests.append(_extended(match[0].upper(), text[match.end() : end]))
            at = end
        elif text[at] in "Dd":
            end = text.find(";", at)
            end = len(text) if end < 0 else end + 1
            requests.append(Request("D", "execute", text[at + 1 : end]))
            at = end
        elif match := _REGISTER.match(text, at):
            requests.append(_register(match))
            at = match.end()
        elif match := _BASIC.match(text, at):
            at = match.end()
            if at < len(text) and text[at] == "?":
                requests.append(Request(match[1].upper(), "read"))
                at += 1
            else:
                requests.append(Request(match[1].upper(), "execute", match[2]))
        else:
            raise GrammarError(text[at:])
    return requests


def _without_spaces(line: str) -> str:
    parts = line.split('"')
    parts[::2] = [part.replace(" ", "") for part in parts[::2]]
    return '"'.join(parts)


def _end_of_extended(text: str, start: int) -> int:
    if text.find(";", start) < 0:  # nearly always; an APDU is hundreds of letters
        return len(text)
    quoted = False
    for index in range(start, len(text)):
        if text[index] == '"':
            quoted = not quoted
        elif text[index] == ";" and not quoted:
            return index
    return len(text)


def _extended(name: str, rest: str) -> Request:
    if not rest:
        return Request(name, "execute")
    if rest == "?":
        return Request(name, "read")
    if rest == "=?":
        return Request(name, "test")
    if rest[0] == "=":
        return Request(name, "set", rest[1:])
    raise GrammarError(name + rest)


def _register(match: re.Match[str]) -> Request:
    name = f"S{int(match[1])}"
    if match[2] == "?":
        return Request(name, "read")
    if match[2] == "=?":
        return Request(name, "test")
    if match[2] is None:
        return Request(name, "execute")
    return Request(name, "set", match[3])


class CommandLineReader:
    """Bytes from a terminal cut into the command lines behind `AT`; noise before it is ignored (V.250 §5.2.1)."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._echoed = 0
        self._last = ""
        self.terminator = 13
        """S3, the character that ends a command line."""

    @property
    def is_empty(self) -> bool:
        """True when no command has begun."""
        return not self._buffer

    def feed(self, data: bytes) -> list[tuple[bytes, str | None]]:
        """Bytes to echo, and the command without its `AT` where a line is complete (None where there is none)."""
        self._buffer += data
        found: list[tuple[bytes, str | None]] = []
        while (end := self._end()) is not None:
            line = bytes(self._buffer[:end])
            del self._buffer[: end + 1]
            echo, self._echoed = line[self._echoed :], 0
            if line.strip(BLANK):
                found.append((echo.lstrip(b"\n") + b"\r", self._command(line)))
        if len(self._buffer) > LONGEST_COMMAND_LINE or not self._buffer.strip(BLANK):
            self._buffer.clear()
            self._echoed = 0
        elif len(self._buffer) > self._echoed:
            found.append((bytes(self._buffer[self._echoed :]), None))
            self._echoed = len(self._buffer)
        return found

    def clear(self) -> None:
        """Forget what was half received and the line that `A/` repeats."""
        self._buffer.clear()
        self._echoed = 0
        self._last = ""

    def _end(self) -> int | None:
        ends = [at for at in (self._buffer.find(self.terminator), self._buffer.find(10)) if at >= 0]
        return min(ends, default=None)

    def _command(self, line: bytes) -> str | None:
        match = _START.search(line)
        if match is None:
            return None
        if match[0][1:] == b"/":
            return self._last
        self._last = line[match.end() :].decode("ascii", "replace").strip()
        return self._last

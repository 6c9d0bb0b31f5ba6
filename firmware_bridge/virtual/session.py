"""One client's view of the modem: echo, result and error formats, and unsolicited codes held back until it is idle."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from core.clock import Timer
from core.errors import BenchError
from core.faults import Faults
from firmware_bridge.at.grammar import CommandLineReader, GrammarError, Request, parse_command_line
from firmware_bridge.at.values import unquote
from firmware_bridge.virtual.commands.table import SIM_FAILURE, AtError, Call, Ends, Prompt, find, first_values
from firmware_bridge.virtual.device import Device
from firmware_bridge.virtual.radio import CELL, LTE, TAC
from firmware_bridge.virtual.results import NUMBERS, error_text

UNKNOWN, BAD_PARAMETERS = 100, 50
REGISTRATION_NAMES = ("+CREG", "+CGREG", "+CEREG", "+C5GREG")
MOST_NOTICES = 64
CTRL_Z, ESCAPE = 0x1A, 0x1B
LONGEST_TEXT = 4096
"""Bytes after a prompt; the longest PDU takes 352."""
GUARD_TIME = 1.0
"""Seconds of the bench's clock around +++ (S12)."""
FAULT_PORT = "modem.virtual"
FAULT_KINDS = ("silence", "error", "urc_inside", "reset")

Notice = str | Callable[["Session"], Iterable[str]]
"""An unsolicited line, or a function that says what this session wants to be told."""


class Session:
    """State that a port loses when its client closes it. Bytes in, bytes out."""

    def __init__(self, device: Device, faults: Faults) -> None:
        faults.declare(FAULT_PORT, FAULT_KINDS)
        self._faults = faults
        self._device = device
        self._reader = CommandLineReader()
        self._notices: list[str] = []
        self._entry: Prompt | None = None
        self._text = bytearray()
        self._urgent = bytearray()
        self._guard: Timer | None = None
        self._last_data = 0.0
        self.online = False
        """True while the line carries data and no commands."""
        self.restart()

    def restart(self) -> None:
        """As after power-up (ATZ, AT&F, a new client)."""
        self.echo = True
        self.verbose = True
        self.quiet = False
        self.errors = 0
        """+CMEE: 0 ERROR, 1 numbers, 2 texts."""
        self.registration_reports = dict.fromkeys(REGISTRATION_NAMES, 0)
        self.operator_format = 0
        self.values: dict[str, tuple[str, ...]] = {}
        self.memories = ["SM", "SM", "SM"]
        """+CPMS: where messages are read, written and received."""
        self.phone_book = "SM"
        self.centre = ""
        """+CSCA; empty: the one of the SIM."""
        self.card_apdus = 0
        """Sent by +CGLA since the last +CCHO."""
        self._reader.terminator = 13

    def forget(self) -> None:
        """Drop what was half received or not yet told."""
        self._reader.clear()
        self._notices.clear()
        self._urgent.clear()
        self._entry = None
        self._text.clear()
        self.online = False
        if self._guard is not None:
            self._guard.cancel()

    @property
    def terminator(self) -> int:
        """S3."""
        return self._reader.terminator

    @terminator.setter
    def terminator(self, value: int) -> None:
        self._reader.terminator = value

    def setting(self, name: str) -> tuple[str, ...]:
        """The parameters of a command that keeps them, as written."""
        return self.values.get(name) or first_values(name)

    def number(self, name: str, index: int = 0) -> int:
        """One of them as a number; 0 for what is none."""
        values = self.setting(name)
        return int(values[index]) if index < len(values) and values[index].isdigit() else 0

    @property
    def charset(self) -> str:
        """+CSCS."""
        return unquote(self.setting("+CSCS")[0])

    # Bytes

    def feed(self, data: bytes) -> bytes:
        """What the modem sends back at once."""
        out = bytearray()
        at = 0
        while at < len(data):
            if self.online:
                self._carry(data[at:])
                break
            if self._entry is not None:
                at = self._enter(data, at, out)
                continue
            ends = [end for end in (data.find(self.terminator, at), data.find(10, at)) if end >= 0]
            end = min(ends, default=len(data) - 1) + 1
            for echo, command in self._reader.feed(data[at:end]):
                if self.echo:
                    out += echo
                if command is not None:
                    out += self._execute(command)
            at = end
        return bytes(out)

    def notify(self, notice: Notice) -> None:
        """Keep an unsolicited code until the client is idle."""
        self._notices += [notice] if isinstance(notice, str) else notice(self)
        del self._notices[:-MOST_NOTICES]

    def take_notices(self) -> bytes:
        """The codes that may go out now: none while a command has begun or data flow."""
        out = bytes(self._urgent)
        self._urgent.clear()
        if not self._reader.is_empty or self._entry is not None or self.online:
            return out
        out += b"".join(self._unsolicited(line) for line in self._notices)
        self._notices.clear()
        return out

    def registration(self, name: str, level: int) -> str:
        """`stat[,"tac","ci",AcT]` as level 0, 1 or 2 asks for it (TS 27.007 §7.2, §10.1.22)."""
        radio = self._device.radio
        if name == "+C5GREG":  # no NR cell here
            return "0"
        if level >= 2 and radio.registered:
            return f'{radio.state},"{TAC}","{CELL}",{LTE}'
        return str(radio.state)

    def registration_notices(self) -> list[str]:
        """What +CREG and its like asked to be told."""
        return [
            f"{name}: {self.registration(name, level)}"
            for name, level in self.registration_reports.items()
            if level and name != "+C5GREG"
        ]

    def go_online(self) -> None:
        """From now on bytes are data, until +++."""
        self.online = True
        self._last_data = self._device.clock.monotonic()

    def go_offline(self, result: str = "") -> None:
        """Commands again; `result` is told at once."""
        self.online = False
        if result:
            self._urgent += self._final(result)

    def carry_down(self, octets: bytes) -> None:
        """Data from the network."""
        if self.online:
            self._urgent += octets

    # Inside

    def _execute(self, text: str) -> bytes:
        fault = self._faults.take(FAULT_PORT, text)
        kind = fault.kind if fault is not None else ""
        if kind == "silence":
            return b""
        if kind == "reset":
            self._device.restart()
            self.restart()
            return b""
        lines: list[str] = []
        final = "OK"
        try:
            if kind == "error":
                raise AtError(UNKNOWN)
            for request in parse_command_line(text):
                lines += self._carry_out(request)
        except Prompt as prompt:
            self._entry = prompt
            return b"".join(self._information(line) for line in lines) + b"\r\n> "
        except Ends as end:
            final = end.result
        except AtError as error:
            final = self._error(error)
        except GrammarError:
            final = self._error(AtError(BAD_PARAMETERS))
        if kind == "urc_inside":
            lines.append("RING")
        return b"".join(self._information(line) for line in lines) + self._final(final)

    def _carry_out(self, request: Request) -> Iterable[str]:
        handler = find(request.name, request.form)
        if handler is None or not self._device.personality.knows(request.name, request.form):
            raise AtError(UNKNOWN)
        try:
            return handler(Call(self._device, self, request))
        except BenchError as error:  # the card could not write its memory
            raise AtError(SIM_FAILURE) from error

    def _enter(self, data: bytes, at: int, out: bytearray) -> int:
        """Bytes after a prompt; the place after those that were taken."""
        ends = [end for end in (data.find(CTRL_Z, at), data.find(ESCAPE, at)) if end >= 0]
        end = min(ends, default=len(data))
        part = data[at:end]
        if not self._text:
            part = part.lstrip(b"\n")  # of the line end that began the prompt
        self._text += part
        if self.echo:
            out += part
        if end < len(data) or len(self._text) > LONGEST_TEXT:
            prompt, self._entry = self._entry, None
            text = bytes(self._text)
            self._text.clear()
            cancelled = end == len(data) or data[end] == ESCAPE
            out += self._complete(prompt, text) if prompt is not None and not cancelled else self._final("OK")
        return end + 1

    def _complete(self, prompt: Prompt, text: bytes) -> bytes:
        try:
            lines = list(prompt.complete(text))
        except AtError as error:
            return self._final(self._error(error))
        return b"".join(self._information(line) for line in lines) + self._final("OK")

    def _carry(self, data: bytes) -> None:
        now = self._device.clock.monotonic()
        quiet = now - self._last_data >= GUARD_TIME
        self._last_data = now
        if self._guard is not None:
            self._guard.cancel()
            self._guard = None
        if data == b"+++" and quiet:
            self._guard = self._device.later(GUARD_TIME, self._escaped)
        else:
            self._device.send_data(data)

    def _escaped(self) -> None:
        self._guard = None
        if self.online:
            self.go_offline("OK")

    def _final(self, result: str) -> bytes:
        if self.quiet:
            return b""
        if not self.verbose and (result in NUMBERS or result.startswith("CONNECT")):
            return f"{NUMBERS.get(result, 1)}\r".encode()
        return f"\r\n{result}\r\n".encode()

    def _unsolicited(self, line: str) -> bytes:
        return self._final(line) if line in NUMBERS else self._information(line)

    def _information(self, line: str) -> bytes:
        return (f"\r\n{line}\r\n" if self.verbose else f"{line}\r\n").encode("latin-1", "replace")

    def _error(self, error: AtError) -> str:
        return self._device.personality.refusal(error_text(error.family, error.code, self.errors))

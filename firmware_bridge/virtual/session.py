"""One client's view of the modem: echo, result and error formats, and unsolicited codes held back until it is idle."""

from __future__ import annotations

from firmware_bridge.at.grammar import CommandLineReader, GrammarError, parse_command_line
from firmware_bridge.virtual.commands.table import AtError, Call, find
from firmware_bridge.virtual.device import Device
from firmware_bridge.virtual.radio import CELL, LTE, TAC

CME_TEXTS = {
    3: "operation not allowed",
    4: "operation not supported",
    10: "SIM not inserted",
    13: "SIM failure",
    14: "SIM busy",
    16: "incorrect password",
    21: "invalid index",
    22: "not found",
    30: "no network service",
    50: "Incorrect parameters",
    100: "unknown",
}
"""TS 27.007 §9.2."""
UNKNOWN, BAD_PARAMETERS = 100, 50
REGISTRATION_NAMES = ("+CREG", "+CGREG", "+CEREG")
MOST_NOTICES = 64


class Session:
    """State that a port loses when its client closes it. Bytes in, bytes out."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._reader = CommandLineReader()
        self._notices: list[str] = []
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
        self.values: dict[str, str] = {}
        self._reader.terminator = 13

    def forget(self) -> None:
        """Drop what was half received or not yet told."""
        self._reader.clear()
        self._notices.clear()

    @property
    def terminator(self) -> int:
        """S3."""
        return self._reader.terminator

    @terminator.setter
    def terminator(self, value: int) -> None:
        self._reader.terminator = value

    def feed(self, data: bytes) -> bytes:
        """What the modem sends back at once."""
        out: list[bytes] = []
        for echo, command in self._reader.feed(data):
            if self.echo:
                out.append(echo)
            if command is not None:
                out.append(self._execute(command))
        return b"".join(out)

    def notify(self, line: str) -> None:
        """Keep an unsolicited code until the client is idle."""
        if line == "REGISTRATION":
            for name in REGISTRATION_NAMES:
                if text := self._registration_notice(name):
                    self._notices.append(text)
        else:
            self._notices.append(line)
        del self._notices[:-MOST_NOTICES]

    def take_notices(self) -> bytes:
        """The codes that may go out now: none while a command has begun."""
        if not self._reader.is_empty or not self._notices:
            return b""
        out = b"".join(self._information(line) for line in self._notices)
        self._notices.clear()
        return out

    def registration(self, name: str, level: int) -> str:
        """`stat[,"tac","ci",AcT]` as level 0, 1 or 2 asks for it (TS 27.007 §7.2, §10.1.22)."""
        radio = self._device.radio
        if level >= 2 and radio.registered:
            return f'{radio.state},"{TAC}","{CELL}",{LTE}'
        return str(radio.state)

    def _registration_notice(self, name: str) -> str:
        level = self.registration_reports[name]
        return f"{name}: {self.registration(name, level)}" if level else ""

    def _execute(self, text: str) -> bytes:
        lines: list[str] = []
        final, number = "OK", "0"
        try:
            for request in parse_command_line(text):
                handler = find(request.name, request.form)
                if handler is None:
                    raise AtError(UNKNOWN)
                lines += handler(Call(self._device, self, request))
        except AtError as error:
            final, number = self._error(error.code), "4"
        except GrammarError:
            final, number = self._error(BAD_PARAMETERS), "4"
        out = b"".join(self._information(line) for line in lines)
        if self.quiet:
            return out
        if not self.verbose and final in ("OK", "ERROR"):
            return out + number.encode() + b"\r"
        return out + f"\r\n{final}\r\n".encode()

    def _information(self, line: str) -> bytes:
        return (f"\r\n{line}\r\n" if self.verbose else f"{line}\r\n").encode("ascii", "replace")

    def _error(self, code: int) -> str:
        if self.errors == 0:
            return "ERROR"
        return f"+CME ERROR: {code if self.errors == 1 else CME_TEXTS.get(code, 'unknown')}"

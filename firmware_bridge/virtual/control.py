"""A tester's words to a virtual modem from another process: one command a line, one answer a line."""

from __future__ import annotations

import json
from collections.abc import Callable

from core.errors import BenchError
from core.faults import Faults
from firmware_bridge.virtual.modem import VirtualModem
from firmware_bridge.virtual.network_core import Cause

USUAL = "auto"
"""The word for "as usual", "unknown" or "none" where a value is due."""
HELP = {
    "help": "these lines",
    "status": "registration, signal, calls and messages as JSON",
    "ring [NUMBER]": "a call arrives; without a number it is withheld",
    "answer": "the far end takes the call that was dialled",
    "busy": "the far end is busy",
    "noanswer": "nobody answers at the far end",
    "hangup": "the far end hangs up",
    "sms NUMBER TEXT": "a message arrives, in several parts if it is long",
    "ussd TEXT": "a service message arrives",
    "signal DBM|auto": "strength; auto: unknown",
    "registration STATE|auto": "home, roaming, searching, denied, idle, unknown",
    "notify LINE": "an unsolicited line when the client is idle",
    "inject HEX": "raw octets on the line at once",
    "fault PORT KIND [COUNT]": "a fault on demand, until cleared or COUNT times",
    "clear [PORT]": "no faults any more",
    "unplug": "the port vanishes",
    "plug": "and comes back",
}


class Console:
    """Carries out one line at a time. Safe to call from any thread but the modem's own."""

    def __init__(self, modem: VirtualModem, faults: Faults) -> None:
        self._modem = modem
        self._faults = faults
        self._words: dict[str, Callable[[str], str]] = {
            "help": lambda rest: json.dumps(HELP),
            "status": lambda rest: json.dumps(modem.status(), ensure_ascii=False),
            "ring": lambda rest: _done(modem.ring(rest), "modem.busy_line"),
            "answer": lambda rest: _done(modem.remote_answer(), "modem.no_call"),
            "busy": lambda rest: _done(modem.remote_hang_up(Cause.BUSY), "modem.no_call"),
            "noanswer": lambda rest: _done(modem.remote_hang_up(Cause.NO_ANSWER), "modem.no_call"),
            "hangup": lambda rest: _done(modem.remote_hang_up(), "modem.no_call"),
            "sms": self._sms,
            "ussd": _quietly(modem.send_ussd),
            "signal": _quietly(self._signal),
            "registration": _quietly(lambda rest: modem.set_registration(None if rest == USUAL else rest)),
            "notify": _quietly(modem.notify),
            "inject": _quietly(lambda rest: modem.inject(bytes.fromhex(rest))),
            "fault": _quietly(self._fault),
            "clear": _quietly(lambda rest: faults.clear(rest or None)),
            "unplug": _quietly(lambda rest: modem.unplug()),
            "plug": lambda rest: modem.plug(),
        }

    def run(self, line: str) -> str:
        """`ok`, `ok` with a value, or `error CODE`. Never raises."""
        word, _, rest = line.strip().partition(" ")
        act = self._words.get(word.lower())
        if act is None:
            return "error console.unknown_word"
        try:
            value = act(rest.strip())
        except BenchError as error:
            return f"error {error.code}"
        except ValueError:
            return "error console.bad_value"
        return f"ok {value}".strip()

    def _sms(self, rest: str) -> str:
        number, _, text = rest.partition(" ")
        if not number:
            raise ValueError("no number")
        return str(self._modem.deliver_sms(number, text))

    def _signal(self, rest: str) -> None:
        self._modem.set_signal(None if rest == USUAL else int(rest))

    def _fault(self, rest: str) -> None:
        port, kind, *count = rest.split()
        self._faults.set(port, kind, count=int(count[0]) if count else None)


def _done(taken: bool, code: str) -> str:
    if not taken:
        raise BenchError(code)
    return ""


def _quietly(act: Callable[[str], None]) -> Callable[[str], str]:
    def run(rest: str) -> str:
        act(rest)
        return ""

    return run

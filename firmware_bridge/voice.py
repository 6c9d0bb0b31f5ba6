"""A modem's telephone: calls in and out, a second call, tones (V.250 §6.3, TS 27.007 §6 and §7)."""

from __future__ import annotations

import re

from core.errors import BenchError
from firmware_bridge.at.command import URGENT, AtAnswer, AtCommand
from firmware_bridge.at.values import after_prefix, arguments_of, to_int, unquote
from firmware_bridge.card_access import Run, require
from firmware_bridge.types import CallEnd, CallState, VoiceCall

STATES: dict[int, CallState] = {0: "active", 1: "held", 2: "dialling", 3: "alerting", 4: "incoming", 5: "waiting"}
"""<stat> of +CLCC (TS 27.007 §7.18)."""
VOICE = 0
"""<mode> of +CLCC; data and fax calls are nobody's business here."""
_NUMBER = re.compile(r"\+?[0-9*#]{1,40}")
_ENDS: tuple[tuple[str, CallEnd], ...] = (
    ("elsewhere", "elsewhere"),
    ("another device", "line_in_use"),
    ("normal", "normal"),
    ("busy", "busy"),
    ("rejected", "rejected"),
    ("no user responding", "no_answer"),
    ("no answer", "no_answer"),
    ("alerting", "no_answer"),
    ("unassigned", "unknown_number"),
    ("unallocated", "unknown_number"),
    ("invalid number", "unknown_number"),
    ("not subscribed", "not_allowed"),
    ("barring", "not_allowed"),
    ("preempt", "preempted"),
    ("pre-empt", "preempted"),
    ("no service", "no_service"),
    ("out of order", "far_end_lost"),
    ("no network", "no_service"),
)
"""What +CEER's free text means, by the words of the causes (TS 24.008 table 10.5.123, Q.850); first match counts."""


def end_of(report: str) -> CallEnd:
    """The meaning of a +CEER text; `unknown` for words that are not in the list."""
    words = report.lower()
    return next((end for piece, end in _ENDS if piece in words), "unknown")


def parse_calls(answer: AtAnswer) -> list[VoiceCall]:
    """The voice calls in an answer to +CLCC; lines that make no sense are left out."""
    found = []
    for line in answer.lines:
        if not line.upper().startswith("+CLCC"):
            continue
        values = [*arguments_of(line), "", "", "", "", "", ""]
        index, outgoing, state, mode = (to_int(value) for value in values[:4])
        if index is None or state not in STATES or mode != VOICE:
            continue
        found.append(VoiceCall(index, outgoing == 0, STATES[state], values[5], values[4] == "1"))
    return sorted(found, key=lambda call: call.index)


class Voice:
    """Blocking, as all of a modem's face. Every method may raise `modem.gone`, `modem.silent`, `modem.refused`.

    What the network does is told by the modem's events (`ring`, `waiting`, `call_ended`); `calls` says how things
    stand. That the other side answered is told by no event of the standard: look at `calls` meanwhile.
    """

    def __init__(self, run: Run, *, timeout: float, dial_timeout: float) -> None:
        self._run = run
        self._timeout = timeout
        self._dial_timeout = dial_timeout

    def announce(self) -> None:
        """Have callers' numbers and second calls told (+CLIP, +CCWA); again after each opening of the modem.

        A modem that knows neither tells RING only, and the number stands in `calls`.
        """
        for text in ("AT+CLIP=1", "AT+CCWA=1"):
            self._do(text)

    def calls(self) -> list[VoiceCall]:
        """All voice calls, by index."""
        return parse_calls(require(self._do("AT+CLCC")))

    def dial(self, number: str) -> None:
        """Begin a call; one in progress is held. Raises `modem.bad_number {number}`.

        A modem may end the attempt in its answer (`modem.refused {result: "BUSY"}`) or later, by `call_ended`.
        """
        if not _NUMBER.fullmatch(number):
            raise BenchError("modem.bad_number", number=number)
        require(self._run(AtCommand(f"ATD{number};", timeout=self._dial_timeout, dialling=True)))

    def answer(self) -> None:
        """Take the call that rings."""
        require(self._run(AtCommand("ATA", timeout=self._dial_timeout, dialling=True)))

    def hang_up(self) -> None:
        """End the call in progress or being set up, or refuse the one that rings; a held or waiting one stays."""
        require(self._run(AtCommand("AT+CHUP", timeout=self._timeout, priority=URGENT)))

    def refuse_waiting(self) -> None:
        """Refuse the second call (+CHLD=0)."""
        self._operate("0")

    def end_and_go_on(self) -> None:
        """End the call in progress and take the waiting or the held one (+CHLD=1)."""
        self._operate("1")

    def hold_and_go_on(self) -> None:
        """Hold the call in progress and take the waiting or the held one; swaps two calls (+CHLD=2)."""
        self._operate("2")

    def end_one(self, index: int) -> None:
        """End the call with this index, held or not (+CHLD=1x)."""
        self._operate(f"1{index}")

    def tone(self, key: str) -> None:
        """A tone of the key pad, `0`-`9`, `*`, `#` (+VTS). Raises `modem.bad_number {number}`."""
        if len(key) != 1 or key not in "0123456789*#":
            raise BenchError("modem.bad_number", number=key)
        require(self._do(f"AT+VTS={key}"))

    def mute(self, muted: bool) -> None:
        """Let the other side hear nothing, or hear again (+CMUT)."""
        require(self._do(f"AT+CMUT={int(muted)}"))

    def last_end(self) -> CallEnd:
        """Why the last call ended (+CEER); `unknown` where the modem does not tell."""
        answer = self._do("AT+CEER")
        line = answer.line("+CEER") if answer.ok else None
        return end_of(unquote(after_prefix(line))) if line else "unknown"

    def _operate(self, operation: str) -> None:
        require(self._do(f"AT+CHLD={operation}"))

    def _do(self, text: str) -> AtAnswer:
        return self._run(AtCommand(text, timeout=self._timeout))

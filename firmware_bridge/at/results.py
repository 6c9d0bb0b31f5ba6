"""Final result codes: the line that ends an answer (V.250 §5.7, TS 27.007 §9, TS 27.005 §3.2.5)."""

from __future__ import annotations

import re
from dataclasses import dataclass

OK_CODES = frozenset({"OK"})
ERROR_CODES = frozenset({"ERROR", "ABORTED", "COMMAND NOT SUPPORT", "COMMAND NOT SUPPORTED", "TOO MANY PARAMETERS"})
CALL_CODES = frozenset({"NO CARRIER", "BUSY", "NO ANSWER", "NO DIALTONE", "NO DIAL TONE"})
"""They end a dial command only; at any other time they are notices about a call."""

_NUMBERED = re.compile(r"\+(CME|CMS) ERROR\s*:\s*(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FinalResult:
    """How an answer ended. `code` is the number after `+CME ERROR:`/`+CMS ERROR:`, if there was one."""

    ok: bool
    text: str
    code: int | None = None


OK = FinalResult(True, "OK")


def parse_final(line: str, dialling: bool = False) -> FinalResult | None:
    """The final result in `line`, or None. `dialling` also accepts the codes that end a call attempt."""
    if line == "OK":
        return OK
    if line[:1] not in "+ECANBT":
        return None
    if line in ERROR_CODES:
        return FinalResult(False, line)
    if line.startswith(("+CM", "+cm")) and (match := _NUMBERED.fullmatch(line)):
        value = match[2].strip()
        return FinalResult(False, line, int(value) if value.isdigit() else None)
    if dialling:
        if line in CALL_CODES:
            return FinalResult(False, line)
        if line == "CONNECT" or line.startswith("CONNECT "):
            return FinalResult(True, line)
    return None

"""Unsolicited result codes: which lines are news of the modem's own accord and which belong to an answer."""

from __future__ import annotations

import re

from firmware_bridge.at.values import split_arguments

PLAIN = frozenset({"RING", "NO CARRIER", "BUSY", "NO ANSWER", "RDY", "Call Ready", "SMS Ready", "PB DONE", "SMS DONE"})
PREFIXES = frozenset(
    {
        "+CRING",
        "+CLIP",
        "+CCWA",
        "+CREG",
        "+CGREG",
        "+CEREG",
        "+C5GREG",
        "+CGEV",
        "+CMTI",
        "+CMT",
        "+CDS",
        "+CDSI",
        "+CBM",
        "+CUSD",
        "+CPIN",
        "+CTZV",
        "+CTZE",
        "+CIEV",
        "+CSSU",
        "+CSSI",
        "+CFUN",
        "+QIND",
        "+QUSIM",
        "+QSIMSTAT",
        "+SIM",
        "^SYSSTART",
        "^MODE",
        "^RSSI",
        "^SIMST",
    }
)
WITH_BODY = frozenset({"+CMT", "+CDS", "+CBM"})
"""The next line is the message itself (TS 27.005 §3.4.1)."""

REGISTRATION = frozenset({"+CREG", "+CGREG", "+CEREG", "+C5GREG"})
_SMALL_NUMBER = re.compile(r"\d{1,2}")
_EXTENDED = re.compile(r"[+^#*$%!][A-Za-z0-9_]+(?=:)")


def prefix_of(line: str) -> str:
    """The name before the colon in capitals (`+CREG`), or an empty text."""
    match = _EXTENDED.match(line)
    return match[0].upper() if match else ""


def is_registration_answer(line: str) -> bool:
    """Whether a `+C…REG:` line answers a query (`n,stat[,…]`) and is no notice (`stat[,"tac","ci"…]`).

    TS 27.007 §7.2: the answer's second value is the state, a small bare number; the notice's is an area code.
    A test form answers with a list in brackets.
    """
    arguments = split_arguments(line.partition(":")[2])
    if arguments and arguments[0].startswith("("):
        return True
    return len(arguments) >= 2 and _SMALL_NUMBER.fullmatch(arguments[1]) is not None


def is_notice(line: str, prefix: str) -> bool:
    """Whether `line` is a known unsolicited code when no running command claims it."""
    return prefix in PREFIXES or line in PLAIN

"""Final results: words and digits (V.250 §5.7.1), numbered errors (TS 27.007 §9.2, TS 27.005 §3.2.5)."""

from __future__ import annotations

NUMBERS = {
    "OK": 0,
    "CONNECT": 1,
    "RING": 2,
    "NO CARRIER": 3,
    "ERROR": 4,
    "NO DIALTONE": 6,
    "BUSY": 7,
    "NO ANSWER": 8,
}
"""Result codes after ATV0."""
_CME = {
    3: "operation not allowed",
    4: "operation not supported",
    10: "SIM not inserted",
    11: "SIM PIN required",
    12: "SIM PUK required",
    13: "SIM failure",
    14: "SIM busy",
    16: "incorrect password",
    20: "memory full",
    21: "invalid index",
    22: "not found",
    24: "text string too long",
    26: "dial string too long",
    27: "invalid characters in dial string",
    30: "no network service",
    50: "Incorrect parameters",
    100: "unknown",
}
_CMS = {
    21: "short message transfer rejected",
    302: "operation not allowed",
    303: "operation not supported",
    304: "invalid PDU mode parameter",
    305: "invalid text mode parameter",
    310: "(U)SIM not inserted",
    311: "(U)SIM PIN required",
    314: "(U)SIM busy",
    321: "invalid memory index",
    322: "memory full",
    331: "no network service",
}


def error_text(family: str, code: int, level: int) -> str:
    """The final result of a command that failed, as +CMEE `level` wants it."""
    if level == 0:
        return "ERROR"
    texts = _CMS if family == "CMS" else _CME
    return f"+{family} ERROR: {code if level == 1 else texts.get(code, 'unknown error')}"

"""Messages as lines: a JSON object with a text under `t`, and nothing else, is one. No sockets here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

MAX_LINE = 1 << 20
"""Longest line in bytes; a phone book of several thousand entries fits."""


def encode(message: dict[str, Any]) -> bytes:
    """One message as a line."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class LineReader:
    """Cuts received bytes into messages. Garbage and overlong lines give None instead of a message."""

    def __init__(self, limit: int = MAX_LINE) -> None:
        self._limit = limit
        self._rest = bytearray()
        self._skipping = False

    def feed(self, data: bytes) -> Iterator[dict[str, Any] | None]:
        """The messages that `data` completes, in order; None for each line that is none."""
        self._rest += data
        while (end := self._rest.find(b"\n")) >= 0:
            line = bytes(self._rest[:end])
            del self._rest[: end + 1]
            if self._skipping:
                self._skipping = False  # this newline ends the line that was too long and has been told
                continue
            if line.strip():
                yield None if len(line) > self._limit else _parse(line)
        if len(self._rest) > self._limit:
            self._rest.clear()
            if not self._skipping:
                self._skipping = True
                yield None


def _parse(line: bytes) -> dict[str, Any] | None:
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(message, dict) or not isinstance(message.get("t"), str):
        return None
    return message


def text(message: dict[str, Any], key: str, limit: int = 200) -> str:
    """The text under `key`, "" when it is missing, no text or longer than `limit` characters."""
    value = message.get(key)
    return value if isinstance(value, str) and len(value) <= limit else ""


def number(message: dict[str, Any], key: str) -> int:
    """The whole number under `key`, 0 when it is missing or none."""
    value = message.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0

"""What travels through the air: JSON objects, one a line, and the few values both ends share. No sockets here.

Modelled on Bluetooth Core Specification Vol 3 Part C (GAP): inquiry, numeric comparison, link keys (bonds).
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAX_LINE = 1 << 20
"""Longest line in bytes; a phone book of several thousand entries fits."""

KINDS = ("phone", "car")


@dataclass(frozen=True)
class Device:
    """Somebody who can be seen: hardware address, name for people, `phone` or `car`."""

    address: str
    name: str
    kind: str


@dataclass(frozen=True)
class PairingRequest:
    """Ask the person to compare `number` (6 digits) with the one on `peer`'s screen (GAP numeric comparison)."""

    peer: str
    number: str
    name: str = ""
    kind: str = ""
    initiator: bool = False
    """True on the side that began the pairing."""


@dataclass(frozen=True)
class Bond:
    """What one side keeps of a pairing: who, and the link key (hex, secret) that proves it later."""

    address: str
    name: str
    key: str


def encode(message: dict[str, Any]) -> bytes:
    """One message as a line."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def prove(key: str, nonce: str, sender: str, receiver: str) -> str:
    """The proof that `sender` holds the link key, for one `nonce`: HMAC-SHA-256, hex."""
    text = "|".join((nonce, sender, receiver)).encode()
    return hmac.new(bytes.fromhex(key), text, hashlib.sha256).hexdigest()


def proves(proof: str, key: str, nonce: str, sender: str, receiver: str) -> bool:
    """Whether `proof` was made with `key`; in constant time."""
    return hmac.compare_digest(proof.encode(), prove(key, nonce, sender, receiver).encode())


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

"""What travels through the air (as lines of `core.lines`): the few values both ends share. No sockets here.

Modelled on Bluetooth Core Specification Vol 3 Part C (GAP): inquiry, numeric comparison, link keys (bonds).
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

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


def prove(key: str, nonce: str, sender: str, receiver: str) -> str:
    """The proof that `sender` holds the link key, for one `nonce`: HMAC-SHA-256, hex."""
    text = "|".join((nonce, sender, receiver)).encode()
    return hmac.new(bytes.fromhex(key), text, hashlib.sha256).hexdigest()


def proves(proof: str, key: str, nonce: str, sender: str, receiver: str) -> bool:
    """Whether `proof` was made with `key`; in constant time."""
    return hmac.compare_digest(proof.encode(), prove(key, nonce, sender, receiver).encode())

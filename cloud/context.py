"""What every part of the cloud is handed: time, chance, events, faults, settings, brand, storage, its address."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from cloud.identity.hashing import PasswordHashing
from cloud.storage.database import Database
from core.brand import BrandPack, all_brands
from core.clock import Clock
from core.events import Event, EventLog
from core.faults import Faults
from core.randomness import Randomness, token
from core.settings import Settings

ACTOR = "cloud"
FAULT_PORT = "cloud.server"


@dataclass(frozen=True, kw_only=True)
class ServerContext:
    """What each server with a database has. Handed in, never reached for.

    `issuer` is the public address without a slash at its end.
    """

    actor: ClassVar[str] = ACTOR
    clock: Clock
    events: EventLog
    faults: Faults
    randomness: Randomness
    settings: Settings
    database: Database
    hashing: PasswordHashing
    issuer: str

    def now(self) -> float:
        """Seconds since 1970 UTC of the bench's clock."""
        return self.clock.timestamp()

    def secret(self) -> str:
        """A new unguessable text (256 bits)."""
        return token(self.randomness)

    def emit(self, kind: str, **data: Any) -> Event:
        """Record what the server did."""
        return self.events.emit(self.actor, kind, **data)


@dataclass(frozen=True, kw_only=True)
class Context(ServerContext):
    """What the car maker's cloud has besides: the brands whose cars and apps it serves, one of them its own."""

    brand: BrandPack
    """Whose pages are shown when nothing names a brand."""

    @cached_property
    def brands(self) -> dict[str, BrandPack]:
        """All brands by id, the own one first."""
        return {pack.id: pack for pack in all_brands(self.brand)}


def fingerprint(secret: str) -> str:
    """What is stored of a random secret. A plain hash is enough for 256 random bits; passwords take argon2."""
    return hashlib.sha256(secret.encode()).hexdigest()

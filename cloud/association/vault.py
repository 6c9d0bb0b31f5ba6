"""Seals secrets that must be given out again, such as refresh tokens: a copy of the database alone opens nothing."""

from __future__ import annotations

import base64
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from core.randomness import Randomness
from core.store import JsonStore


class Vault:
    """One key in `folder` (0600), made at the first start."""

    def __init__(self, folder: Path, randomness: Randomness) -> None:
        store = JsonStore(folder / "association-key.json")
        key = store.load().get("key")
        if not isinstance(key, str):
            key = base64.urlsafe_b64encode(randomness.bytes(32)).decode()
            store.save({"key": key})
        self._fernet = Fernet(key)

    def seal(self, secret: str) -> str:
        """What may be stored."""
        return self._fernet.encrypt(secret.encode()).decode()

    def open(self, sealed: str) -> str:
        """The secret; "" for nothing and for what another key has sealed."""
        try:
            return self._fernet.decrypt(sealed.encode()).decode() if sealed else ""
        except InvalidToken:
            return ""

"""The signed-in account on this phone: user, tokens, PIN, in one file (mode 0600) that survives a kill."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from core.errors import BenchError
from core.store import JsonStore
from phone_app.apps.brand_app.app_pin import AppPin
from phone_app.apps.brand_app.cloud import AppCloud, Tokens

T = TypeVar("T")


class Account:
    """Who is signed in. Blocking where it says so; safe from several threads of `core.tasks`."""

    def __init__(self, path: Path, cloud: AppCloud) -> None:
        self.user: dict[str, Any] = {}
        self.pin: AppPin | None = None
        self.terms_accepted = False
        self.trouble: BenchError | None = None
        """Why the stored sign-in could not be read; the file was kept aside."""
        self._cloud = cloud
        self._store = JsonStore(path)
        self._tokens: Tokens | None = None
        self._lock = threading.RLock()
        self._refreshing = threading.Lock()
        self._load()

    @property
    def signed_in(self) -> bool:
        """Whether there are tokens."""
        return self._tokens is not None

    def start(self, tokens: Tokens, user: dict[str, Any]) -> None:
        """Keep a new sign-in. Raises `storage.*`; then nobody is signed in."""
        with self._lock:
            self._tokens, self.user = tokens, user
            self.pin, self.terms_accepted = None, False
            try:
                self._save()
            except BenchError:
                self._tokens, self.user = None, {}
                raise

    def keep_pin(self, pin: AppPin) -> None:
        """Store the PIN or its count of mistakes; without effect when nobody is signed in any more."""
        with self._lock:
            if self._tokens is not None:
                self.pin = pin
                self._save()

    def keep_terms_accepted(self) -> None:
        """Remember that the terms need not be shown again."""
        with self._lock:
            self.terms_accepted = True
            self._save()

    def end(self) -> Tokens | None:
        """Forget everything at once; gives the tokens, to be revoked."""
        with self._lock:
            tokens, self._tokens = self._tokens, None
            self.user, self.pin, self.terms_accepted = {}, None, False
            self._store.path.unlink(missing_ok=True)
            return tokens

    def erase(self) -> None:
        """What was kept aside of it goes too: the app is taken off the phone."""
        with self._lock:
            if self._tokens is None:
                self._store.erase()

    def call(self, work: Callable[[str], T]) -> T:
        """`work(access token)` with a fresh token, once more with a new one when it was refused. Blocking.

        Raises what `work` raises, and `auth.ended` when the cloud knows the sign-in no more.
        """
        access = self._access(refused="")
        try:
            return work(access)
        except BenchError as error:
            if error.code != "auth.token_refused":
                raise
        try:
            return work(self._access(refused=access))
        except BenchError as error:
            if error.code == "auth.token_refused":
                raise BenchError("auth.ended") from error
            raise

    def _access(self, refused: str) -> str:
        with self._refreshing:  # one refresh at a time: a refresh token is good for one use
            tokens = self._tokens
            if tokens is None:
                raise BenchError("auth.ended")
            if tokens.access != refused and self._cloud.is_fresh(tokens):
                return tokens.access
            fresh = self._cloud.refresh(tokens)
            with self._lock:
                if self._tokens is not tokens:  # signed out meanwhile
                    raise BenchError("auth.ended")
                self._tokens = fresh
                self._save()
            return fresh.access

    def _save(self) -> None:
        self._store.save(
            {
                "user": self.user,
                "tokens": asdict(self._tokens) if self._tokens else None,
                "pin": asdict(self.pin) if self.pin else None,
                "terms_accepted": self.terms_accepted,
            }
        )

    def _load(self) -> None:
        stored = self._store.load()
        try:
            if stored.get("tokens"):
                self._tokens = Tokens(**stored["tokens"])
                self.user = dict(stored["user"])
                self.pin = AppPin(**stored["pin"]) if stored.get("pin") else None
                self.terms_accepted = stored.get("terms_accepted") is True
        except (KeyError, TypeError, ValueError):
            self._tokens, self.user, self.pin = None, {}, None
            self._store.set_aside()
        if self._store.kept_aside is not None:
            self.trouble = BenchError("storage.damaged", path=str(self._store.kept_aside))

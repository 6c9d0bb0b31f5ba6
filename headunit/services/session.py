"""One driver's signed-in conversation with the cloud: bearer token, refreshed in time, kept at once. Blocking."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.clock import Clock
from core.errors import BenchError
from headunit.services.cloud import Cloud
from headunit.services.identity import Identity

if TYPE_CHECKING:
    from core.http import Answer

EARLY = 30.0
"""Seconds before its end at which an access token is renewed, so that none dies on its way."""


class Session:
    """Calls in a driver's name. `keep(tokens)` must have new tokens on disk before it returns.

    Calls raise `auth.expired` when the refresh token is refused, `auth.forbidden` for 403, and what `Cloud` raises.
    """

    def __init__(
        self,
        cloud: Cloud,
        identity: Identity,
        tokens: dict[str, Any],
        *,
        clock: Clock,
        keep: Callable[[dict[str, Any]], None] | None = None,
    ) -> None:
        self._cloud = cloud
        self._identity = identity
        self._clock = clock
        self.keep = keep
        self._lock = threading.Lock()
        self.tokens = dict(tokens)

    def call(self, method: str, path: str, json: Any = None) -> Answer:
        """One request with the bearer token; a refused token is refreshed once."""
        bearer = self._bearer()
        answer = self._cloud.request(method, path, json=json, bearer=bearer)
        if answer.status == 401:
            answer = self._cloud.request(method, path, json=json, bearer=self._bearer(refused=bearer))
        if answer.status == 401:
            raise BenchError("auth.expired")
        if answer.status == 403:
            raise BenchError("auth.forbidden")
        return answer

    def revoke(self) -> None:
        """Give the tokens back."""
        self._identity.revoke(self.tokens)

    def userinfo(self) -> dict[str, Any]:
        """`sub, email, name, …` of the driver. Raises `cloud.broken` without a `sub`."""
        answer = self.call("GET", self._identity.userinfo_path())
        if not answer.ok or not answer.body.get("sub"):
            raise BenchError("cloud.broken", status=answer.status)
        return answer.body

    def _bearer(self, refused: str | None = None) -> str:
        with self._lock:
            token = self.tokens.get("access_token")
            fresh = self._clock.timestamp() < float(self.tokens.get("expires_at", 0)) - EARLY
            if token and fresh and token != refused:
                return str(token)
            self.tokens = self._identity.refresh(self.tokens)
            if self.keep is not None:
                self.keep(self.tokens)
            return str(self.tokens["access_token"])

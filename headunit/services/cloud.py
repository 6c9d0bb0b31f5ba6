"""The car's door to the cloud: one HTTP client, discovery, and whether the cloud is in reach. Blocking."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import HTTP_KINDS, Faults
from core.settings import Settings

if TYPE_CHECKING:
    from core.http import Answer, HttpClient

OFFLINE = frozenset({"cloud.unreachable", "cloud.timeout", "cloud.broken"})
"""Codes after which the car works on with what it has."""
DISCOVERY = "/.well-known/openid-configuration"


class Cloud:
    """Requests to the cloud at `base_url`. `on_online(bool)` is called on the asking thread when that changes.

    Raises `cloud.unreachable`, `cloud.timeout`, `cloud.broken` like `core.http`.
    """

    def __init__(self, base_url: str, *, clock: Clock, events: EventLog, faults: Faults, settings: Settings) -> None:
        self.base_url = base_url.rstrip("/")
        self.online = True
        self.in_reception = True
        """False: the car is where no mobile network reaches; every request fails as `cloud.unreachable`."""
        self.on_online: Callable[[bool], None] | None = None
        self._clock = clock
        self._events = events
        self._faults = faults
        self._settings = settings
        self._client: HttpClient | None = None
        self._endpoints: dict[str, Any] | None = None
        self._lock = threading.Lock()
        # Before the client is there, so that a fault can be set before the first request.
        faults.declare("car.http", HTTP_KINDS)

    def request(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        form: dict[str, str] | None = None,
        bearer: str | None = None,
    ) -> Answer:
        """One request; 4xx answers are given back."""
        if not self.in_reception:
            self._reached(False)
            raise BenchError("cloud.unreachable")
        try:
            answer = self._http().request(method, path, json=json, form=form, bearer=bearer)
        except BenchError as error:
            if error.code in OFFLINE:
                self._reached(False)
            raise
        self._reached(True)
        return answer

    def endpoint(self, name: str, default: str) -> str:
        """The path of an end point by OpenID Connect Discovery §4; `default` when the provider does not name it.

        An end point on another server than the issuer's is refused as `cloud.broken`: tokens go nowhere else.
        """
        if self._endpoints is None:
            answer = self.request("GET", DISCOVERY)
            self._endpoints = answer.body if answer.ok else {}
        address = self._endpoints.get(name)
        if not isinstance(address, str):
            return default
        if not address.startswith(self.base_url + "/"):
            raise BenchError("cloud.broken", endpoint=name)
        return address[len(self.base_url) :]

    def probe(self) -> None:
        """Ask for the discovery document only to learn whether the cloud is in reach."""
        self.request("GET", DISCOVERY)

    def close(self) -> None:
        """Drop the connections."""
        with self._lock:
            if self._client is not None:
                self._client.close()
                self._client = None

    def _http(self) -> HttpClient:
        with self._lock:
            if self._client is None:
                # urllib3 costs 50 ms to import: not before the first request, and never on the Qt thread.
                from core.http import HttpClient

                self._client = HttpClient(
                    self.base_url,
                    actor="car",
                    clock=self._clock,
                    events=self._events,
                    faults=self._faults,
                    wall_timeout=self._settings.http_wall_timeout,
                )
            return self._client

    def _reached(self, online: bool) -> None:
        if online != self.online:
            self.online = online
            if self.on_online is not None:
                self.on_online(online)

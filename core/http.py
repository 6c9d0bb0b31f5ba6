"""HTTP for the car and the phone: JSON in, JSON out, one error code a kind of trouble, faults on demand.

Blocking: call it through `core.tasks`. Each request is an event, and its id travels in `X-Bench-Cause`, so
that what the cloud does can be traced to the touch that led to it.
"""

from __future__ import annotations

import json as json_format
import ssl
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import urllib3

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import HTTP_KINDS, Fault, Faults

CAUSE_HEADER = "X-Bench-Cause"


@dataclass(frozen=True)
class Answer:
    """What the server said. `body` is the JSON object, or {} when there was none."""

    status: int
    body: dict[str, Any]

    @property
    def ok(self) -> bool:
        """True for 2xx."""
        return 200 <= self.status < 300


class HttpClient:
    """Requests to one server. Raises `cloud.unreachable`, `cloud.timeout`, `cloud.broken` (not JSON, or 5xx)."""

    def __init__(
        self,
        base_url: str,
        *,
        actor: str,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        wall_timeout: float = 10.0,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self._actor = actor
        self._clock = clock
        self._events = events
        self._faults = faults
        self._port = f"{actor}.http"
        faults.declare(self._port, HTTP_KINDS)
        self._pool = urllib3.PoolManager(
            timeout=urllib3.Timeout(connect=min(3.0, wall_timeout), read=wall_timeout),
            retries=False,
            ssl_context=ssl_context,
            maxsize=4,
        )

    def get(self, path: str, *, bearer: str | None = None) -> Answer:
        """GET `path` (absolute path with query)."""
        return self.request("GET", path, bearer=bearer)

    def post_form(self, path: str, form: dict[str, str], *, bearer: str | None = None) -> Answer:
        """POST `form` as application/x-www-form-urlencoded."""
        return self.request("POST", path, form=form, bearer=bearer)

    def request(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        form: dict[str, str] | None = None,
        bearer: str | None = None,
    ) -> Answer:
        """One request; 4xx answers are returned, not raised, since they are the protocol's to understand."""
        operation = f"{method} {path.partition('?')[0]}"
        event = self._events.emit(self._actor, "http.request", operation=operation)
        fault = self._faults.take(self._port, operation)
        if (answer := self._faulty(fault)) is not None:
            return answer
        headers = {"Accept": "application/json", CAUSE_HEADER: event.id}
        if bearer:
            headers["Authorization"] = f"Bearer {bearer}"
        body = None
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(form)
        try:
            response = self._pool.request(
                method, self.base_url + path, headers=headers, body=body, json=json, redirect=False
            )
        except urllib3.exceptions.ConnectTimeoutError as error:
            raise BenchError("cloud.unreachable") from error
        except urllib3.exceptions.TimeoutError as error:
            raise BenchError("cloud.timeout") from error
        except urllib3.exceptions.HTTPError as error:
            raise BenchError("cloud.unreachable") from error
        self._events.emit(self._actor, "http.answer", cause=event.id, operation=operation, status=response.status)
        if fault is not None and fault.kind == "lost":
            raise BenchError("cloud.timeout", fault=True)
        if response.status >= 500:
            raise BenchError("cloud.broken", status=response.status, reason=_reason_of(response.data))
        if response.status == 204 or not response.data:
            return Answer(response.status, {})
        try:
            value = response.json()
        except ValueError as error:
            raise BenchError("cloud.broken", status=response.status) from error
        return Answer(response.status, value if isinstance(value, dict) else {"items": value})

    def close(self) -> None:
        """Drop all connections."""
        self._pool.clear()

    def _faulty(self, fault: Fault | None) -> Answer | None:
        if fault is None:
            return None
        if fault.delay:
            self._clock.sleep(fault.delay)
        if fault.kind in ("slow", "lost"):
            return None
        if fault.kind == "unauthorized":
            return Answer(401, {"error": "invalid_token"})
        raise BenchError(f"cloud.{fault.kind}", fault=True)


def _reason_of(body: bytes) -> str:
    """The bench's `code` in an error's JSON (a server under maintenance says so), or ""."""
    try:
        value = json_format.loads(body)
    except ValueError:
        return ""
    return str(value.get("code") or "") if isinstance(value, dict) else ""

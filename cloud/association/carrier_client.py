"""The car maker's requests to the operator: OAuth (PAR, tokens) and ODSA. Blocking; on the server's own threads."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

import urllib3

from cloud.association.place import CarrierPlace
from cloud.context import Context
from cloud.odsa.document import DocumentError
from cloud.odsa.messages import Answer, Request
from core.errors import BenchError
from core.faults import HTTP_KINDS
from core.http import CAUSE_HEADER

FAULT_PORT = "cloud.carrier"
WALL_TIMEOUT = 5.0
"""Seconds of real time: a car waits for our answer meanwhile, and gives up after ten."""


class CarrierClient:
    """Raises `carrier.unreachable`, `carrier.maintenance {retry_after}`, `carrier.refused {reason}` (it says no to
    us), and `carrier.grant_ended` (the association is over).
    """

    def __init__(self, place: CarrierPlace, context: Context) -> None:
        self.base_url = place.base_url.rstrip("/")
        self.client_id = place.client_id
        self._context = context
        secret = f"{quote(place.client_id, safe='')}:{quote(place.client_secret, safe='')}"  # RFC 6749 §2.3.1
        self._basic = urllib3.make_headers(basic_auth=secret)
        self._pool = urllib3.PoolManager(
            timeout=urllib3.Timeout(connect=2.0, read=WALL_TIMEOUT), retries=False, maxsize=4
        )
        context.faults.declare(FAULT_PORT, HTTP_KINDS)

    def push(self, form: dict[str, str]) -> tuple[str, int]:
        """RFC 9126 §2: the handle and its lifetime in seconds."""
        body = self._json("/oauth/par", {**form, "client_id": self.client_id})
        try:
            return str(body["request_uri"]), int(body["expires_in"])
        except (KeyError, ValueError, TypeError) as error:
            raise BenchError("carrier.refused", reason="par") from error

    def authorize_url(self, handle: str) -> str:
        """Where the browser goes with a handle (RFC 9126 §4)."""
        return f"{self.base_url}/oauth/authorize?{urlencode({'client_id': self.client_id, 'request_uri': handle})}"

    def tokens(self, **form: str) -> dict[str, Any]:
        """RFC 6749 §4.1.3 and §6."""
        body = self._json("/oauth/token", form)
        if not all(isinstance(body.get(name), str) for name in ("access_token", "refresh_token")):
            raise BenchError("carrier.refused", reason="token")
        return body

    def revoke(self, token: str) -> None:
        """RFC 7009."""
        self._json("/oauth/revoke", {"token": token})

    def entitlement(self, access_token: str, request: Request) -> Answer:
        """One ODSA operation. A token that is refused is `carrier.grant_ended`."""
        path = f"/entitlement?{urlencode(request.to_query())}"
        headers = {"Authorization": f"Bearer {access_token}"}
        status, data = self._send("GET", path, f"GET /entitlement {request.operation}", headers)
        if status == 401:
            raise BenchError("carrier.grant_ended")
        try:
            return Answer.from_bytes(data)
        except DocumentError as error:
            raise BenchError("carrier.refused", reason=f"HTTP {status}") from error

    def _json(self, path: str, form: dict[str, str]) -> dict[str, Any]:
        import json

        headers = {**self._basic, "Content-Type": "application/x-www-form-urlencoded"}
        status, data = self._send("POST", path, f"POST {path}", headers, urlencode(form).encode())
        try:
            body = json.loads(data)
        except ValueError as error:
            raise BenchError("carrier.refused", reason=f"HTTP {status}") from error
        if status < 300 and isinstance(body, dict):
            return body
        reason = str(body.get("error", status)) if isinstance(body, dict) else str(status)
        raise BenchError("carrier.grant_ended" if reason == "invalid_grant" else "carrier.refused", reason=reason)

    def _send(
        self, method: str, path: str, operation: str, headers: dict[str, str], body: bytes | None = None
    ) -> tuple[int, bytes]:
        context = self._context
        event = context.emit("carrier.request", operation=operation)
        fault = context.faults.take(FAULT_PORT, operation)
        if fault is not None:
            if fault.delay:
                context.clock.sleep(fault.delay)
            if fault.kind == "unauthorized":
                raise BenchError(
                    "carrier.grant_ended" if "Bearer" in headers.get("Authorization", "") else "carrier.refused"
                )
            if fault.kind not in ("slow", "lost"):
                raise BenchError("carrier.unreachable", reason=fault.kind)
        try:
            response = self._pool.request(
                method, self.base_url + path, headers={**headers, CAUSE_HEADER: event.id}, body=body, redirect=False
            )
        except urllib3.exceptions.HTTPError as error:
            raise BenchError("carrier.unreachable", reason=type(error).__name__) from error
        context.emit("carrier.answer", operation=operation, status=response.status)
        if fault is not None and fault.kind == "lost":
            raise BenchError("carrier.unreachable", reason="lost")
        if response.status == 503 and (wait := response.headers.get("Retry-After")):
            raise BenchError("carrier.maintenance", retry_after=wait)
        if response.status >= 500:
            raise BenchError("carrier.unreachable", reason=f"HTTP {response.status}")
        return response.status, response.data

"""HTTPS to SM-DP+ servers: an explicit TLS context, one connection a server, faults on demand (SGP.22 §6.2).

`http.client` does: the larger HTTP libraries cost more time to load than a list of profiles takes.
"""

from __future__ import annotations

import contextlib
import http.client
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from core.clock import Clock
from core.errors import BenchError
from core.faults import Fault, Faults
from firmware_bridge.lpa.tls import TlsConnection

PORT = "lpa.http"
KINDS = ("unreachable", "timeout", "slow", "reset", "broken", "not_json", "lost")
"""`lost`: the server acts, but its answer never arrives. `broken`: 500 with a page, as some servers say it."""
HEADERS = {
    "User-Agent": "gsma-rsp-lpad",
    "X-Admin-Protocol": "gsma/rsp/v2.2.2",
    "Content-Type": "application/json",
    "Accept": "application/json",
}
LONGEST_ANSWER = 4 * 1024 * 1024
"""Bytes: a bound profile package of a megabyte, in base64 and with room."""
NEVER_REAL = ("example", "invalid", "example.com", "example.net", "example.org")
"""Names that no server in the world has (RFC 2606): only `connect_to` says where such a one is."""


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """Status and body, as they came."""

    status: int
    body: bytes


Place = Callable[[str], tuple[str, int] | None]
"""Host and port where the server of that name is; None: where its name says."""


class Es9Transport(Protocol):
    """What carries one request to a server."""

    def post(self, address: str, path: str, body: bytes) -> HttpAnswer:
        """POST `body` to `path` at `address`. Raises `smdp.unreachable`, `smdp.timeout`, `smdp.certificate`."""
        ...

    def rest(self) -> None:
        """Nothing is asked for a while: connections need not be kept."""
        ...


class HttpsTransport:
    """One kept connection to the server that was asked last. For one thread at a time.

    `connect_to` is where servers are really reached, host and port: one place for all, or asked by name. The name is
    still what the TLS certificate must bear. `wall_timeout` is seconds of real time for one answer.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        faults: Faults,
        context: ssl.SSLContext,
        connect_to: tuple[str, int] | Place | None = None,
        wall_timeout: float = 30.0,
    ) -> None:
        faults.declare(PORT, KINDS)
        self._clock = clock
        self._faults = faults
        self._context = context
        self._place: Place = connect_to if callable(connect_to) else lambda _: connect_to
        self._wall_timeout = wall_timeout
        self._address = ""
        self._connection: http.client.HTTPSConnection | None = None

    def post(self, address: str, path: str, body: bytes) -> HttpAnswer:
        """POST `body` to `path` at `address`; see `Es9Transport`."""
        fault = self._faults.take(PORT, path.rpartition("/")[2])
        if (answer := self._faulty(fault, address)) is not None:
            return answer
        answer = self._exchange(address, path, body)
        if fault is not None and fault.kind == "lost":
            self.rest()
            raise BenchError("smdp.timeout", address=address, fault=True)
        return answer

    def rest(self) -> None:
        """Close the connection; the next request opens a new one."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _exchange(self, address: str, path: str, body: bytes) -> HttpAnswer:
        was_kept = self._connection is not None and self._address == address
        try:
            connection = self._connect(address)
            connection.request("POST", path, body, HEADERS)
            response = connection.getresponse()
            content = response.read(LONGEST_ANSWER + 1)
        except ssl.SSLCertVerificationError as error:
            raise self._failed("smdp.certificate", address, error.verify_message) from error
        except TimeoutError as error:
            raise self._failed("smdp.timeout", address, str(error)) from error
        except (OSError, http.client.HTTPException) as error:
            if was_kept and isinstance(error, (ConnectionError, ssl.SSLEOFError)):
                self.rest()  # servers close connections that rest, and a card may think for seconds
                return self._exchange(address, path, body)
            raise self._failed("smdp.unreachable", address, str(error) or type(error).__name__) from error
        if len(content) > LONGEST_ANSWER:
            raise self._failed("smdp.not_json", address, "longer than any answer")
        if response.will_close:
            self.rest()
        return HttpAnswer(response.status, content)

    def _failed(self, code: str, address: str, reason: str) -> BenchError:
        with contextlib.suppress(OSError):
            self.rest()
        return BenchError(code, address=address, reason=reason)

    def _connect(self, address: str) -> http.client.HTTPSConnection:
        if self._connection is None or self._address != address:
            self.rest()
            place = self._place(address)
            if place is None and _never_real(address):
                raise BenchError("smdp.unreachable", address=address, reason="a name for examples; say where it is")
            place = place or (address, http.client.HTTPS_PORT)
            connection = TlsConnection(address, place, self._context, self._wall_timeout)
            connection.connect()
            self._connection, self._address = connection, address
        return self._connection

    def _faulty(self, fault: Fault | None, address: str) -> HttpAnswer | None:
        if fault is None or fault.kind == "lost":
            return None
        if fault.kind == "slow":
            self._clock.sleep(fault.delay)
            return None
        self.rest()
        if fault.kind == "broken":
            return HttpAnswer(500, b"<html><body>Internal Server Error</body></html>")
        if fault.kind == "not_json":
            return HttpAnswer(200, b"<html><body>Welcome to this hotel</body></html>")
        if fault.kind == "timeout":
            raise BenchError("smdp.timeout", address=address, fault=True)
        raise BenchError("smdp.unreachable", address=address, reason=fault.kind, fault=True)


def _never_real(address: str) -> bool:
    name = address.lower().rstrip(".")
    return any(name == one or name.endswith(f".{one}") for one in NEVER_REAL)

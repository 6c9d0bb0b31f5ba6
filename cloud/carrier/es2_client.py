"""ES2+ as the operator's side speaks it: JSON over HTTPS, both ends with certificates of the CI (SGP.22 §5.3, §6.5)."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.clock import Clock
from core.errors import BenchError
from core.randomness import Randomness

BASE = "/gsma/rsp2/es2plus/"
HEADERS = {"X-Admin-Protocol": "gsma/rsp/v2.1.0", "Content-Type": "application/json"}
OPERATOR, OPERATOR_OID = "operator.bench.example", "2.999.20"
"""Who orders: the name and the object identifier in the operator's certificate."""
TIMEOUT = 10.0
"""Seconds of real time for one answer."""
LONGEST_ANSWER = 64 * 1024


@dataclass(frozen=True)
class SmdpPlace:
    """Where profiles are ordered: `host` and `port` to connect to, the server's `name` in its certificate.

    `pki` is the folder of the bench's CI, which gives the operator its certificate.
    """

    host: str
    port: int
    name: str
    pki: Path


class Es2Client:
    """Orders at one SM-DP+. `folder` keeps the operator's certificate and key (0600)."""

    def __init__(self, place: SmdpPlace, folder: Path, *, clock: Clock, randomness: Randomness) -> None:
        self.place = place
        self._folder = folder
        self._clock = clock
        self._randomness = randomness
        self._tls: ssl.SSLContext | None = None

    def call(self, function: str, **body: Any) -> dict[str, Any]:
        """Carry out an ES2+ function.

        Raises `esim.order_refused {subject, reason}` with the standard's status code, `esim.order_failed {reason}`
        when the server cannot be reached or says nothing sensible, and the errors of the storage.
        """
        header = {"functionRequesterIdentifier": OPERATOR_OID, "functionCallIdentifier": function}
        try:
            status, data = self._post(function, json.dumps({"header": header, **body}).encode())
            answer = json.loads(data)
            execution = answer["header"]["functionExecutionStatus"]
            done = execution["status"].startswith("Executed")
            code = {} if done else execution["statusCodeData"]
            subject, reason = str(code.get("subjectCode", "")), str(code.get("reasonCode", ""))
        except (OSError, http.client.HTTPException) as error:
            raise BenchError("esim.order_failed", reason=str(error) or type(error).__name__) from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BenchError("esim.order_failed", reason=f"{function}: HTTP {status}, no sense") from error
        if not done:
            raise BenchError("esim.order_refused", subject=subject, reason=reason)
        return dict(answer)

    def _post(self, function: str, body: bytes) -> tuple[int, bytes]:
        place, tls = self.place, self._context()
        with contextlib.ExitStack() as stack:
            plain = stack.enter_context(socket.create_connection((place.host, place.port), TIMEOUT))
            connection = http.client.HTTPConnection(place.name, timeout=TIMEOUT)
            connection.sock = stack.enter_context(tls.wrap_socket(plain, server_hostname=place.name))
            connection.request("POST", BASE + function, body, HEADERS)
            answer = connection.getresponse()
            return answer.status, answer.read(LONGEST_ANSWER)

    def _context(self) -> ssl.SSLContext:
        if self._tls is None:
            from core.rsp.certificates import Role
            from core.rsp.pki import CI_CERTIFICATE, load_or_issue, load_or_make_ci

            issuer = load_or_make_ci(self.place.pki, randomness=self._randomness, clock=self._clock)
            path = self._folder / "operator.pem"
            load_or_issue(path, issuer.certificate, lambda: issuer.issue_server(Role.DP_TLS, OPERATOR, OPERATOR_OID))
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.minimum_version = ssl.TLSVersion.TLSv1_2
            context.load_verify_locations(self.place.pki / CI_CERTIFICATE)
            context.load_cert_chain(path)
            self._tls = context
        return self._tls

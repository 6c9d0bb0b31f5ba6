"""The car's way to the SM-DP+: HTTPS to where the vehicle cloud says that it is, trusting the bench's test CI."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from core.clock import Clock
from core.errors import BenchError
from core.faults import Faults
from core.settings import Settings

if TYPE_CHECKING:
    from firmware_bridge import HttpsTransport
    from firmware_bridge.lpa.transport import HttpAnswer

BENCH_NAMES = (".example",)
"""Names that no real server can have (RFC 6761 §6.5): they are the bench's, wherever that runs."""
CI_CERTIFICATE = "ci-certificate.pem"


class SmdpWay:
    """What carries the LPA's requests (`Es9Transport`). Until `lead` was called there is no way.

    `pki` is the folder of the bench's CI; None: only the system's issuers are trusted.
    """

    def __init__(self, pki: Path | None, *, clock: Clock, faults: Faults, settings: Settings) -> None:
        self._pki = pki
        self._clock = clock
        self._faults = faults
        self._settings = settings
        self._place: tuple[str, int] | None = None
        self._transport: HttpsTransport | None = None
        self._world: HttpsTransport | None = None
        self._lock = threading.Lock()

    @property
    def is_known(self) -> bool:
        """Whether the cloud has said where the server is."""
        return self._place is not None

    def lead(self, host: str, port: int) -> None:
        """From now on the bench's servers are reached at `host` and `port`, whatever their names."""
        with self._lock:
            if self._place != (host, port):
                self._place, self._transport = (host, port), None

    def post(self, address: str, path: str, body: bytes) -> HttpAnswer:
        """See `Es9Transport.post`."""
        return self._open(address).post(address, path, body)

    def rest(self) -> None:
        """See `Es9Transport.rest`."""
        for transport in (self._transport, self._world):
            if transport is not None:
                transport.rest()

    def _open(self, address: str) -> HttpsTransport:
        with self._lock:
            if not address.endswith(BENCH_NAMES):
                return self._open_world()
            if self._place is None:
                raise BenchError("smdp.unreachable", address=address, reason="no way known")
            if self._transport is None:
                from firmware_bridge import HttpsTransport, tls_context

                ca_file = self._pki / CI_CERTIFICATE if self._pki is not None else None
                self._transport = HttpsTransport(
                    clock=self._clock,
                    faults=self._faults,
                    context=tls_context(also_trust=ca_file),
                    connect_to=self._place,
                    wall_timeout=self._settings.smdp_wall_timeout,
                )
            return self._transport

    def _open_world(self) -> HttpsTransport:
        """A tester's own server, under its own name and the system's issuers."""
        if self._world is None:
            from firmware_bridge import HttpsTransport, tls_context

            self._world = HttpsTransport(
                clock=self._clock,
                faults=self._faults,
                context=tls_context(),
                wall_timeout=self._settings.smdp_wall_timeout,
            )
        return self._world

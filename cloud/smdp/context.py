"""What every function of the SM-DP+ is handed: its name, its certificates, its stock, its open sessions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography import x509

from cloud.smdp.order_book import OrderBook
from cloud.smdp.rules.sessions import Sessions
from core.clock import Clock
from core.events import Event, EventLog
from core.randomness import Randomness
from core.rsp.certificates import Role
from core.rsp.pki import SMDP_OID, Credential, TestIssuer, load_or_issue

ACTOR = "smdp"


@dataclass(frozen=True)
class Certificates:
    """The CI that is trusted and the server's own three credentials (SGP.22 §4.5.2)."""

    ci: x509.Certificate
    auth: Credential
    binding: Credential
    tls: Credential


@dataclass(frozen=True)
class SmdpContext:
    """`address` is the server's name, exactly as activation codes and cards spell it; no port."""

    address: str
    certificates: Certificates
    book: OrderBook
    clock: Clock
    events: EventLog
    randomness: Randomness
    sessions: Sessions = field(default_factory=Sessions)
    on_progress: Callable[[dict[str, Any]], None] | None = None
    """Called with ES2+ HandleDownloadProgressInfo bodies (SGP.22 §5.3.5)."""

    def now(self) -> float:
        """Seconds since 1970 UTC of the bench's clock."""
        return self.clock.timestamp()

    def emit(self, kind: str, **data: Any) -> Event:
        """Record what the server did."""
        return self.events.emit(ACTOR, kind, **data)


def own_certificates(folder: Path, issuer: TestIssuer, address: str) -> Certificates:
    """DPauth, DPpb and DPtls from `folder`; issued at the first run, and again when CI or address have changed."""

    def credential(role: Role, name: str) -> Credential:
        return load_or_issue(folder / name, issuer.certificate, lambda: issuer.issue_server(role, address, SMDP_OID))

    return Certificates(
        ci=issuer.certificate,
        auth=credential(Role.DP_AUTH, "dpauth.pem"),
        binding=credential(Role.DP_PB, "dppb.pem"),
        tls=credential(Role.DP_TLS, f"dptls-{address}.pem"),
    )

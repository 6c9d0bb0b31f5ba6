"""The car makers' clouds that may ask for association: confidential clients of the operator (RFC 6749 §2.1)."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass

SCOPE = "one_number"


@dataclass(frozen=True)
class AssociationClient:
    """One client. `secret` is random (256 bits) and known to both sides only.

    Without `redirect_uris` the client names its address in each pushed request, since it authenticates there
    (RFC 9126 §2.4): the two servers need not know each other's port before they start.
    """

    client_id: str
    secret: str
    redirect_uris: tuple[str, ...] = ()

    # The methods that Authlib's engine asks for

    def get_client_id(self) -> str:
        """The client's id."""
        return self.client_id

    def get_allowed_scope(self, scope: str | None) -> str | None:
        """There is one scope only."""
        return SCOPE if scope in (None, "", SCOPE) else None

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        """Exact comparison (RFC 9700 §2.1); see the class for clients without a list."""
        return redirect_uri in self.redirect_uris if self.redirect_uris else bool(redirect_uri)

    def check_client_secret(self, secret: str) -> bool:
        """Compared in constant time."""
        return hmac.compare_digest(_digest(secret), _digest(self.secret))

    def check_endpoint_auth_method(self, method: str, _endpoint: str) -> bool:
        """The secret in the header, never in the body (RFC 6749 §2.3.1)."""
        return method == "client_secret_basic"

    def check_grant_type(self, grant_type: str) -> bool:
        """Codes and their refresh tokens."""
        return grant_type in ("authorization_code", "refresh_token")


class AssociationClients:
    """Clients by id."""

    def __init__(self, clients: Sequence[AssociationClient]) -> None:
        self._clients = {client.client_id: client for client in clients}

    def find(self, client_id: str | None) -> AssociationClient | None:
        """The client with this id."""
        return self._clients.get(client_id or "")

    def ids(self) -> tuple[str, ...]:
        """All ids, in the order they were handed in."""
        return tuple(self._clients)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()

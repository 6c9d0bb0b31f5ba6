"""ID tokens (OIDC Core §2): signed with the provider's key, dated by the bench's clock."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey

from cloud.context import Context
from cloud.identity.accounts import Person
from cloud.identity.keys import ALGORITHM


class IdTokens:
    """Makes ID tokens."""

    def __init__(self, context: Context, key: ECKey) -> None:
        self._context = context
        self._key = key

    def public_keys(self) -> dict[str, Any]:
        """The JWK set (RFC 7517 §5)."""
        return {"keys": [self._key.as_dict(private=False)]}

    def make(
        self, person: Person, *, client_id: str, token: dict[str, Any], auth_time: float, nonce: str | None
    ) -> str:
        """The ID token that goes with `token`, for the client it was issued to."""
        now = int(self._context.now())
        claims: dict[str, Any] = {
            "iss": self._context.issuer,
            "aud": client_id,
            "iat": now,
            "exp": now + self._context.settings.access_token_lifetime,
            "auth_time": int(auth_time),
            "at_hash": _half_hash(token["access_token"]),
            **person.claims(token.get("scope", ""), "ja"),
        }
        if nonce:
            claims["nonce"] = nonce
        return jwt.encode({"alg": ALGORITHM, "kid": self._key.kid}, claims, self._key, [ALGORITHM])


def _half_hash(secret: str) -> str:
    """OIDC Core §3.1.3.6: the left half of the hash that the signature uses."""
    return base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()[:16]).rstrip(b"=").decode()

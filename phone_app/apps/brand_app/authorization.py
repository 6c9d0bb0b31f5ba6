"""One attempt to sign in by authorization code with PKCE (RFC 6749 §4.1, RFC 7636, RFC 8252 for apps)."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

from core.errors import BenchError
from core.randomness import Randomness, token

SCOPE = "openid profile email vehicles terms device esim"


@dataclass(frozen=True)
class Authorization:
    """What must be remembered between the log-in page and the token request. `verifier` is a secret."""

    url: str
    redirect_uri: str
    state: str
    nonce: str
    verifier: str

    def code_from(self, callback: str) -> str:
        """The code in the address the log-in page led back to.

        Raises `auth.denied` (RFC 6749 §4.1.2.1 access_denied), `auth.refused {reason}` and `auth.mismatch` when the
        answer belongs to another attempt (§10.12).
        """
        parts = urlsplit(callback)
        if f"{parts.scheme}://{parts.netloc}{parts.path}" != self.redirect_uri:
            raise BenchError("auth.mismatch")
        values = parse_qs(parts.query)
        if not hmac.compare_digest(values.get("state", [""])[0], self.state):
            raise BenchError("auth.mismatch")
        if error := values.get("error", [""])[0]:
            raise BenchError("auth.denied" if error == "access_denied" else "auth.refused", reason=error)
        code = values.get("code", [""])[0]
        if not code:
            raise BenchError("auth.refused", reason="no code")
        return code


def begin(
    endpoint: str, *, client_id: str, redirect_uri: str, language: str, randomness: Randomness, scope: str = SCOPE
) -> Authorization:
    """A new attempt at the authorization `endpoint`, in the app's `language` (OpenID Connect `ui_locales`)."""
    state, nonce, verifier = token(randomness, 16), token(randomness, 16), token(randomness, 48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    query = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": redirect_uri,
        "scope": scope,
        "state": state,
        "nonce": nonce,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
        "ui_locales": language,
        # Who signs in on the phone chooses the account each time (OpenID Connect Core §3.1.2.1).
        "prompt": "login",
    }
    return Authorization(f"{endpoint}?{urlencode(query)}", redirect_uri, state, nonce, verifier)

"""Proof Key for Code Exchange (RFC 7636), S256 only."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re

_VERIFIER = re.compile(r"[A-Za-z0-9\-._~]{43,128}")
_CHALLENGE = re.compile(r"[A-Za-z0-9_\-]{43}")


def s256(code_verifier: str) -> str:
    """The challenge of a verifier (RFC 7636 §4.2)."""
    digest = hashlib.sha256(code_verifier.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def is_challenge(text: str) -> bool:
    """True if `text` can be an S256 challenge: 43 letters of base64url."""
    return _CHALLENGE.fullmatch(text) is not None


def verifier_fits(code_challenge: str | None, code_verifier: str | None) -> bool:
    """True if the verifier proves the challenge; with no challenge there must be no verifier (RFC 9700 §4.8.2)."""
    if code_challenge is None:
        return not code_verifier
    if not code_verifier or not _VERIFIER.fullmatch(code_verifier):
        return False
    return hmac.compare_digest(s256(code_verifier), code_challenge)

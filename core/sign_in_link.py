"""The address in the car's QR code: `verification_uri_complete` of RFC 8628 §3.2, made and recognised here."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode, urlsplit

PATH = "/device"
ALPHABET = "BCDFGHJKLMNPQRSTVWXZ"
"""RFC 8628 §6.1: 20 letters without vowels, so that no code spells a word."""
CODE_LENGTH = 8

_CODE = re.compile(f"[{ALPHABET}]{{{CODE_LENGTH}}}")


def normalise_user_code(text: str) -> str | None:
    """`text` as 8 capital letters, whatever its case, dashes and spaces (RFC 8628 §6.1); None if it is no user code."""
    letters = re.sub(r"[\s\-‐-―_.]+", "", text).upper()
    return letters if _CODE.fullmatch(letters) else None


def show_user_code(code: str) -> str:
    """The form for people: `XXXX-XXXX`."""
    return f"{code[:4]}-{code[4:]}"


def build_sign_in_link(issuer: str, user_code: str, brand: str = "") -> str:
    """The address for the QR code of the cloud at `issuer` (no slash at its end). `brand`: whose car shows it, so that
    whoever opens it in a browser is asked for the right ID; "" for the cloud's own.
    """
    asked = {"user_code": show_user_code(user_code)} | ({"brand": brand} if brand else {})
    return f"{issuer}{PATH}?{urlencode(asked)}"


def parse_sign_in_link(text: str, issuer: str) -> str | None:
    """The user code in a scanned text if it is a sign-in address of the cloud at `issuer`, else None.

    Scheme, host, port and path must be that cloud's own: a code shown by anybody else is a foreign one.
    """
    try:
        found, expected = urlsplit(text.strip()), urlsplit(issuer)
        same = (found.scheme, found.hostname, found.port) == (
            expected.scheme,
            expected.hostname,
            expected.port,
        )
        codes = parse_qs(found.query, strict_parsing=True, max_num_fields=10).get("user_code", [])
    except ValueError:
        return None
    if not same or found.username or found.path.rstrip("/") != expected.path.rstrip("/") + PATH:
        return None
    return normalise_user_code(codes[0]) if len(codes) == 1 else None

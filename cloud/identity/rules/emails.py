"""E-mail addresses as account names: what counts as one, and when two are the same account."""

from __future__ import annotations

import re
import unicodedata

_ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9\-]{2,63}"
)
MAX_LENGTH = 254
"""RFC 5321 §4.5.3.1.3: a path has at most 256 letters with its brackets."""


def clean_email(text: str) -> str | None:
    """The address as a person means it (full-width letters of a Japanese keyboard become plain); None if it is none."""
    address = unicodedata.normalize("NFKC", text).strip()
    if len(address) > MAX_LENGTH or ".." in address or not _ADDRESS.fullmatch(address):
        return None
    return address


def email_key(address: str) -> str:
    """What two spellings of one account have in common: capitals do not matter."""
    return unicodedata.normalize("NFKC", address).strip().casefold()

"""Where a person may be sent after signing in: only to a path of this site, never elsewhere (RFC 9700 §4.11)."""

from __future__ import annotations

from urllib.parse import urlsplit


def local_path(text: str | None) -> str | None:
    """`text` if it is a path on this very site, else None.

    Browsers drop tabs and line ends and read a backslash as a slash, so a path with any of them is refused.
    """
    if not text or not text.startswith("/") or text.startswith("//"):
        return None
    if "\\" in text or any(ord(letter) <= 0x20 or ord(letter) == 0x7F for letter in text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if not parts.scheme and not parts.netloc else None

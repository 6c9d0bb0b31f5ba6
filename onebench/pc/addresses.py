"""What a person means by the text in the address bar."""

from __future__ import annotations

import re
from collections.abc import Mapping

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?![0-9]+(/|$))", re.IGNORECASE)
"""A scheme, but not the port of `localhost:8480`."""


def completed(typed: str, sites: Mapping[str, str]) -> str:
    """The address for a typed text: a site's name, an address in full, or one without its `http://`.

    "" for an empty text and for schemes a browser has no page for.
    """
    text = typed.strip()
    if text in sites:
        return sites[text]
    if not text:
        return ""
    if SCHEME.match(text):
        return text if text.lower().startswith(("http://", "https://")) else ""
    return f"http://{text}"

"""Who is behind a request: the operator's header enrichment, as the phone's browser plays it on mobile data."""

from __future__ import annotations

from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

HEADER = "X-Packet-Session"
"""Stands for what an operator's gateway adds to requests of its own subscribers."""


def origin_of(address: str) -> str:
    """Scheme, host and port of a web address (RFC 6454 §4), "" for what is none."""
    try:
        parts = urlsplit(address)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return f"{parts.scheme}://{parts.hostname.lower()}:{port}"


def is_on_the_bench(address: str, *, known: Collection[str]) -> bool:
    """Whether a page may be fetched: sites of the bench (`known` addresses) and whatever is on this machine.

    The bench never contacts the real services. Addresses that fetch nothing (`about:`, `data:`, `blob:`) are none.
    """
    origin = origin_of(address)
    if not origin:
        return address.partition(":")[0] in ("about", "data", "blob")
    host = urlsplit(address).hostname or ""
    return origin in {origin_of(one) for one in known} or host == "localhost" or _is_loopback(host)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def session_for(address: str, *, origins: Collection[str], bearer: str, session: str | None) -> str:
    """The header's value for a request to `address`; "" on Wi-Fi, without a session, and for everybody but the
    operator (`origins`, as `origin_of` writes them): whoever held the token would pass for the subscriber."""
    if bearer != "cellular" or not session or origin_of(address) not in origins:
        return ""
    return session

"""Which guide a journey's rows belong to: one short id stands for the Japanese and the English row alike."""

from __future__ import annotations

from collections.abc import Mapping

from onebench.guide.catalogue import Row

TRACKS: dict[str, dict[str, tuple[str, ...]]] = {
    "bmw": {"ja": ("BMW-JP",), "en": ("BMW-EN",)},
    "mini": {"ja": ("MINI-APP", "MINI-WEB")},
}
"""Brand → language of the run → prefixes of that guide's ids; of several the first, unless a journey names another as
its `track`. In a language that a brand's guide is not printed in, its rows are not performed."""

ACTORS = {"head-unit": "car"}
"""Actor of a row → whose window of the bench shows it; all others are seen on the phone."""

NETWORK = "network"
"""Actor of a row that the mobile network keeps: any of its devices can show it."""

ON_ACCESSORIES = frozenset({"phone-dialer", "phone-app"})
"""Actors of a row that an accessory has too: it dials, and has the menu of the receive priority (ONE-SMS-09, -15)."""

WEB_ACTORS = frozenset({"carrier-site", "idp", "portal", "mgmt-site", "aeon-site"})
"""Actors of a row that are web pages: any browser shows them, the phone's and the PC's alike."""


def full_id(short: str, brand: str, language: str, rows: Mapping[str, Row], track: str = "") -> str | None:
    """The catalogue's id for `CAR-01` in a run in `language`, an id in full as it is; None for a row of no guide.

    A row of a guide in the other language is performed there, not here, and so is that of another brand: also None.
    """
    tracks = TRACKS.get(brand, {})
    if short in rows:
        others = [prefix for tongue, prefixes in tracks.items() if tongue != language for prefix in prefixes]
        return None if any(short.startswith(f"{prefix}-") for prefix in others) else short
    own = tracks.get(language, ())
    candidate = f"{track if track in own else next(iter(own), '')}-{short}"
    return candidate if candidate in rows else None


def is_known(short: str, brand: str, rows: Mapping[str, Row]) -> bool:
    """True if `short` names a row of this brand's guide in at least one language, or is an id in full."""
    return short in rows or any(f"{prefix}-{short}" in rows for prefix in tracks_of(brand))


def tracks_of(brand: str) -> list[str]:
    """All prefixes of a brand's guides."""
    return [prefix for prefixes in TRACKS.get(brand, {}).values() for prefix in prefixes]


def window_of(row: Row, actor: str = "phone") -> str:
    """`car`, `phone`, `pc` or an accessory: on whose screen the row is performed in a step of `actor`."""
    parts = row.actor.split(" + ")
    return next((actor for part in parts if _shows(part, actor)), ACTORS.get(parts[0], "phone"))


def _shows(part: str, actor: str) -> bool:
    """Whether the window of `actor` can show what the guide has at `part`."""
    if part == NETWORK or (part in WEB_ACTORS and actor == "pc"):
        return True
    return ACTORS.get(part, "phone") == actor or (part in ON_ACCESSORIES and actor not in ("car", "phone", "pc"))

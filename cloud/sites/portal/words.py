"""Where the brands' portals differ: a few labels, as data beside the brand packs."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache

from core.paths import ASSETS

_FOLDER = ASSETS / "brands" / "portal"


@dataclass(frozen=True)
class PortalWords:
    """The labels of one brand by language, as its guide prints them."""

    use_with: dict[str, str]
    """The button of the carrier's page that leads to this portal."""
    enter_number: dict[str, str]
    save_number: dict[str, str]
    asks_kind: bool
    """Whether a number is given with its kind."""
    login_menu: dict[str, str] = field(default_factory=dict)
    """The menu of a front page that stands before the log-in; without it the portal begins with the log-in."""
    sign_in: dict[str, str] = field(default_factory=dict)
    """The entry of that menu."""


@cache
def portal_words(brand_id: str) -> PortalWords:
    """The words of a brand's portal; a brand without its own has those of BMW."""
    path = _FOLDER / f"{brand_id}.toml"
    if not path.is_file():
        path = _FOLDER / "bmw.toml"
    return PortalWords(**tomllib.loads(path.read_text(encoding="utf-8")))

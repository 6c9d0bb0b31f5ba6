"""Where the brands' pages differ: labels and colours, as data beside the brand packs (`assets/brands/pages`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from core.brand import BrandPack
from core.paths import ASSETS

Words = dict[str, str]
"""One label by language, as the brand's guide prints it."""


@dataclass(frozen=True)
class LogInWords:
    """The page on which a driver logs in with the brand's ID."""

    title: Words
    email: Words
    no_id: Words
    """The question before the way to register."""
    register: Words
    submit: Words
    next: Words = field(default_factory=dict)
    """The button between the ID and the password; without it both are asked on one page."""
    captcha: bool = False
    """Whether the first page tells of a captcha."""

    @property
    def in_two_steps(self) -> bool:
        """First the ID, then the password."""
        return bool(self.next)


@dataclass(frozen=True)
class PortalWords:
    """The web portal, and the carrier's button that leads to it."""

    use_with: Words
    enter_number: Words
    save_number: Words
    asks_kind: bool
    """Whether a number is given with its kind."""
    login_menu: Words = field(default_factory=dict)
    """The menu of a front page that stands before the log-in; without it the portal begins with the log-in."""
    sign_in: Words = field(default_factory=dict)
    """The entry of that menu."""
    path: str = ""
    """Where the guide says that the portal is, on the brand's host; leads to `/portal/<brand>`."""


@dataclass(frozen=True)
class BrandPages:
    """All of one brand. `style`: values of the style sheet's variables by "day" and "night"."""

    log_in: LogInWords
    portal: PortalWords
    style: Mapping[str, Mapping[str, str]]


@cache
def brand_pages(brand: BrandPack) -> BrandPages:
    """The pages of a brand; a brand without its own has BMW's, under its own name. `{name}` and `{id_name}` in a label
    are the pack's.
    """
    folder = ASSETS / "brands" / "pages"
    path = folder / f"{brand.id}.toml"
    if not path.is_file():
        path = folder / "bmw.toml"
    found = tomllib.loads(path.read_text(encoding="utf-8"))

    def words(section: str) -> dict[str, Any]:
        return {name: _filled(value, brand) for name, value in found[section].items()}

    return BrandPages(LogInWords(**words("log_in")), PortalWords(**words("portal")), found.get("style", {}))


def _filled(value: Any, brand: BrandPack) -> Any:
    if isinstance(value, dict):
        return {language: _filled(text, brand) for language, text in value.items()}
    return value.format(name=brand.name, id_name=brand.id_name) if isinstance(value, str) else value


def style_sheet(pages: BrandPages) -> str:
    """CSS that gives the common style sheets a brand's values; night follows the device."""

    def block(values: Mapping[str, str]) -> str:
        return ":root {" + " ".join(f"--{name}: {value};" for name, value in values.items()) + "}"

    day, night = pages.style.get("day", {}), pages.style.get("night", {})
    return f"{block(day)}\n@media (prefers-color-scheme: dark) {{ {block(night)} }}\n"

"""Brand packs: what differs between BMW and MINI as data, so that no code asks which brand it is."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from core.errors import BenchError
from core.paths import ASSETS


@dataclass(frozen=True)
class BrandPack:
    """One brand. Sizes are design pixels; names are words as the guides print them, never logos."""

    id: str
    name: str
    id_name: str
    """What the account is called: "BMW ID"."""
    app_name: str
    """The driver's app: "My BMW"."""
    app_scheme: str
    """Deep-link scheme of the app: "mybmw"."""
    car_client_id: str
    app_client_id: str
    car_theme: str
    phone_theme: str
    display_width: int
    display_height: int
    demo_vin: str
    demo_model: str


@cache
def load_brand(brand_id: str) -> BrandPack:
    """The pack `assets/brands/<brand_id>.toml`; raises `brand.unknown`."""
    path = ASSETS / "brands" / f"{brand_id}.toml"
    if not path.is_file():
        raise BenchError("brand.unknown", brand=brand_id, known=", ".join(brand_ids()))
    return BrandPack(id=brand_id, **tomllib.loads(path.read_text(encoding="utf-8")))


def brand_ids() -> list[str]:
    """The brands that have a pack."""
    return sorted(path.stem for path in (ASSETS / "brands").glob("*.toml"))

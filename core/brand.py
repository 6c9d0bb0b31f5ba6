"""Brand packs: what differs between BMW and MINI as data, so that no code asks which brand it is."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

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
    demo_eid: str = ""
    """The card of the demonstration's car, which no other car has; "" for that of `demo.toml`."""
    demo_imei: str = ""
    """Its modem, likewise."""
    car_view: str = ""
    """File selector of the head unit's twins (`+mini/`); "" for the views that stand outside of any."""
    sign_in_by: tuple[str, ...] = ("app", "id")
    """Ways to add an ID in the car: by the app's scanner, by typing. With one way nobody is asked which."""
    set_up: tuple[str, ...] = ("sync", "pinOffer")
    """Screens that follow a driver's first log-in, in their order (`headunit.flow.set_up`)."""
    consents: tuple[str, ...] = ()
    """What a driver allows the car one by one after signing in; without any the sign-in itself allows all."""
    telephony_needs_phone: bool = True
    """Telephone functions via eSIM are offered and need a phone by Bluetooth; else they come with the eSIM."""
    reset_with_main_user: bool = False
    """Removing the main user resets the whole car, not only its list of drivers."""
    number_entry: str = "last4"
    """How much of the phone number is typed for the activation: "last4" or "full"."""
    app_icon: tuple[str, ...] = ("car", "#2F7FE6", "#123E86", "#FFFFFF")
    """The app on the phone's home screen: its sign, the tile's upper and lower colour, the sign's colour."""
    app_view: str = "app"
    """The set of pages of the app (`phone_app/qml/PhonePages.qml`): "app" for those that all brands share."""
    app_set_up: tuple[str, ...] = ("intro", "pin", "terms", "welcome")
    """Which of these the app shows around a first log-in; without "pin" it asks for none later either."""
    app_scan_by_button: bool = False
    """The camera waits for a button, so that the car can be made ready first (MINI-APP-S1-05)."""
    app_compares_code: bool = True
    """Who scanned compares the car's code before the ID is sent; else one goes on in the car (MINI-APP-S1-08, 09)."""
    active_on: str = "number"
    """What the app marks as active: the "number", or the "car" (BMW-JP-SP-42, MINI-APP-S2-26)."""


@cache
def load_brand(brand_id: str) -> BrandPack:
    """The pack `assets/brands/<brand_id>.toml`; raises `brand.unknown`."""
    path = ASSETS / "brands" / f"{brand_id}.toml"
    if not path.is_file():
        raise BenchError("brand.unknown", brand=brand_id, known=", ".join(brand_ids()))
    values: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    fixed = {key: tuple(value) for key, value in values.items() if isinstance(value, list)}
    return BrandPack(id=brand_id, **(values | fixed))


def brand_ids() -> list[str]:
    """The brands that have a pack."""
    return sorted(path.stem for path in (ASSETS / "brands").glob("*.toml"))


def all_brands(own: BrandPack) -> list[BrandPack]:
    """Every pack, `own` as it was handed in; for what serves the cars of all brands."""
    return [own, *(load_brand(name) for name in brand_ids() if name != own.id)]


PORTAL = "portal-"
"""Before a brand's id, the name of its portal among the bench's sites (`portal-mini`)."""


def portal_brand(site: str) -> str:
    """The name of the brand whose portal `site` is; "" for any other site."""
    found = site.removeprefix(PORTAL)
    return load_brand(found).name if found != site and found in brand_ids() else ""

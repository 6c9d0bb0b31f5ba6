"""Every screen of the round head unit in every state: those of the other car that MINI has too, and its own."""

from __future__ import annotations

from typing import Any

from car_situations import SIGNED_IN, SITUATIONS
from fake_car import KEN

ABSENT = frozenset({"addMethod", "emailChoice", "sync", "pinOffer"})
"""Screens that a MINI never shows: one way to add an ID; key and permissions, not the question about settings and
the PIN's offer."""
BRAND = {
    "name": "MINI",
    "idName": "MINI ID",
    "appName": "MINI",
    "resetWithMainUser": True,
    "telephonyNeedsPhone": False,
}
CONSENTS = ("profile", "services", "esim")


def link(allowed: int, **rest: Any) -> dict[str, Any]:
    """The section `link` with the first `allowed` permissions given."""
    consents = [{"key": key, "allowed": number < allowed} for number, key in enumerate(CONSENTS)]
    return {"consents": consents, "allowed": allowed, **rest}


OWN: dict[str, dict[str, Any]] = {
    "home-next-devices": {**SIGNED_IN, "esim": {"state": "settingUp", "detail": "ready"}},
    "bmwId-driving": {
        "screen": "bmwId",
        "overlay": "notice",
        "vehicle": {"driving": True, "reception": True},
        "error": {"code": "sign_in.driving", "params": {}},
    },
    "bmwId-garage": {
        "screen": "bmwId",
        "overlay": "notice",
        "vehicle": {"driving": False, "reception": False},
        "status": {"cloudOnline": False},
        "error": {"code": "sign_in.no_reception", "params": {}},
    },
    "co-user-joined": {
        **SIGNED_IN,
        "overlay": "notice",
        "error": {"code": "users.joined", "params": {"names": "佐藤 健"}},
    },
    "esim-not-allowed": {
        "screen": "profileReady",
        **SIGNED_IN,
        "overlay": "notice",
        "error": {"code": "consent.esim_missing", "params": {}},
    },
    "vehicleKey": {"screen": "vehicleKey", **SIGNED_IN, "link": link(0)},
    "vehicleKey-on": {"screen": "vehicleKey", **SIGNED_IN, "link": link(0, vehicleKey=True)},
    "moreSettings-new": {"screen": "moreSettings", **SIGNED_IN, "link": link(0, vehicleKey=True)},
    "moreSettings-done": {"screen": "moreSettings", **SIGNED_IN, "link": link(3, vehicleKey=True, sync=True)},
    "consents-none": {"screen": "consents", **SIGNED_IN, "link": link(0)},
    "consents-some": {"screen": "consents", **SIGNED_IN, "link": link(2)},
    "consents-all": {"screen": "consents", **SIGNED_IN, "link": link(3)},
    "myId": {"screen": "myId", **SIGNED_IN, "link": link(3)},
    "myId-synced": {"screen": "myId", **SIGNED_IN, "link": link(3, sync=True)},
}
MINI_SITUATIONS: dict[str, dict[str, Any]] = {
    name: {**situation, "brand": BRAND, "link": situation.get("link", link(3, vehicleKey=True, sync=True))}
    for name, situation in (SITUATIONS | OWN).items()
    if situation.get("screen", "home") not in ABSENT
    and not (situation.get("screen") == "credentials" and not situation.get("credentials", {}).get("reason"))
}
MINI_SITUATIONS["credentials-stored-wrong"] = {
    **MINI_SITUATIONS["credentials-stored"],
    "credentials": {"email": KEN["email"], "reason": "stored"},
    "error": {"code": "auth.invalid_credentials", "params": {}},
}

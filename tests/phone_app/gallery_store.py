"""The App store's scenes for the gallery."""

from __future__ import annotations

from typing import Any

from core.brand import load_brand

FACES = [
    {"id": pack.app_scheme, "name": pack.app_name, "brandName": pack.name, "idName": pack.id_name}
    | {"icon": list(pack.app_icon), "kind": "brand", "size": 84}
    for pack in (load_brand("bmw"), load_brand("mini"))
]
MYNAPOINT = {"id": "mynapoint", "name": "", "icon": ["coin", "#8E62E6", "#44238F", "#FFFFFF"]}
MYNAPOINT |= {"kind": "mynapoint", "size": 64}


def store_state(shown: str = "mybmw", **change: Any) -> dict[str, Any]:
    """All apps on the phone, but for what is changed of the one `shown`."""
    here = {"state": "installed", "progress": 0.0, "error": ""}
    rows = [one | here | (change if one["id"] == shown else {}) for one in (*FACES, MYNAPOINT)]
    installed = [row["id"] for row in rows if row["state"] == "installed"]
    return {"screen": "list", "apps": rows, "shown": shown, "online": True, "installed": installed, "removing": {}}


def _scene(screen: str, *, online: bool = True, **store: Any) -> dict[str, Any]:
    place = {"app": "store", "name": f"store.{screen}"}
    return {"screen": place, "store": store_state(**store) | {"online": online}}


def _removing(number: int) -> dict[str, Any]:
    state = store_state()
    return {"overlay": "removeApp", "store": state | {"removing": state["apps"][number]}}


STORE_SCENES: dict[str, dict[str, Any]] = {
    "store": _scene("list"),
    "store-offline": _scene("list", online=False, shown="mini", state="waiting"),
    "store-removed": _scene("list", state="removed"),
    "store-coming": _scene("list", state="downloading", progress=0.43),
    "store-installing": _scene("list", state="installing", progress=1.0),
    "store-failed": _scene("list", state="failed", progress=0.5, error="store.interrupted"),
    "store-page": _scene("page"),
    "store-page-removed": _scene("page", state="removed"),
    "store-page-coming": _scene("page", shown="mini", state="downloading", progress=0.43),
    "store-page-waiting": _scene("page", state="waiting", progress=0.43),
    "store-page-installing": _scene("page", state="installing", progress=1.0),
    "store-page-failed": _scene("page", state="failed", error="storage.full"),
    "store-page-mynapoint": _scene("page", shown="mynapoint"),
    "home-coming": {"store": store_state("mini", state="downloading", progress=0.3)},
    "home-without": {"store": store_state(state="removed")},
    "remove-app": _removing(0),
    "remove-mynapoint": _removing(2),
    "open-in-missing": {"overlay": "openIn", "web": {"asked": "My BMW", "missing": True}},
}

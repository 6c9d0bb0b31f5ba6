"""The app as a whole: all pages together, its tabs and menus, and what the view sees of it."""

from __future__ import annotations

from typing import Any

from core.person_names import initial_of, name_in, names_of
from phone_app.apps.brand_app.car_request_pages import CarRequestPages
from phone_app.apps.brand_app.esim_pages import EsimPages
from phone_app.apps.brand_app.garage import error_state
from phone_app.apps.brand_app.screens import MENUS, TABS
from phone_app.apps.brand_app.sign_in_pages import SignInPages


class BrandApp(SignInPages, CarRequestPages, EsimPages):
    """The app of the guides. Every touch is an `on_…` event; a screen that does not know an event ignores it."""

    web_screen = "provider"

    def __init__(self, **parts: Any) -> None:
        super().__init__(**parts)
        self.scheme = self.id
        self.view = self._brand.app_view
        self.theme = self._brand.phone_theme

    @property
    def brand_id(self) -> str:
        """The pack's id."""
        return self._brand.id

    def face(self) -> dict[str, Any]:
        """What the view knows of the app itself. `id` is also the scheme of its deep links."""
        brand = self._brand
        return {
            "id": self.id,
            "view": brand.app_view,
            "name": brand.app_name,
            "brandName": brand.name,
            "idName": brand.id_name,
            "icon": list(brand.app_icon),
            "activeOn": brand.active_on,
            "asksPin": "pin" in brand.app_set_up,
        }

    def state(self) -> dict[str, Any]:
        """All of the app's state for its QML; secrets are not in it."""
        user = self.account.user
        name = name_in(names_of(user), self._language()) or str(user.get("email") or "")
        return {
            "brand": self.face(),
            "screen": self.screen,
            "error": error_state(self._error),
            "user": {"name": name, "email": str(user.get("email") or ""), "initial": initial_of(name)},
            "web": {"url": self._authorization.url if self._authorization and self.screen == "web" else ""},
            "pin": self._pin.state(),
            "terms": [{"id": item["id"], "ticked": item["ticked"]} for item in self._terms],
            "mayAgree": bool(self._terms) and all(item["ticked"] for item in self._terms),
            "garage": self.garage.state(self._language()),
            "awaited": dict(self._awaited),
            "foreign": {"kind": self._foreign.kind, "host": self._foreign.host} if self._foreign else {},
            "code": {"typed": self._code.typed, "length": 8},
            "request": self._request.state() if self._request else {},
            "esim": self.esim_state(),
        }

    def on_open_tab(self, tab: Any) -> None:
        """A tab of the tab bar."""
        if self.screen in ("welcome", *TABS) and tab in TABS and tab != self.screen:
            self.go(str(tab), "forward" if tab == "profile" else "back")

    def on_open_settings(self, _: Any) -> None:
        """The button at the top right of the profile."""
        if self.screen == "profile":
            self.go("settings")

    def on_refresh(self, _: Any) -> None:
        """Look at the cars and the contract now."""
        self.garage.refresh()
        if self.screen == "esim":
            self.link.refresh()
        self.changed()

    def on_ask_log_out(self, _: Any) -> None:
        """Log out, after a question."""
        if self.screen in MENUS:
            self._menu = self.screen
            self.go("confirmLogOut")

    def on_log_out(self, _: Any) -> None:
        """Yes, log out."""
        if self.screen in ("confirmLogOut", "terms", "loadingTerms", "pinSet"):
            self._log_out(None)

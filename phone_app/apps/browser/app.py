"""The Browser app: sites that the bench has, each a real page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from core.brand import portal_brand
from phone_app.apps.base import App
from phone_app.web_slot import WebSlot


class BrowserApp(App):
    """Screens: start, page."""

    id = "browser"
    web_screen = "page"

    def __init__(self, sites: Mapping[str, str]) -> None:
        super().__init__()
        self.screen = "start"
        self.web: WebSlot = WebSlot()
        self._sites = dict(sites)

    def state(self) -> dict[str, Any]:
        """`sites`: `{id, host, brand}`; the view has their names, `brand` says whose portal it is."""
        return {
            "screen": self.screen,
            "sites": [
                {"id": site, "host": urlsplit(address).netloc, "brand": portal_brand(site)}
                for site, address in self._sites.items()
            ],
            "open": self.web.address != "",
        }

    def back(self) -> bool:
        """From the page to the start page; the page stays open behind it."""
        if self.screen == "start":
            return False
        self.go("start", "back")
        return True

    def on_open_site(self, site: Any) -> None:
        """A site of the start page."""
        address = self._sites.get(str(site))
        if address is not None:
            self.web.open(address)
            self.go("page")

    def on_show_page(self, _: Any) -> None:
        """Back to the page that is still open."""
        if self.web.address:
            self.go("page")

    def on_close_web(self, _: Any) -> None:
        """The page is closed."""
        self.web.close()
        if self.screen == "page":
            self.go("start", "back")
        self.changed()

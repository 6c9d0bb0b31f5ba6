"""The App store: its list of apps, and the page of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from phone_app.apps.base import App
from phone_app.apps.installed import InstalledApps, Listing
from phone_app.apps.store.downloads import Downloads


class StoreApp(App):
    """Screens: list, page. `open_app` brings an app to the front, `ask_remove` has the person asked first."""

    id = "store"

    def __init__(
        self,
        apps: Mapping[str, App],
        installed: InstalledApps,
        downloads: Downloads,
        *,
        online: Callable[[], bool],
    ) -> None:
        super().__init__()
        self.screen = "list"
        self.open_app: Callable[[str], None] = lambda name: None
        self.ask_remove: Callable[[str], None] = lambda name: None
        self.listed: dict[str, Listing] = {name: app.listing for name, app in apps.items() if app.listing is not None}
        self._apps = apps
        self._online = online
        self._installed = installed
        self._downloads = downloads
        self._shown = next(iter(self.listed), "")
        downloads.changed = self._moved
        # Ordered before the phone was switched off.
        for name in installed.coming:
            if name in self.listed:
                downloads.begin(name, self.listed[name].size)
            else:
                installed.give_up(name)

    def state(self) -> dict[str, Any]:
        """`apps` with their faces and how each stands, `shown` the app of the page, `online`."""
        return {"screen": self.screen, "apps": self.rows(), "shown": self._shown, "online": self._online()}

    def rows(self) -> list[dict[str, Any]]:
        """Every app of the store: `{id, name, icon, kind, size, state, progress, error}`."""
        return [
            {**self._apps[name].face(), "id": name, "kind": listing.kind, "size": listing.size}
            | self._downloads.state(name)
            for name, listing in self.listed.items()
        ]

    def back(self) -> bool:
        """From an app's page to the list."""
        if self.screen == "list":
            return False
        self.go("list", "back")
        return True

    def show(self, name: str) -> None:
        """The page of one app, from wherever one is."""
        if name in self.listed:
            self._shown = name
            self.go("page")

    def _moved(self) -> None:
        self.changed()

    def on_show(self, name: Any) -> None:
        """A row of the list."""
        if self.screen == "list":
            self.show(str(name))

    def on_get(self, name: Any) -> None:
        """「入手」, also to try again."""
        if (listing := self.listed.get(str(name))) is not None:
            self._downloads.begin(str(name), listing.size)

    def on_cancel(self, name: Any) -> None:
        """Stop the download, or put the message about it away."""
        self._downloads.cancel(str(name))

    def on_open_app(self, name: Any) -> None:
        """「開く」"""
        if str(name) in self.listed and self._installed.has(str(name)):
            self.open_app(str(name))

    def on_remove(self, name: Any) -> None:
        """Take the app off, after a question."""
        if str(name) in self.listed and self._installed.has(str(name)):
            self.ask_remove(str(name))

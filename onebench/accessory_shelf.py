"""The accessories of a world: watches and others that lie beside the phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from accessories.app import Accessory
    from core.data_folder import DataFolder


class AccessoryShelf:
    """`parts` gives what a new accessory is handed (clock, events, addresses…); the address of a server may change."""

    def __init__(self, folder: DataFolder, parts: Callable[[], dict[str, Any]]) -> None:
        self.present: dict[str, Accessory] = {}
        """By name, in the order of starting."""
        self._folder = folder
        self._parts = parts

    def start(self, name: str) -> None:
        """Switch one on; raises `accessory.unknown`."""
        if name in self.present:
            return
        from accessories.app import Accessory
        from accessories.kinds import kind_of

        kind_of(name)
        self.present[name] = Accessory(name, folder=self._folder.part(f"accessory-{name}"), **self._parts())

    def stop(self, name: str) -> None:
        """Switch one off, as when its battery is empty; without effect when it is off."""
        accessory = self.present.pop(name, None)
        if accessory is not None:
            accessory.close()

    def stop_all(self) -> None:
        """Switch all off."""
        for name in list(self.present):
            self.stop(name)

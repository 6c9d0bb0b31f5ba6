"""The question whether an app shall be taken off the phone."""

from __future__ import annotations

from collections.abc import Callable, Container


class Removal:
    """`asked` is the app the person is asked about, or "". Apps that the store does not have stay for good."""

    def __init__(self, listed: Container[str], has: Callable[[str], bool]) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.wanted: Callable[[str], None] = lambda name: None
        """Yes: take it off."""
        self.asked = ""
        self._listed = listed
        self._has = has

    def ask(self, name: str) -> None:
        """An icon was held, or the store's button touched."""
        if name in self._listed and self._has(name):
            self.asked = name
            self.changed()

    def answer(self, yes: bool) -> None:
        """The person decided."""
        name, self.asked = self.asked, ""
        if name and yes:
            self.wanted(name)
        if name:
            self.changed()

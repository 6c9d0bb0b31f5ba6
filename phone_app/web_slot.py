"""A web view that an app has open: its address, kept while the person looks at other apps."""

from __future__ import annotations

from typing import Any


class WebSlot:
    """One place for a web page. `address` "" means closed; `number` tells one opening from the next."""

    def __init__(self) -> None:
        self.address = ""
        self.number = 0

    def open(self, address: str) -> None:
        """Show a page from now on."""
        self.address = address
        self.number += 1

    def close(self) -> None:
        """The page goes."""
        self.address = ""

    def state(self) -> dict[str, Any]:
        """For the view."""
        return {"address": self.address, "number": self.number}

"""Tells the main user who joined the car meanwhile: the next time the main user drives, once (domain.md §4.1)."""

from __future__ import annotations

from headunit.desk import Desk
from headunit.flow.chart import CALM_SCREENS


class CoUsers:
    """The notice about new co-users; it waits for a calm screen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def look(self) -> None:
        """Tell what is new, if it may be told now."""
        active = self._desk.active
        if active is None or active.role != "main" or self._desk.state.get("overlay") != "":
            return
        if self._desk.state.get("screen") not in CALM_SCREENS:
            return
        new = [driver for driver in self._desk.memory.drivers if driver.role == "co" and not driver.announced]
        if not new:
            return
        with self._desk.memory.changing():
            for driver in new:
                driver.announced = True
        self._desk.notice("users.joined", names=", ".join(driver.name(self._desk.language) for driver in new))

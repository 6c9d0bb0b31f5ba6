"""Which pop-up comes when: the telephone's offer waits for a calm screen (BMW-JP-CAR-12a), once a driver."""

from __future__ import annotations

from headunit.desk import Desk
from headunit.flow.chart import CALM_SCREENS
from headunit.flow.drivers import Driver


class PopUps:
    """Guards of the overlays, and the pop-ups that wait."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._telephony_waits = False
        desk.on_driver.append(self._driver_changed)

    def is_on_settings(self) -> bool:
        """The question about a reset belongs to the settings page."""
        return bool(self._desk.state.get("screen") == "settings")

    def offer_telephony(self) -> None:
        """The eSIM is connected: offer the telephone as soon as nobody is disturbed, unless it comes by itself."""
        if not self._desk.brand.telephony_needs_phone:
            self._take_telephony()
            return
        self._telephony_waits = True
        self.look()

    def _take_telephony(self) -> None:
        driver = self._desk.active
        if driver is not None and not driver.telephony_answered:
            with self._desk.memory.changing():
                driver.telephony = driver.telephony_answered = True
            self._desk.state.update("esim", telephony=True)

    def look(self) -> None:
        """Show what waits, if it may be shown now; it waits on when another overlay is up."""
        driver = self._desk.active
        if not self._telephony_waits or driver is None:
            return
        if driver.telephony_answered:
            self._telephony_waits = False
        elif self._desk.state.get("screen") in CALM_SCREENS and self._desk.state.get("overlay") == "":
            self._desk.fact("telephonyOffered")

    def _driver_changed(self, previous: Driver | None, driver: Driver | None) -> None:
        if driver is not previous:
            self._telephony_waits = False
            self._desk.fact("telephonyWithdrawn")

"""The driver's personal eSIM: who drives, what they want, and which rooms work for it.

`esim_steps` does the set-up, `esim_status` reads the modem, `esim_contract` asks the cloud, `esim_release` gives the
card free, `esim_screen` shows it all. Sources: BMW-JP-CAR-10…15, domain.md §2.3.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.errors import BenchError
from headunit.desk import Desk
from headunit.features.esim_contract import ContractWatch
from headunit.features.esim_release import EsimRelease
from headunit.features.esim_screen import show
from headunit.features.esim_stand import EsimStand
from headunit.features.esim_status import EsimStatus
from headunit.features.esim_steps import EsimSteps
from headunit.flow.drivers import Driver
from headunit.flow.esim import EsimChart
from headunit.services.cloud import OFFLINE

if TYPE_CHECKING:
    from firmware_bridge import ModemEvent

OTHER_PROFILE = "esim.other_profile"
PAGES = ("mobileDevices", "personalEsim")
"""Screens that are about the eSIM."""


class Esim:
    """Works the eSIM chart. `offer_telephony` is called when a driver's eSIM is connected for the first time."""

    def __init__(self, desk: Desk, offer_telephony: Callable[[], None]) -> None:
        self._desk = desk
        self._offer_telephony = offer_telephony
        self._stand = EsimStand()
        self._release = EsimRelease(desk, self._begin)
        self._steps = EsimSteps(desk, self._stand, send=self._send, troubled=self._troubled)
        self._status = EsimStatus(desk, self._stand, self._send)
        self._contract = ContractWatch(desk, self._stand, send=self._send, told=self._reason_changed)
        self.chart = EsimChart(listeners=[self._steps, self])
        desk.on_driver.append(self._driver_changed)

    @property
    def stands(self) -> str:
        """The chart's state."""
        return self._stand.name

    def start(self) -> None:
        """Begin to read the modem and to ask the cloud."""
        self._status.watch.start()
        self._contract.start()

    def stop(self) -> None:
        """Read no more; answers under way are for nobody."""
        self._stand.run += 1
        self._status.watch.stop()
        self._contract.stop()

    def _send(self, event: str) -> None:
        self.chart.send(event)

    # Wishes

    def want_set_up(self) -> None:
        """The driver wants to see the set-up (CAR-10)."""
        self._stand.wanted = True
        self._send("setUpWanted")
        self._contract.look()
        self.show_error()

    def look_again(self, driver: Driver) -> None:
        """What this driver allows has changed."""
        if driver is self._stand.driver:
            self._contract.look()

    def retry(self) -> None:
        """Read back where everything stands and go on."""
        self._desk.clear_error()
        self._send("retryEsim")

    def show_error(self) -> None:
        """Say why the set-up failed, on the pages that are about it."""
        if self.stands == "failed" and self._stand.error and self._desk.state.get("screen") in PAGES:
            self._desk.fail(self._stand.error)

    def show_iccid(self, shown: bool) -> None:
        """Show the ICCID on demand, or hide it again."""
        self._stand.shows_iccid = shown
        show(self._desk, self._stand)

    def give_way(self) -> None:
        """Somebody has another profile enabled on this card: the driver's own rests until it is asked for again."""
        if self.stands in ("connected", "notConnected"):
            self._stand.detail = OTHER_PROFILE
            self._send("gaveWay")

    def cloud_is_back(self) -> None:
        """What failed for want of the cloud is tried again; what changed meanwhile is asked for."""
        if self.stands == "failed" and self._stand.detail in OFFLINE:
            self._send("retryEsim")
        else:
            self._contract.look()

    def network_lost(self) -> None:
        """A call broke with the network: the operator may have had a reason, which the cloud knows."""
        self._status.watch.look()
        self._contract.look()

    def heard(self, event: ModemEvent) -> None:
        """News of the modem: how it is registered has changed, or the card was read anew."""
        if event.kind in ("registration", "sim", "gone", "restarted"):
            self._status.watch.look()

    # Drivers

    def _driver_changed(self, previous: Driver | None, driver: Driver | None) -> None:
        if driver is self._stand.driver and self.stands != "signedOut":
            if self.stands in ("failed", "notActivated", "notConnected", "resting"):
                self._send("retryEsim")
            return
        leaving = self._stand.driver or previous or self._left_behind(driver)
        self._stand.takes(driver)
        self._send("driverGone")
        if leaving is not None and leaving is not driver and leaving.iccid:
            self._release.start(leaving)
        else:
            self._begin()

    def _left_behind(self, driver: Driver | None) -> Driver | None:
        """At the start nobody drove yet, but the card may still hold the last driver's profile enabled."""
        others = [item for item in self._desk.memory.drivers if item.iccid and item is not driver]
        return others[0] if driver is None and others else None

    def _begin(self) -> None:
        if self._stand.driver is not None and not self._release.is_under_way:
            self._send("driverActive")

    # The chart speaks

    def on_enter_connected(self) -> None:
        """Done: the profile is the driver's from now on, and the telephone is offered (CAR-12a)."""
        self._status.begin()
        driver, iccid = self._stand.driver, self._stand.iccid
        if driver is not None and driver.iccid != iccid:
            with self._desk.memory.changing():
                driver.iccid = iccid
        if driver is not None and not driver.telephony_answered:
            self._offer_telephony()

    def on_enter_state(self, state: Any) -> None:
        """Every state is an event, and the screens see it."""
        self._stand.name = str(state.value)
        if state.value not in ("failed", "notActivated", "notConnected", "resting"):
            self._stand.detail = "ready" if state.value == "prepared" else str(state.value)
        if state.value in ("signedOut", "connected"):
            self._stand.detail = ""
        if state.value in ("signedOut", "notActivated"):
            self._status.watch.look()  # a profile may have been taken off: no bars of a network that was left
        show(self._desk, self._stand)
        if state.value != "signedOut":
            self._desk.events.emit("car", f"esim.{state.value}", detail=self._stand.detail)
        if state.value == "notConnected":
            self._contract.look()  # the operator may have taken the car from the line

    def _reason_changed(self, reason: str) -> None:
        self._stand.detail = reason
        self._desk.events.emit("car", "esim.notActivated", detail=reason)
        show(self._desk, self._stand)

    def _troubled(self, error: BenchError) -> None:
        self._stand.detail, self._stand.error = error.code, error
        self._desk.events.emit("car", "esim.error", code=error.code)
        self._send("stepFailed")
        self.show_error()

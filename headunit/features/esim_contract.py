"""Asks the cloud now and then whether the driver's contract still is what the car works by (domain.md §2.3)."""

from __future__ import annotations

from collections.abc import Callable

from core.clock import Timer
from headunit.desk import Desk
from headunit.features.esim_check import ENDED, contract_of
from headunit.features.esim_stand import EsimStand
from headunit.services.vehicle import EsimRecord

WATCHED = frozenset({"notActivated", "connected", "notConnected"})
"""States in which nothing is under way: the car waits for the phone's part, or works by what it was told."""


class ContractWatch:
    """One question each `esim_contract_interval`, and one at once by `look`.

    `send` tells the chart: `retryEsim` when the phone's part is done, `contractChanged` when the profile must not be
    used any more or is another one now. `told` hears a new reason why it is not activated.
    """

    def __init__(
        self, desk: Desk, stand: EsimStand, *, send: Callable[[str], object], told: Callable[[str], None]
    ) -> None:
        self._desk = desk
        self._stand = stand
        self._send = send
        self._told = told
        self._timer: Timer | None = None
        self._running = False
        self._asking = False

    def start(self) -> None:
        """Begin to ask."""
        self._running = True
        self._later()

    def stop(self) -> None:
        """Ask no more."""
        self._running = False
        if self._timer is not None:
            self._timer.cancel()

    def look(self) -> None:
        """Ask now, if there is anything to ask. Without an answer nothing changes."""
        driver, run = self._stand.driver, self._stand.run
        if driver is None or self._asking or not self._running or self._stand.name not in WATCHED:
            return
        session, allowed = self._desk.session(driver), driver.may("esim")
        self._asking = True

        def asked(record: EsimRecord | None) -> None:
            self._asking = False
            if record is not None and run == self._stand.run:
                self._take(record)

        self._desk.tasks.submit(lambda: contract_of(self._desk, session, allowed), asked, lambda _: asked(None))

    def _later(self) -> None:
        self._timer = self._desk.clock.call_later(
            self._desk.settings.esim_contract_interval, lambda: self._desk.tasks.post(self._tick)
        )

    def _tick(self) -> None:
        if self._running:
            self.look()
            self._later()

    def _take(self, record: EsimRecord) -> None:
        if self._stand.name == "notActivated":
            if record.state != "none":
                self._send("retryEsim")
            elif record.reason != self._stand.detail:
                self._told(record.reason)
        elif self._stand.name in WATCHED and self._differs(record):
            self._send("contractChanged")

    def _differs(self, record: EsimRecord) -> bool:
        if record.state == "none":
            return record.reason in ENDED
        return record.state == "ready" or record.iccid != self._stand.iccid

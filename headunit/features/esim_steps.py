"""The steps of the set-up: entering a state of the eSIM chart starts its work, and what comes of it leads on.

Nothing is assumed: each step reads before it writes, so that a retry after any failure goes on from what is there.
Sources: BMW-JP-CAR-10…15, SGP.22 §5.7.16 (EnableProfile), domain.md §2.3.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from core.errors import BenchError
from headunit.desk import Desk
from headunit.features.esim_card import find, tell_servers
from headunit.features.esim_check import ENDED, NOT_ALLOWED, Found, check
from headunit.features.esim_download import EsimDownload
from headunit.features.esim_network import wait_registered
from headunit.features.esim_screen import show
from headunit.features.esim_stand import EsimStand
from headunit.services.modem_door import ModemFace
from headunit.services.vehicle import EsimRecord

T = TypeVar("T")


class EsimSteps:
    """Listens to the chart. `send` tells it what came of a step, `troubled` hears why one failed."""

    def __init__(
        self, desk: Desk, stand: EsimStand, *, send: Callable[[str], object], troubled: Callable[[BenchError], None]
    ) -> None:
        self._desk = desk
        self._stand = stand
        self._send = send
        self._troubled = troubled
        self._download = EsimDownload(desk)

    # Guards of the chart

    def set_up_may_run(self) -> bool:
        """The first set-up waits for the driver to open Mobile devices (CAR-10 before CAR-11); later ones do not."""
        driver = self._stand.driver
        return self._stand.wanted or (driver is not None and bool(driver.iccid))

    def profile_is_enabled(self) -> bool:
        """Whether the card said that the profile is enabled already."""
        return self._stand.enabled

    # Work

    def on_enter_checking(self) -> None:
        """Ask the cloud and the card where everything stands."""
        driver = self._stand.driver
        assert driver is not None
        session, iccid, allowed = self._desk.session(driver), driver.iccid, driver.may("esim")

        def done(found: Found) -> None:
            self._stand.record, self._stand.detail = found.record, found.reason
            self._remember(found)
            if iccid and found.fact == "esimNone" and found.reason in ENDED - {NOT_ALLOWED}:
                self._desk.notice("esim.ended", reason=found.reason)
            self._send(found.fact)

        self._step(lambda: check(self._desk, session, iccid, allowed), done)

    def on_enter_preparing(self) -> None:
        """Read who modem and card are (station "prepared")."""

        def read(modem: ModemFace) -> str:
            modem.identity()
            modem.sim()
            return modem.euicc().eid

        def done(eid: str) -> None:
            self._stand.eid = eid
            self._send("cardRead")

        self._step(lambda: self._desk.door.use(read), done)

    def on_enter_downloading(self) -> None:
        """Download the profile, unless it is on the card."""
        stand = self._stand
        driver, iccid, eid, run = stand.driver, stand.iccid, stand.eid, stand.run
        assert driver is not None
        session = self._desk.session(driver)
        stand.blocks = 0.0

        def told(share: float) -> None:
            self._desk.tasks.post(lambda: self._block_written(run, share))

        def bring(modem: ModemFace) -> EsimRecord | None:
            return self._download.bring(modem, session, iccid=iccid, eid=eid, told=told)

        def done(record: EsimRecord | None) -> None:
            if record is not None:
                stand.record = record
            if record is not None and record.state == "none":
                stand.detail = record.reason
                self._send("esimNone")
            else:
                self._send("profileLocated")

        self._step(lambda: self._desk.door.use(bring), done)

    def _block_written(self, run: int, share: float) -> None:
        if run == self._stand.run and self._stand.name == "downloading":
            self._stand.blocks = share
            show(self._desk, self._stand)

    def on_enter_installing(self) -> None:
        """Have the card confirm that the profile is installed, and whether it is enabled."""
        iccid = self._stand.iccid

        def done(enabled: bool) -> None:
            self._stand.enabled = enabled
            self._send("profileInstalled")

        self._step(lambda: self._desk.door.use(lambda modem: find(modem, iccid)), done)

    def on_enter_activating(self) -> None:
        """Enable the profile; the card disables another one itself (SGP.22 §3.2.1)."""
        iccid = self._stand.iccid

        def enable(modem: ModemFace) -> None:
            if not find(modem, iccid):
                modem.enable(iccid)

        self._step(lambda: self._desk.door.use(enable), lambda _: self._send("profileEnabled"))

    def on_enter_connecting(self) -> None:
        """Wait for the network, then tell the cloud."""
        stand = self._stand
        driver, record, iccid, known_eid, run = stand.driver, stand.record, stand.iccid, stand.eid, stand.run
        assert driver is not None
        session = self._desk.session(driver)

        def work() -> str:
            self._desk.door.use(lambda modem: wait_registered(modem, self._desk, lambda: run != stand.run))
            eid = known_eid or self._desk.door.use(lambda modem: modem.euicc().eid)
            if record is not None and record.state != "active":
                self._desk.vehicle.report_esim(session, active=True, iccid=iccid, eid=eid)
            if self._desk.smdp.is_known:
                self._desk.door.use(tell_servers)
            return eid

        def done(eid: str) -> None:
            stand.eid = eid
            self._send("registered")

        self._step(work, done)

    def _step(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        run = self._stand.run

        def finished(result: T) -> None:
            if run == self._stand.run:
                done(result)

        def failed(error: Exception) -> None:
            if run != self._stand.run:
                return
            if not isinstance(error, BenchError):
                raise error
            self._troubled(error)

        self._desk.tasks.submit(work, finished, failed)

    def _remember(self, found: Found) -> None:
        driver, record = self._stand.driver, found.record
        if driver is None or record is None:
            return
        if found.removed:
            with self._desk.memory.changing():
                driver.iccid = ""
        if record.state != "none" and (driver.operator, driver.number_last4) != (record.operator, record.number_last4):
            with self._desk.memory.changing():
                driver.operator, driver.number_last4 = record.operator, record.number_last4

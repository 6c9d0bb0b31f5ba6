"""Sets the driver's personal eSIM up: what the cloud says, what the card holds, what the network answers.

Nothing is assumed: each step reads before it writes, so that a retry after any failure goes on from what is there.
Sources: BMW-JP-CAR-10…15, SGP.22 §5.7.16 (EnableProfile), domain.md §2.3.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from core.errors import BenchError
from headunit.desk import Desk
from headunit.features.esim_card import find, standing, tell_servers
from headunit.features.esim_download import EsimDownload
from headunit.features.esim_network import wait_registered
from headunit.features.esim_release import EsimRelease
from headunit.flow.drivers import Driver
from headunit.flow.esim import DOWNLOAD_SHARE, FACES, EsimChart
from headunit.services.cloud import OFFLINE
from headunit.services.modem_door import ModemFace
from headunit.services.modem_watch import ModemStatus, ModemWatch
from headunit.services.vehicle import EsimRecord

T = TypeVar("T")
PAGES = ("mobileDevices", "personalEsim")
"""Screens that are about the eSIM."""
LOOK_AGAIN = 5
"""Readings of the modem between two questions to the cloud whether the contract is there now."""


class Esim:
    """Works the eSIM chart. `offer_telephony` is called when a driver's eSIM is connected for the first time."""

    def __init__(self, desk: Desk, offer_telephony: Callable[[], None]) -> None:
        self._desk = desk
        self._offer_telephony = offer_telephony
        self._run = 0
        self.stands = "signedOut"
        """The chart's state."""
        self._driver: Driver | None = None
        self._record: EsimRecord | None = None
        self._eid = ""
        self._download = EsimDownload(desk)
        self._blocks = 0.0
        self._enabled = False
        self._wanted = False
        self._release = EsimRelease(desk, self._begin)
        self._detail = ""
        self._error: BenchError | None = None
        self._looking = False
        self._openings = 0
        self._ignore_until = 0
        self._shows_iccid = False
        self.chart = EsimChart(listeners=[self])
        self.watch = ModemWatch(
            desk.door,
            clock=desk.clock,
            tasks=desk.tasks,
            interval=desk.settings.modem_poll_interval,
            told=self._status_read,
        )
        desk.on_driver.append(self._driver_changed)

    def stop(self) -> None:
        """Read no more; answers under way are for nobody."""
        self._run += 1
        self.watch.stop()

    # Guards of the chart

    def set_up_may_run(self) -> bool:
        """The first set-up waits for the driver to open Mobile devices (CAR-10 before CAR-11); later ones do not."""
        return self._wanted or (self._driver is not None and bool(self._driver.iccid))

    def profile_is_enabled(self) -> bool:
        """Whether the card said that the profile is enabled already."""
        return self._enabled

    # Wishes

    def want_set_up(self) -> None:
        """The driver wants to see the set-up (CAR-10)."""
        self._wanted = True
        self.chart.send("setUpWanted")
        self.show_error()

    def retry(self) -> None:
        """Read back where everything stands and go on."""
        self._desk.clear_error()
        self.chart.send("retryEsim")

    def show_error(self) -> None:
        """Say why the set-up failed, on the pages that are about it."""
        if self.stands == "failed" and self._error and self._desk.state.get("screen") in PAGES:
            self._desk.fail(self._error)

    def show_iccid(self, shown: bool) -> None:
        """Show the ICCID on demand, or hide it again."""
        self._shows_iccid = shown
        self.show()

    def cloud_is_back(self) -> None:
        """What failed for want of the cloud is tried again."""
        if self.stands == "failed" and self._detail in OFFLINE:
            self.chart.send("retryEsim")

    # Drivers

    def _driver_changed(self, previous: Driver | None, driver: Driver | None) -> None:
        if driver is self._driver and self.stands != "signedOut":
            if self.stands in ("failed", "notActivated", "notConnected"):
                self.chart.send("retryEsim")
            return
        leaving = self._driver or previous or self._left_behind(driver)
        self._run += 1
        self._driver, self._record, self._enabled, self._wanted = driver, None, False, False
        self._shows_iccid = False
        self.chart.send("driverGone")
        if leaving is not None and leaving is not driver and leaving.iccid:
            self._release.start(leaving)
        else:
            self._begin()

    def _left_behind(self, driver: Driver | None) -> Driver | None:
        """At the start nobody drove yet, but the card may still hold the last driver's profile enabled."""
        others = [item for item in self._desk.memory.drivers if item.iccid and item is not driver]
        return others[0] if driver is None and others else None

    def _begin(self) -> None:
        if self._driver is not None and not self._release.is_under_way:
            self.chart.send("driverActive")

    # Steps: entering a state starts its work

    def on_enter_checking(self) -> None:
        """Ask the cloud and the card where everything stands."""
        driver = self._driver
        assert driver is not None
        session = self._desk.session(driver)

        def work() -> tuple[EsimRecord | None, str, str]:
            try:
                record = self._desk.vehicle.esim(session)
            except BenchError as error:
                if error.code not in OFFLINE or not driver.iccid:
                    raise
                fact = self._desk.door.use(lambda modem: standing(modem, driver.iccid))
                if fact == "esimReady":
                    raise
                return None, fact, ""
            if record.state == "none":
                return record, "esimNone", record.reason
            fact = self._desk.door.use(lambda modem: standing(modem, record.iccid))
            return record, fact if record.state == "active" else "esimReady", ""

        def done(found: tuple[EsimRecord | None, str, str]) -> None:
            self._record, fact, self._detail = found
            self._remember()
            self.chart.send(fact)

        self._step(work, done)

    def on_enter_preparing(self) -> None:
        """Read who modem and card are (station "prepared")."""

        def read(modem: ModemFace) -> str:
            modem.identity()
            modem.sim()
            return modem.euicc().eid

        def done(eid: str) -> None:
            self._eid = eid
            self.chart.send("cardRead")

        self._step(lambda: self._desk.door.use(read), done)

    def on_enter_downloading(self) -> None:
        """Download the profile, unless it is on the card."""
        driver, iccid, eid, run = self._driver, self._iccid(), self._eid, self._run
        assert driver is not None
        session = self._desk.session(driver)
        self._blocks = 0.0

        def told(share: float) -> None:
            self._desk.tasks.post(lambda: self._block_written(run, share))

        def bring(modem: ModemFace) -> None:
            self._download.bring(modem, session, iccid=iccid, eid=eid, told=told)

        self._step(lambda: self._desk.door.use(bring), lambda _: self.chart.send("profileLocated"))

    def _block_written(self, run: int, share: float) -> None:
        if run == self._run and self.stands == "downloading":
            self._blocks = share
            self.show()

    def on_enter_installing(self) -> None:
        """Have the card confirm that the profile is installed, and whether it is enabled."""
        iccid = self._iccid()

        def done(enabled: bool) -> None:
            self._enabled = enabled
            self.chart.send("profileInstalled")

        self._step(lambda: self._desk.door.use(lambda modem: find(modem, iccid)), done)

    def on_enter_activating(self) -> None:
        """Enable the profile; the card disables another one itself (SGP.22 §3.2.1)."""
        iccid = self._iccid()

        def enable(modem: ModemFace) -> None:
            if not find(modem, iccid):
                modem.enable(iccid)

        self._step(lambda: self._desk.door.use(enable), lambda _: self.chart.send("profileEnabled"))

    def on_enter_connecting(self) -> None:
        """Wait for the network, then tell the cloud."""
        driver, record, iccid, run = self._driver, self._record, self._iccid(), self._run
        assert driver is not None
        session = self._desk.session(driver)

        def work() -> str:
            self._desk.door.use(lambda modem: wait_registered(modem, self._desk, lambda: run != self._run))
            eid = self._eid or self._desk.door.use(lambda modem: modem.euicc().eid)
            if record is not None and record.state != "active":
                self._desk.vehicle.report_esim(session, active=True, iccid=iccid, eid=eid)
            if self._desk.smdp.is_known:
                self._desk.door.use(tell_servers)
            return eid

        def done(eid: str) -> None:
            self._eid = eid
            self.chart.send("registered")

        self._step(work, done)

    def on_enter_connected(self, event: str) -> None:
        """Done: what was read before does not count any more, and the telephone is offered (CAR-12a)."""
        self._ignore_until = self.watch.started
        self._openings = self._desk.door.openings
        self._detail = ""
        if self._driver is not None and not self._driver.telephony_answered:
            self._offer_telephony()

    def on_enter_state(self, state: Any) -> None:
        """Every state is an event, and the screens see it."""
        self.stands = str(state.value)
        if state.value not in ("failed", "notActivated", "notConnected"):
            self._detail = "ready" if state.value == "prepared" else str(state.value)
        if state.value in ("signedOut", "connected"):
            self._detail = ""
        self.show()
        if state.value != "signedOut":
            self._desk.events.emit("car", f"esim.{state.value}", detail=self._detail)

    def _step(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        run = self._run

        def finished(result: T) -> None:
            if run == self._run:
                done(result)

        def failed(error: Exception) -> None:
            if run != self._run:
                return
            if not isinstance(error, BenchError):
                raise error
            self._detail, self._error = error.code, error
            self._desk.events.emit("car", "esim.error", code=error.code)
            self.chart.send("stepFailed")
            self.show_error()

        self._desk.tasks.submit(work, finished, failed)

    def _iccid(self) -> str:
        if self._record is not None and self._record.iccid:
            return self._record.iccid
        return self._driver.iccid if self._driver else ""

    def _remember(self) -> None:
        driver, record = self._driver, self._record
        if driver is None or record is None or record.state == "none":
            return
        known = (driver.operator, driver.number_last4)
        if known != (record.operator, record.number_last4):
            with self._desk.memory.changing():
                driver.operator, driver.number_last4 = record.operator, record.number_last4

    # Readings

    def _status_read(self, status: ModemStatus, number: int) -> None:
        self._desk.state.update(
            "status",
            modemPresent=status.present,
            bars=status.bars,
            operator=status.operator,
            technology=status.technology,
        )
        if self.stands == "notActivated" and number % LOOK_AGAIN == 0:
            self._look_again()
        if number <= self._ignore_until or self.stands not in ("connected", "notConnected"):
            return
        if status.present and status.openings != self._openings:
            # The cable was pulled in between: it may be another card now.
            self._openings = status.openings
            self.chart.send("cardChanged")
        elif status.registered and self.stands == "notConnected":
            self.chart.send("connectionBack")
        elif not status.registered and self.stands == "connected" and status.error != "modem.silent":
            self._detail = status.error
            self.chart.send("connectionLost")

    def _look_again(self) -> None:
        """Not activated yet: go on by itself when the driver has ordered the service meanwhile."""
        driver, run = self._driver, self._run
        if driver is None or self._looking:
            return
        session = self._desk.session(driver)
        self._looking = True

        def looked(record: EsimRecord | None) -> None:
            self._looking = False
            if record is not None and record.state != "none" and run == self._run:
                self.chart.send("retryEsim")

        self._desk.tasks.submit(lambda: self._desk.vehicle.esim(session), looked, lambda _: looked(None))

    def show(self) -> None:
        """Bring the screens up to date."""
        face, driver, record = FACES[self.stands], self._driver, self._record
        known = driver is not None and face.state not in ("signedOut", "notActivated")
        if face.state == "connected" and driver is not None and driver.iccid != self._iccid():
            with self._desk.memory.changing():
                driver.iccid = self._iccid()
        self._desk.state.update(
            "esim",
            state=face.state,
            station=face.station,
            progress=face.progress + (self._blocks * DOWNLOAD_SHARE if self.stands == "downloading" else 0.0),
            detail=self._detail,
            operator=(record.operator if record else driver.operator if driver else "") if known else "",
            numberLast4=(record.number_last4 if record else driver.number_last4 if driver else "") if known else "",
            iccid=self._iccid() if known and self._shows_iccid else "",
        )

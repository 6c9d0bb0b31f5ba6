"""Gives the card free when its driver leaves the car: disabled, told to cloud and SM-DP+ (domain.md §2.3)."""

from __future__ import annotations

from collections.abc import Callable

from core.errors import BenchError
from headunit.desk import Desk
from headunit.features.esim_card import disable, tell_servers
from headunit.flow.drivers import Driver


class EsimRelease:
    """`done` is called on the car's own thread after each release, whatever became of it."""

    def __init__(self, desk: Desk, done: Callable[[], None]) -> None:
        self._desk = desk
        self._done = done
        self._under_way = 0

    @property
    def is_under_way(self) -> bool:
        """Whether the card is still being given free."""
        return self._under_way > 0

    def start(self, driver: Driver) -> None:
        """Have the driver's profile disabled."""
        session, iccid, desk = self._desk.session(driver), driver.iccid, self._desk
        self._under_way += 1

        def work() -> None:
            try:
                eid = desk.door.use(lambda modem: disable(modem, iccid))
                desk.vehicle.report_esim(session, active=False, iccid=iccid, eid=eid)
                if desk.smdp.is_known:
                    desk.door.use(tell_servers)
            except BenchError as error:
                # The next driver's set-up reads the card itself, so nothing is lost but the report.
                desk.events.emit("car", "esim.not_released", code=error.code)

        def done(_: object) -> None:
            self._under_way -= 1
            self._done()

        desk.tasks.submit(work, done, done)

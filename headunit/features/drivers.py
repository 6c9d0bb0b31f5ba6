"""Stored drivers: choosing, letting in, the guest, removing, the whole reset (BMW-JP-CAR-02c, domain.md §4.1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.errors import BenchError
from headunit.desk import Desk
from headunit.flow.drivers import Driver
from headunit.services.cloud import OFFLINE


class Drivers:
    """Guards and actions around stored drivers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.chosen: Driver | None = None
        """The stored driver who wants in."""
        self.quick = False
        """A switch from the driver's page: no questions about settings and PIN again."""
        self._marked: Driver | None = None
        self.reset_listeners: list[Callable[[], None]] = []

    # Guards

    def knows_driver(self, value: object = None) -> bool:
        """Whether a stored driver has this key."""
        return self._desk.memory.driver(value) is not None

    def is_active_driver(self, value: object = None) -> bool:
        """Whether that driver is the one at the wheel."""
        active = self._desk.active
        return active is not None and active.key == value

    def has_pin(self, value: object = None) -> bool:
        """Whether that driver's PIN is to be asked."""
        driver = self._desk.memory.driver(value)
        return driver is not None and driver.has_pin

    def pin_is_locked(self, value: object = None) -> bool:
        """Whether only e-mail and password let that driver in."""
        driver = self._desk.memory.driver(value)
        return driver is not None and driver.pin_is_locked

    def active_has_pin(self) -> bool:
        """Whether the driver at the wheel has a PIN already."""
        return self._desk.active is not None and self._desk.active.has_pin

    def may_remove_driver(self, value: object = None) -> bool:
        """Only the driver whose page is shown can be removed."""
        return self.knows_driver(value) and self._desk.state.get("screen") == "driver"

    # Actions

    def begin_adding(self) -> None:
        """A new BMW ID: no stored driver is meant."""
        self.choose(None)

    def show_driver(self, value: object = None) -> None:
        """Open a driver's page."""
        self._desk.select(self._desk.memory.driver(value))

    def choose_driver_for_set_up(self, value: object = None) -> None:
        """Sign in with a stored ID as the guide does (CAR-02c): settings and PIN follow."""
        self.choose(self._desk.memory.driver(value))

    def choose_driver_to_switch(self, value: object = None) -> None:
        """Change drivers without the set-up's questions."""
        self.choose(self._desk.memory.driver(value), quick=True)

    def choose(self, driver: Driver | None, quick: bool = False) -> None:
        """Whom the following screens are about."""
        self.chosen, self.quick = driver, quick
        self._desk.select(driver)

    def tell_activate_first(self) -> None:
        """A PIN can be changed only by its owner at the wheel."""
        self._desk.notice("profile.not_active")

    def become_guest(self) -> None:
        """The guest takes the car."""
        self.choose(None)
        self._desk.take_car(None)

    def mark_driver_for_removal(self, value: object = None) -> None:
        """Remember who is meant while the question is shown."""
        self._marked = self._desk.memory.driver(value)
        self._desk.select(self._marked)

    def remove_marked_driver(self) -> None:
        """Forget a driver here and in the cloud, at once or when it is in reach."""
        driver, self._marked = self._marked, None
        if driver is None:
            return
        if driver.role == "main" and self._desk.brand.reset_with_main_user:
            self.reset_car()
            return
        # The car goes with its main user: without one, all IDs leave (domain.md §4.1).
        leaving = list(self._desk.memory.drivers) if driver.role == "main" else [driver]
        if self._desk.active in leaving:
            self.become_guest()  # while the session is there, so that the profile is given back
        tokens = [dict(self._desk.session(item).tokens) for item in leaving]
        with self._desk.memory.changing() as memory:
            memory.drivers = [item for item in memory.drivers if item not in leaving]
            memory.farewells = [*memory.farewells, *(item for item in tokens if item)]
        for item in leaving:
            self._desk.drop_session(item)
            self._desk.events.emit("car", "driver.removed", driver=item.key)
        self._desk.select(None)
        self._desk.show_drivers()
        self.say_farewells()
        self._desk.fact("driverRemoved")

    def reset_car(self) -> None:
        """Back to how the car left the factory."""
        drivers = list(self._desk.memory.drivers)
        self.become_guest()
        for driver in drivers:
            driver.tokens = dict(self._desk.session(driver).tokens)
        self._desk.memory.reset()
        for driver in drivers:
            self._desk.drop_session(driver)
        self._desk.events.emit("car", "reset")
        self._desk.show_drivers()
        for listener in self.reset_listeners:
            listener()
        self.say_farewells()
        self._desk.fact("carReset")

    def say_farewells(self) -> None:
        """Unmap and revoke for drivers who were removed; what fails for want of the cloud is tried again later."""
        for tokens in list(self._desk.memory.farewells):
            self._desk.tasks.submit(
                lambda tokens=tokens: self._say_farewell(tokens),  # type: ignore[misc]
                lambda done, tokens=tokens: self._farewell_said(tokens) if done else None,  # type: ignore[misc]
            )

    def _say_farewell(self, tokens: dict[str, Any]) -> bool:
        session = self._desk.new_session(tokens)
        try:
            self._desk.vehicle.unmap_driver(session)
            session.revoke()
        except BenchError as error:
            # Tokens that are refused need no giving back; only a cloud out of reach is a reason to wait.
            return error.code not in OFFLINE
        return True

    def _farewell_said(self, tokens: dict[str, Any]) -> None:
        with self._desk.memory.changing() as memory:
            memory.farewells = [item for item in memory.farewells if item != tokens]

"""Settings of the car and the driver: language, appearance, display, sounds, and what follows the driver's profile."""

from __future__ import annotations

from typing import Any

from core.clock import Timer
from core.errors import BenchError
from headunit.desk import Desk
from headunit.features.drivers import Drivers
from headunit.flow.drivers import Driver
from headunit.wake import APPEARANCES, DARKEST, LANGUAGES, is_night, shown_settings, time_of_day


class Preferences:
    """Actions of `settings` and `sync`, the clock in the status bar, day and night."""

    def __init__(self, desk: Desk, drivers: Drivers, language: str) -> None:
        self._desk = desk
        self._first_language = language
        self._timer: Timer | None = None
        self._running = True
        drivers.reset_listeners.append(self.show)
        desk.on_driver.append(self._driver_changed)
        self.show()

    # Showing

    def show(self) -> None:
        """Bring the screens up to date."""
        before = self._desk.language
        shown = shown_settings(self._desk.memory, self._first_language, self._desk.clock)
        self._desk.state.update("settings", **shown)
        if self._desk.language != before:
            self._desk.show_drivers()

    def tick(self) -> None:
        """Show the time now and again at the next full minute."""
        if not self._running:
            return
        now = self._desk.clock.now()
        self._desk.state.update("status", time=time_of_day(self._desk.clock))
        appearance = self._desk.state.get("settings")["appearance"]
        self._desk.state.update("settings", night=is_night(appearance, self._desk.clock))
        left = 60.0 - now.second - now.microsecond / 1e6
        self._timer = self._desk.clock.call_later(max(0.05, left), lambda: self._desk.tasks.post(self.tick))

    def stop(self) -> None:
        """The clock is not shown any more."""
        self._running = False
        if self._timer is not None:
            self._timer.cancel()

    def on_enter_settings(self) -> None:
        """The version is looked up only when somebody wants to see it."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            self._desk.state.update("settings", version=version("onenumber-bench"))
        except PackageNotFoundError:
            self._desk.state.update("settings", version="")

    # Changing

    def take_language(self, value: object = None) -> None:
        """`ja` or `en`."""
        if value in LANGUAGES:
            self._take("language", value)

    def take_appearance(self, value: object = None) -> None:
        """`auto`, `day` or `night`."""
        if value in APPEARANCES:
            self._take("appearance", value)

    def take_brightness(self, value: object = None) -> None:
        """Brightness of the display in per cent; never darker than can be read."""
        if isinstance(value, (int, float)):
            self._take("brightness", max(DARKEST, min(100, round(value))))

    def take_sounds(self, value: object = None) -> None:
        """Touch sounds on or off."""
        self._take("sounds", bool(value))

    def _take(self, name: str, value: Any) -> None:
        driver = self._desk.active
        with self._desk.memory.changing() as memory:
            memory.preferences = memory.preferences | {name: value}
            if driver is not None:
                driver.settings = driver.settings | {name: value}
        self.show()
        self._desk.events.emit("car", "setting", name=name, value=value)
        if driver is not None and driver.sync == "cloud" and driver.set_up:
            self._save(driver)

    def _save(self, driver: Driver) -> None:
        session, settings = self._desk.session(driver), dict(driver.settings)
        self._desk.tasks.submit(lambda: self._desk.vehicle.save_profile(session, settings), failed=self._not_saved)

    def _not_saved(self, error: Exception) -> None:
        # The car keeps the setting; the profile in the cloud gets it with the next change.
        if not isinstance(error, BenchError):
            raise error
        self._desk.events.emit("car", "profile.not_saved", code=error.code)

    # The driver profile (CAR-05)

    def take_sync_choice(self, value: object = None) -> None:
        """`cloud` loads the profile's settings into the car, `car` keeps the car's."""
        if value in ("cloud", "car"):
            self._desk.state.put("sync", {"choice": value})

    def apply_sync_choice(self) -> None:
        """ "Continue": the choice is stored and takes effect."""
        driver = self._desk.active
        if driver is None:
            return
        choice = self._desk.state.get("sync")["choice"]
        with self._desk.memory.changing():
            driver.sync, driver.set_up = choice, True
        self._desk.events.emit("car", "sync.chosen", choice=choice)
        if choice == "cloud":
            self._use(driver.settings)

    def _driver_changed(self, previous: Driver | None, driver: Driver | None) -> None:
        if driver is not None and driver is not previous and driver.set_up and driver.sync == "cloud":
            self._use(driver.settings)

    def _use(self, settings: dict[str, Any]) -> None:
        checks = {
            "language": lambda value: value in LANGUAGES,
            "appearance": lambda value: value in APPEARANCES,
            "brightness": lambda value: type(value) is int and DARKEST <= value <= 100,
            "sounds": lambda value: type(value) is bool,
        }
        wanted = {name: settings[name] for name, good in checks.items() if name in settings and good(settings[name])}
        with self._desk.memory.changing() as memory:
            memory.preferences = memory.preferences | wanted
        self.show()

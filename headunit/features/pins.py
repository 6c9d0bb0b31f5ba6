"""The profile's PIN: set twice, asked at the next start, five attempts, then the account (BMW-JP-CAR-06…09)."""

from __future__ import annotations

from core.errors import BenchError
from headunit.desk import Desk
from headunit.features.drivers import Drivers
from headunit.flow.drivers import Driver
from headunit.flow.pin_entry import PinEntry
from headunit.services.pin_hash import hash_pin, pin_matches


class Pins:
    """Guards and actions of `pinEntry` and `pinAsk`."""

    def __init__(self, desk: Desk, drivers: Drivers) -> None:
        self._desk = desk
        self._drivers = drivers
        self._entry = PinEntry(length=desk.settings.pin_length)
        self._change = False
        self._agreed: str | None = None
        self.at_start = False
        """The question is that of the start: right leads home."""

    # Guards

    def confirms_new_pin(self) -> bool:
        """Whether the second entry is asked."""
        return self._entry.stage == "confirm"

    def is_pin_change(self) -> bool:
        """Whether the driver's page asked for a new PIN, not the set-up."""
        return self._change

    def asked_at_start(self) -> bool:
        """Whether the car has just been started."""
        return self.at_start

    # Setting

    def begin_pin_set_up(self) -> None:
        """The set-up's PIN (CAR-06)."""
        self._begin(change=False)

    def begin_pin_change(self) -> None:
        """A new PIN from the driver's page."""
        self._begin(change=True)

    def _begin(self, change: bool) -> None:
        self._change = change
        self._agreed = None
        self._entry = PinEntry("set", self._desk.settings.pin_length)
        self._show()

    def type_new_pin(self, value: object = None) -> None:
        """One digit of a new PIN."""
        self._desk.clear_error()
        if self._entry.type(value):
            self._agreed = self._entry.confirm()
            if self._agreed is not None:
                self.store_pin_again()
        self._show()

    def erase_new_pin(self) -> None:
        """Take a digit back."""
        self._entry.erase()
        self._show()

    def restart_new_pin(self) -> None:
        """From the second entry back to the first."""
        self._entry.restart()
        self._show()

    def store_pin_again(self) -> None:
        """Have the agreed PIN on disk; also after a full disk was cleared."""
        pin, driver = self._agreed, self._desk.active
        if pin is None or driver is None:
            return
        self._desk.clear_error()
        self._entry.busy = True
        memory, attempts = self._desk.memory, self._desk.settings.pin_attempts
        before = (driver.pin_hash, driver.pin_attempts_left)

        def work() -> None:
            hashed = hash_pin(pin)
            try:
                with memory.changing_now():
                    driver.pin_hash, driver.pin_attempts_left = hashed, attempts
            except BenchError:
                with memory.changing():
                    driver.pin_hash, driver.pin_attempts_left = before
                raise

        self._desk.tasks.submit(work, lambda _: self._stored(), self._not_stored)

    def _stored(self) -> None:
        self._agreed = None
        self._entry.restart()
        self._desk.events.emit("car", "pin.set", driver=self._desk.active.key if self._desk.active else "")
        self._desk.show_drivers()
        self._desk.fact("pinStored")

    def _not_stored(self, error: Exception) -> None:
        self._entry.restart()
        self._show()
        if not isinstance(error, BenchError):
            raise error
        self._desk.fail(error)

    # Asking

    def on_enter_pin_ask(self) -> None:
        """Ask for the chosen driver's PIN."""
        self._entry = PinEntry("ask", self._desk.settings.pin_length)
        self._show()

    def on_exit_pin_ask(self) -> None:
        """Whatever was typed is gone."""
        self._entry.restart()
        self.at_start = False

    def type_asked_pin(self, value: object = None) -> None:
        """One digit; the fourth has the PIN judged."""
        driver = self._drivers.chosen
        if driver is not None and self._entry.type(value):
            self._entry.busy = True
            pin, entry = self._entry.typed, self._entry
            self._desk.tasks.submit(
                lambda: self._judge(driver, pin), lambda right: self._judged(entry, driver, right), self._not_judged
            )
        self._show()

    def erase_asked_pin(self) -> None:
        """Take a digit back."""
        self._entry.erase()
        self._show()

    def _judge(self, driver: Driver, pin: str) -> bool:
        memory = self._desk.memory
        with memory.changing_now():
            # Counted and on disk before the answer is known: pulling the plug buys no attempt.
            driver.pin_attempts_left = max(0, driver.pin_attempts_left - 1)
        if not pin_matches(driver.pin_hash, pin):
            return False
        with memory.changing_now():
            driver.pin_attempts_left = self._desk.settings.pin_attempts
        return True

    def _judged(self, entry: PinEntry, driver: Driver, right: bool) -> None:
        if entry is not self._entry or self._desk.state.get("screen") != "pinAsk":
            return
        if right:
            self._desk.fact("pinAccepted")
            return
        entry.fail("wrong")
        self._desk.events.emit("car", "pin.wrong", driver=driver.key, left=driver.pin_attempts_left)
        self._show()
        if driver.pin_is_locked:
            self._desk.fact("pinLocked")

    def _not_judged(self, error: Exception) -> None:
        self._entry.restart()
        self._show()
        if not isinstance(error, BenchError):
            raise error
        self._desk.fail(error)

    def _show(self) -> None:
        entry, driver = self._entry, self._drivers.chosen
        attempts = self._desk.settings.pin_attempts
        if entry.purpose == "ask" and driver is not None:
            attempts = driver.pin_attempts_left
        self._desk.state.put(
            "pin",
            {
                "purpose": entry.purpose,
                "stage": entry.stage,
                "digits": len(entry.typed),
                "attemptsLeft": attempts,
                "mistake": entry.mistake,
                "mistakes": entry.mistakes,
            },
        )

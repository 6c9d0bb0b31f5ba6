"""The app PIN: set twice, asked at the next start, changed (BMW-JP-SP-06, 07)."""

from __future__ import annotations

from typing import Any

from core.errors import BenchError
from phone_app.apps.brand_app.app_pin import AppPin, make_pin, try_pin
from phone_app.apps.brand_app.pin_entry import PinEntry
from phone_app.apps.brand_app.terms_pages import TermsPages


class PinPages(TermsPages):
    """The app PIN: set twice, asked at the next start, changed (BMW-JP-SP-06, 07)."""

    def on_pin_digit(self, digit: Any) -> None:
        """A key of the key pad."""
        if self.screen not in ("pinSet", "pinAsk", "changePin"):
            return
        pin = self._pin.digit(str(digit))
        self.changed()
        if pin is None:
            return
        if self._pin.purpose == "set":
            self._work(lambda: self.account.keep_pin(make_pin(pin)), self._pin_kept, self._pin_failed)
        else:
            self._work(lambda: self._try(pin), self._pin_right, self._pin_failed)

    def on_pin_erase(self, _: Any) -> None:
        """Take a digit back."""
        self._pin.erase()
        self.changed()

    def on_forgot_pin(self, _: Any) -> None:
        """Without the PIN only the account's credentials help: sign out, so that they are asked."""
        if self.screen == "pinAsk":
            self._log_out(BenchError("pin.forgotten"))

    def on_change_pin(self, _: Any) -> None:
        """From the app's settings: prove the old PIN, then set a new one."""
        if self.screen == "settings":
            self._pin = PinEntry("prove", self._settings.pin_length)
            self.go("changePin")

    def _try(self, pin: str) -> AppPin:
        if self.account.pin is None:
            raise BenchError("auth.ended")
        return try_pin(self.account.pin, pin, attempts=self._settings.pin_attempts, keep=self.account.keep_pin)

    def _ask_new_pin(self) -> None:
        if "pin" not in self._brand.app_set_up:
            self._ask_terms()
            return
        self._pin = PinEntry("set", self._settings.pin_length)
        self.go("pinSet")

    def _pin_kept(self, _: None) -> None:
        self._events.emit("phone", "app.pin_set")
        if self.screen == "changePin":
            self.go("pinChanged")
        else:
            self._ask_terms()

    def _pin_right(self, _: AppPin) -> None:
        if self.screen == "changePin":
            self._pin = PinEntry("set", self._settings.pin_length)
            self.go("changePin")
            self.changed()
        elif self.account.terms_accepted:
            self.go("car")
        else:
            self._ask_terms()

    def _pin_failed(self, error: BenchError) -> None:
        if error.code == "pin.wrong":
            self._pin.wrong(int(str(error.params["left"])))
            self.changed()
        elif error.code in ("pin.locked", "auth.ended"):
            self._log_out(error)
        else:
            self._pin.failed()
            self._error = error
            self.changed()

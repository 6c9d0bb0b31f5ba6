"""What all of the app's screens stand on: where back leads, work off the thread, signing out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from core.brand import BrandPack
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.randomness import Randomness
from core.settings import Settings
from core.tasks import Tasks
from phone_app.apps.base import App
from phone_app.apps.brand_app.account import Account
from phone_app.apps.brand_app.approval import CarRequest, CodeEntry, ForeignCode
from phone_app.apps.brand_app.authorization import Authorization
from phone_app.apps.brand_app.cloud import AppCloud, Tokens
from phone_app.apps.brand_app.garage import Garage
from phone_app.apps.brand_app.pin_entry import PinEntry
from phone_app.apps.installed import Listing

T = TypeVar("T")

SIZE = 84
"""Megabytes that the app has in the store."""
TABS = ("car", "profile")
GARAGE_SCREENS = ("welcome", "car", "esim")
MENUS = ("settings", "profile")
"""Where the QR code's scan and the log-out are offered: BMW has settings of their own, MINI one menu for all."""
BACK = {
    "intro": "start",
    "esim": "profile",
    "esimLoading": "esim",
    "esimForm": "esim",
    "provider": "esim",
    "esimChecking": "esim",
    "esimProblem": "esim",
    "esimUnlink": "esim",
    "settings": "profile",
    "changePin": "settings",
    "pinChanged": "settings",
    "scanReady": "profile",
    "code": "scan",
    "checking": "scan",
    "codeProblem": "scan",
    "confirmCar": "scan",
}
"""Where the back gesture leads; screens that are not here leave the app (the person is asked again next time)."""


class Screens(App):
    """The app without its screens' own events.

    Screens: start, intro, web, signingIn, signInFailed, pinSet, loadingTerms, terms, welcome, pinAsk, car, profile,
    settings, changePin, pinChanged, confirmLogOut, esim, scanReady, scan, code, checking, confirmCar, deciding,
    approved, denied,
    codeProblem, and those of the personal eSIM (`esim_pages.py`).
    """

    def __init__(
        self,
        *,
        account: Account,
        cloud: AppCloud,
        brand: BrandPack,
        language: Callable[[], str],
        clock: Clock,
        events: EventLog,
        randomness: Randomness,
        settings: Settings,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self.id = brand.app_scheme
        self.listing = Listing("brand", SIZE)
        self.account = account
        self.garage = Garage(account, cloud, clock=clock, tasks=tasks)
        self.garage.changed = self._garage_changed
        self.garage.failed = self._ended
        self._cloud = cloud
        self._brand = brand
        self._language = language
        self._clock = clock
        self._events = events
        self._randomness = randomness
        self._settings = settings
        self._tasks = tasks
        self._authorization: Authorization | None = None
        self._pin = PinEntry(length=settings.pin_length)
        self._terms: list[dict[str, Any]] = []
        self._code = CodeEntry()
        self._foreign: ForeignCode | None = None
        self._request: CarRequest | None = None
        self._awaited: dict[str, str] = {}
        """The car that was let in and is not among the person's cars yet: `{model, vinLast7}`."""
        self._error: BenchError | None = account.trouble
        self._retry: Callable[[], None] | None = None
        self._attempt = 0
        self._menu = MENUS[0]
        self._first_screen()

    def opened(self) -> None:
        """Look at the cars again when they are on the screen."""
        self.garage.watch(self.screen in GARAGE_SCREENS)

    def forget(self) -> None:
        """Nobody is signed in any more, and nothing tells who was."""
        if self.account.signed_in:
            self._log_out(None)
        self.account.erase()
        self._error = None
        self.screen = "start"

    def left(self) -> None:
        """Nobody looks any more."""
        self.garage.watch(False)

    def _garage_changed(self) -> None:
        if any(car["vinLast7"] == self._awaited.get("vinLast7") for car in self.garage.state()["cars"]):
            self._awaited = {}
        self.changed()

    def go(self, screen: str, direction: str = "forward") -> None:
        """Change the screen; what belonged to the old one only ends."""
        if screen not in ("confirmCar", "deciding") and self._request is not None:
            self._request.close()
            if screen not in ("approved", "denied"):
                self._request = None
        if screen != "scan":
            self._foreign = None
        if screen not in ("web", "signingIn"):
            self._authorization = None
        self._events.emit("phone", "app.screen", app=self.id, screen=screen)
        self.garage.watch(screen in GARAGE_SCREENS)
        super().go(screen, direction)

    def back(self) -> bool:
        """One screen back; False where the app's first screens are."""
        if self.screen in ("pinSet", "changePin") and self._pin.back():
            self.changed()
            return True
        if self.screen in ("signingIn", "deciding", "loadingTerms", "esimBeginning"):
            return True  # a moment, then the answer is there
        target = self._way_back()
        if target is None:
            return False
        self._attempt += 1
        self._error = None
        self.go(target, "back")
        return True

    def _way_back(self) -> str | None:
        match self.screen:
            case "web" | "signInFailed":
                return "intro" if "intro" in self._brand.app_set_up else "start"
            case "scan" if self._brand.app_scan_by_button:
                return "scanReady"
            case "scan" | "approved" | "denied" | "confirmLogOut":
                return self._menu
            case screen:
                return BACK.get(screen)

    def on_dismiss(self, _: Any) -> None:
        """A message was read."""
        self._error = None
        self.changed()

    def _first_screen(self) -> None:
        if not self.account.signed_in:
            self.screen = "start"
        elif "pin" not in self._brand.app_set_up:
            self.screen = "car"
        elif self.account.pin is None:
            # The phone was switched off between log-in and PIN.
            self.screen = "pinSet"
        else:
            self._pin = PinEntry("ask", self._settings.pin_length)
            self.screen = "pinAsk"

    def _ended(self, error: BenchError) -> None:
        self._log_out(BenchError("auth.ended") if error.code != "auth.ended" else error)

    def _log_out(self, reason: BenchError | None) -> None:
        tokens = self.account.end()
        self._attempt += 1
        self._error = reason
        self._pin, self._terms, self._request = PinEntry("set", self._settings.pin_length), [], None
        self._awaited = {}
        self.garage.clear()
        self._events.emit("phone", "app.signed_out", reason=reason.code if reason else "")
        self.go("start", "back")
        if tokens is not None:
            # Signed out here whatever the cloud says; it learns of it when it can be reached.
            self._tasks.submit(lambda: self._revoke(tokens))

    def _revoke(self, tokens: Tokens) -> None:
        try:
            self._cloud.revoke(tokens)
        except BenchError as error:
            self._events.emit("phone", "app.revoke_failed", code=error.code)

    def _attempt_again(self, retry: Callable[[], None]) -> None:
        self._retry = retry

    def _work(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[BenchError], None]) -> None:
        """Work off the thread; its answer is dropped when the person has gone elsewhere meanwhile."""
        self._attempt += 1
        attempt = self._attempt

        def finish(result: T) -> None:
            if attempt == self._attempt:
                done(result)

        def fail(error: Exception) -> None:
            if not isinstance(error, BenchError):
                raise error
            if attempt == self._attempt:
                failed(error)

        self._tasks.submit(work, finish, fail)

"""What the app's screens stand on: where back leads, work off the thread, the session, problems with a way on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.tasks import Tasks
from phone_app.apps.base import App
from phone_app.apps.mynapoint.platform import MyKeyPlatform
from phone_app.nfc.reader import NfcReader

T = TypeVar("T")

CARD_SCREENS = ("password", "card")
"""The reader works while one of these is shown."""
BACK = {
    "reserve": "top",
    "reserved": "top",
    "services": "top",
    "terms": "services",
    "form": "terms",
    "review": "form",
    "applied": "top",
}
"""Where the back gesture leads; card screens and problems lead to where they were come from."""


class Screens(App):
    """The app without its screens' own events.

    Screens: top, password, card, locked, working, reserve, reserved, services, terms, form, review, applied, problem.
    """

    id = "mynapoint"

    def __init__(
        self,
        platform: MyKeyPlatform,
        reader: NfcReader,
        *,
        card_first: Callable[[], bool],
        switch_nfc: Callable[[bool], None],
        language: Callable[[], str],
        clock: Clock,
        events: EventLog,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self.screen = "top"
        self._platform = platform
        self._reader = reader
        self._card_first = card_first
        self._switch_nfc = switch_nfc
        self._language = language
        self._clock = clock
        self._events = events
        self._tasks = tasks
        self._token = ""
        """Of the platform's session; secret, never stored."""
        self._my_key_id = ""
        self._error: BenchError | None = None
        self._retry: Callable[[], None] | None = None
        self._origin = "top"
        """Where a problem or a card screen was come from."""
        self._busy = ""
        """What the platform is asked just now: `logIn`, `issue`, `apply`, `look`."""
        self._logged_out = False
        self._attempt = 0

    def go(self, screen: str, direction: str = "forward") -> None:
        """Change the screen; the reader rests where no card is wanted."""
        if screen not in CARD_SCREENS:
            self._reader.end()
        if screen != "top":
            self._logged_out = False
        self._events.emit("phone", "app.screen", app=self.id, screen=screen)
        super().go(screen, direction)

    def back(self) -> bool:
        """One screen back; False on the app's top page."""
        if self.screen == "working":
            return True  # a moment, then the answer is there
        if self.screen == "top":
            return False
        self._attempt += 1
        self._error = None
        target = BACK.get(self.screen, self._origin)
        if target == "top":
            self._to_top()
        else:
            self.go(target, "back")
        return True

    def _to_top(self, *, logged_out: bool = False) -> None:
        """The top page; a session ends with it, as nobody can see who is logged in there."""
        token, self._token = self._token, ""
        self._my_key_id = ""
        self._error, self._retry = None, None
        self._attempt += 1
        self._forget()
        self.go("top", "back")
        self._logged_out = logged_out
        self.changed()
        if token:
            # Here it has ended whatever the platform says; there it ends by itself too.
            self._tasks.submit(lambda: self._end_session(token))

    def _forget(self) -> None:
        """What belongs to one session only."""

    def _end_session(self, token: str) -> None:
        try:
            self._platform.log_out(token)
        except BenchError as error:
            self._events.emit("phone", "app.log_out_failed", code=error.code)

    def _problem(self, error: BenchError, retry: Callable[[], None] | None, origin: str = "top") -> None:
        """Say what happened, on a page with a way on. A session that the platform knows no more is forgotten."""
        if error.code == "session.ended":
            self._token, retry, origin = "", None, "top"
        self._error, self._retry, self._origin = error, retry, origin
        self.go("problem")

    def on_again(self, _: Any) -> None:
        """The button of the problem's page: try again, or back to where it began."""
        if self.screen == "problem":
            retry, self._retry, self._error = self._retry, None, None
            if retry is not None:
                retry()
            else:
                self._to_top()

    def on_platform_top(self, _: Any) -> None:
        """「マイキープラットフォームトップへ」 (`MYNA-B06a`), and the way out of a problem."""
        if self.screen in ("reserved", "problem", "locked", "card"):
            self._to_top()

    def _ask(
        self, kind: str, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[BenchError], None]
    ) -> None:
        """Ask the platform, with a page that says so meanwhile."""
        self._busy = kind
        self.go("working")
        self._work(work, done, failed)

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

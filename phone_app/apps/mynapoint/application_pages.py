"""The application: service, terms, the bank's ID and code, review, card, and how it stands (`MYNA-C01…C08`)."""

from __future__ import annotations

from functools import partial
from typing import Any

from core.clock import Timer
from core.errors import BenchError
from phone_app.apps.mynapoint.application_form import ApplicationForm
from phone_app.apps.mynapoint.card_pages import ProofTask
from phone_app.apps.mynapoint.platform import Proof
from phone_app.apps.mynapoint.reservation_pages import ReservationPages

ON_THE_FORM = ("application.not_matching", "application.id_used", "application.service_unknown")
"""Refusals that something else typed may end."""
LONGEST_KEYWORD = 40
LOOK_AGAIN = 1.0
"""Seconds after the points' registration that the app looks."""


class ApplicationPages(ReservationPages):
    """The way from a MyKey ID to an application."""

    def __init__(self, *arguments: Any, **parts: Any) -> None:
        super().__init__(*arguments, **parts)
        self._application: dict[str, Any] = {}
        self._timer: Timer | None = None
        self._forget()

    def _forget(self) -> None:
        self._found: list[dict[str, str]] | None = None
        self._keyword = ""
        self._searching = False
        self._chosen: dict[str, str] = {}
        self._agreed = False
        self._form = ApplicationForm()
        self._clean_id = ""
        self._checking = False
        self._application = {}
        self._looking = False
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def back(self) -> bool:
        """An answer that is still on its way belongs to a page that is left."""
        self._searching = self._checking = self._looking = False
        return super().back()

    def on_apply_now(self, _: Any) -> None:
        """「申込へ」 after the reservation (`MYNA-B06`)."""
        if self.screen == "reserved":
            self._look_at_application(to_services=True)

    def on_show_application(self, _: Any) -> None:
        """From the page that says that one has applied already."""
        if self.screen == "problem" and self._token:
            self._look_at_application(to_services=False)

    # -- C1: the service

    def on_search(self, keyword: Any) -> None:
        """「検索」."""
        wanted = str(keyword).strip()[:LONGEST_KEYWORD]
        if self.screen != "services" or self._searching:
            return
        self._error, self._chosen, self._keyword = None, {}, wanted
        if not wanted:
            self._found = None
            self.changed()
            return
        self._searching = True
        self.changed()
        self._work(lambda: self._platform.services(wanted), self._services_found, self._search_failed)

    def on_choose_service(self, service: Any) -> None:
        """One of the services that were found."""
        if self.screen == "services":
            self._chosen = next((item for item in self._found or [] if item["id"] == service), {})
            self.changed()

    def on_to_terms(self, _: Any) -> None:
        """「次へ進む」."""
        if self.screen == "services" and self._chosen:
            self._agreed = False
            self.go("terms")

    def _services_found(self, found: list[dict[str, str]]) -> None:
        self._searching, self._found = False, found
        self.changed()

    def _search_failed(self, error: BenchError) -> None:
        self._searching = False
        self._error = error
        self.changed()

    # -- C2: the terms

    def on_agree(self, agreed: Any) -> None:
        """The box below the terms."""
        if self.screen == "terms":
            self._agreed = bool(agreed)
            self.changed()

    def on_to_form(self, _: Any) -> None:
        """「申込へ進む」."""
        if self.screen == "terms" and self._agreed:
            self.go("form")

    # -- C3: ID, code, number

    def on_type(self, typed: Any) -> None:
        """`{field: text}`."""
        if self.screen == "form" and isinstance(typed, dict):
            for name, text in typed.items():
                self._form.type(str(name), str(text))
            self._error = None
            self.changed()

    def on_check(self, _: Any) -> None:
        """「確認」."""
        if self.screen != "form" or self._checking:
            return
        self._error = None
        if self._form.check():
            self._checking = True
            token, fields = self._token, self._fields()
            self._work(lambda: self._platform.check(token, fields), self._checked, self._check_failed)
        self.changed()

    def _checked(self, clean_id: str) -> None:
        self._checking, self._clean_id = False, clean_id
        self.go("review")

    def _check_failed(self, error: BenchError) -> None:
        self._checking = False
        if error.code in ON_THE_FORM:
            self._error = error
            self.changed()
        else:
            retry = None if error.code.startswith("application.") else self._to_form
            self._problem(error, retry, "form")

    def _to_form(self) -> None:
        self.go("form", "back")

    # -- C4 to C6: review, password, card

    def on_apply(self, _: Any) -> None:
        """「申込」."""
        if self.screen == "review":
            self._prove(ProofTask("application", self._clean_id, "review", self._apply))

    def _apply(self, proof: Proof) -> None:
        token, fields = self._token, self._fields()
        self._ask(
            "apply", lambda: self._platform.apply(token, fields, proof), self._applied, partial(self._refused, proof)
        )

    def _applied(self, application: dict[str, Any]) -> None:
        self._events.emit("phone", "mynapoint.applied", state=application.get("state"))
        # What was typed has done its work.
        self._form, self._clean_id = ApplicationForm(), ""
        self._show_application(application)

    def _refused(self, proof: Proof, error: BenchError) -> None:
        if error.code.startswith("card."):
            # This signature is worth nothing any more; the form is still good.
            self._problem(error, lambda: self.go("review", "back"), "review")
        elif error.code in ON_THE_FORM:
            self._error = error
            self.go("form", "back")
        elif error.code.startswith("application."):
            self._problem(error, None)
        else:
            # Perhaps only the answer was lost: the same again is no second application.
            self._problem(error, lambda: self._apply(proof), "review")

    def _fields(self) -> dict[str, str]:
        return self._form.fields(self._chosen.get("id", ""))

    # -- C7: how it stands

    def on_refresh(self, _: Any) -> None:
        """Look how it stands now."""
        if self.screen == "applied":
            self._look_now()

    def on_log_out(self, _: Any) -> None:
        """「ログアウト」."""
        if self.screen == "applied":
            self._to_top(logged_out=True)

    def opened(self) -> None:
        """Back in front: a day may have passed."""
        super().opened()
        if self.screen == "applied":
            self._look_now()

    def _look_at_application(self, *, to_services: bool) -> None:
        token = self._token

        def shown(application: dict[str, Any]) -> None:
            if application:
                self._show_application(application)
            elif to_services:
                self.go("services")
            else:
                self._to_top()

        again = partial(self._look_at_application, to_services=to_services)
        origin = "reserved" if to_services else "top"
        self._ask(
            "look", lambda: self._platform.application(token), shown, lambda error: self._problem(error, again, origin)
        )

    def _show_application(self, application: dict[str, Any]) -> None:
        self._application = application
        self._error = None
        self._wait_for_points()
        self.go("applied")

    def _look_now(self) -> None:
        if self._looking:
            return
        self._looking = True
        self.changed()
        token = self._token
        self._work(lambda: self._platform.application(token), self._seen, self._not_seen)

    def _seen(self, application: dict[str, Any]) -> None:
        self._looking, self._error = False, None
        if self.screen == "applied" and application:
            self._application = application
            self._wait_for_points()
        self.changed()

    def _not_seen(self, error: BenchError) -> None:
        self._looking = False
        if error.code == "session.ended":
            self._problem(error, None)
        else:
            self._error = error
            self.changed()

    def _wait_for_points(self) -> None:
        """Look when the points should be registered, for who keeps the page open."""
        if self._timer is not None:
            self._timer.cancel()
        if self._application.get("state") != "completed":
            pause = max(0.0, float(self._application["completes_at"]) - self._clock.timestamp()) + LOOK_AGAIN
            self._timer = self._clock.call_later(pause, lambda: self._tasks.post(self._due))

    def _due(self) -> None:
        if self.screen == "applied":
            self._look_now()

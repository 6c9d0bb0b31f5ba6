"""Terms and welcome (BMW-JP-SP-08, 09)."""

from __future__ import annotations

from typing import Any

from core.errors import BenchError
from phone_app.apps.brand_app.screens import Screens


class TermsPages(Screens):
    """Terms and welcome (BMW-JP-SP-08, 09)."""

    def _ask_terms(self) -> None:
        self._error = None
        if "terms" not in self._brand.app_set_up:
            self._welcome()
            return
        self.go("loadingTerms")

        def loaded(terms: list[dict[str, Any]]) -> None:
            self._terms = [{**item, "ticked": False} for item in terms if not item.get("accepted")]
            if self._terms:
                self.go("terms")
            else:
                self._welcome()

        self._attempt_again(self._ask_terms)
        self._work(lambda: self.account.call(self._cloud.terms), loaded, self._terms_failed)

    def on_toggle_term(self, term: Any) -> None:
        """A check box 「同意します。」"""
        for item in self._terms:
            if item["id"] == term and self.screen == "terms":
                item["ticked"] = not item["ticked"]
        self.changed()

    def on_agree(self, _: Any) -> None:
        """「同意する」; only when all boxes are ticked."""
        if self.screen != "terms" or not all(item["ticked"] for item in self._terms):
            return
        terms = list(self._terms)
        self.go("loadingTerms")
        self._attempt_again(lambda: self._send_consent(terms))
        self._send_consent(terms)

    def _send_consent(self, terms: list[dict[str, Any]]) -> None:
        self._error = None
        self.changed()

        def done(_: None) -> None:
            self._events.emit("phone", "app.terms_accepted", terms=[item["id"] for item in terms])
            self._welcome()

        work = self.account.call
        self._work(lambda: work(lambda access: self._cloud.accept_terms(access, terms)), done, self._terms_failed)

    def _terms_failed(self, error: BenchError) -> None:
        if error.code == "auth.ended":
            self._ended(error)
        else:
            self._error = error
            self.changed()

    @property
    def _at_home(self) -> str:
        return "welcome" if "welcome" in self._brand.app_set_up else "car"

    def _welcome(self) -> None:
        self._work(self.account.keep_terms_accepted, lambda _: self.go(self._at_home), self._terms_failed)

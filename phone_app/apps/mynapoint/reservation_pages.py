"""Log-in with the card, and the reservation: the MyKey ID is issued (`MYNA-B02…B06a`)."""

from __future__ import annotations

from typing import Any

from core.errors import BenchError
from phone_app.apps.mynapoint.card_pages import CardPages, ProofTask
from phone_app.apps.mynapoint.platform import Membership, Proof


class ReservationPages(CardPages):
    """The way from the app's top page to a MyKey ID."""

    def __init__(self, *arguments: Any, **parts: Any) -> None:
        super().__init__(*arguments, **parts)
        self._goal = "reserve"
        """What the person logs in for: `reserve` or `apply`."""
        self._reserved_before = False

    def on_reserve(self, _: Any) -> None:
        """「マイナポイントの予約(マイキーIDの発行)」 on the top page, or the way on of who has not reserved yet."""
        if self.screen == "top":
            self._begin("reserve")
        elif self.screen == "problem" and self._token:
            self._error = None
            self.go("reserve")

    def on_apply_for(self, _: Any) -> None:
        """「マイナポイントの申込」 on the top page (`MYNA-C00a`)."""
        if self.screen == "top":
            self._begin("apply")

    def on_issue(self, _: Any) -> None:
        """「発行」 (`MYNA-B05`)."""
        if self.screen == "reserve":
            self._issue()

    def _begin(self, goal: str) -> None:
        self._goal = goal
        if not self._platform.there:
            self._problem(BenchError("points.none"), None)
        else:
            self._prove(ProofTask("log-in", "", "top", self._log_in))

    def _log_in(self, proof: Proof) -> None:
        self._ask(
            "logIn",
            lambda: self._platform.log_in(proof),
            self._logged_in,
            lambda error: self._problem(error, lambda: self._begin(self._goal)),
        )

    def _logged_in(self, member: Membership) -> None:
        self._token, self._my_key_id = member.token, member.my_key_id
        self._reserved_before = bool(member.my_key_id)
        if self._goal == "reserve":
            self.go("reserved" if member.my_key_id else "reserve")
        elif member.application:
            self._show_application(member.application)
        elif member.my_key_id:
            self.go("services")
        else:
            self._problem(BenchError("application.not_reserved"), None)

    def _issue(self) -> None:
        token = self._token
        self._ask(
            "issue",
            lambda: self._platform.reserve(token),
            self._issued,
            lambda error: self._problem(error, self._issue, "reserve"),
        )

    def _issued(self, my_key_id: str) -> None:
        self._my_key_id = my_key_id
        self._events.emit("phone", "mynapoint.reserved")
        self.go("reserved")

    def _show_application(self, application: dict[str, Any]) -> None:
        raise NotImplementedError

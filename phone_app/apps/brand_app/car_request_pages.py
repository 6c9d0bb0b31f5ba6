"""Scanning or typing the car's code, comparing it, approving the car (BMW-JP-CAR-03b2)."""

from __future__ import annotations

from typing import Any

from core.errors import BenchError
from phone_app.apps.brand_app.approval import CarRequest, CodeEntry, ForeignCode, read_code
from phone_app.apps.brand_app.screens import MENUS, Screens


class CarRequestPages(Screens):
    """Scanning or typing the car's code, comparing it, approving the car (BMW-JP-CAR-03b2)."""

    def on_scan(self, _: Any) -> None:
        """「QRコード (BMW ID) のスキャン」, also to try again."""
        begins = self.screen in MENUS
        if not begins and self.screen not in ("code", "codeProblem", "denied"):
            return
        self._error = None
        if begins:
            self._menu = self.screen
        waits = begins and self._brand.app_scan_by_button
        self.go("scanReady" if waits else "scan", "forward" if begins else "back")

    def on_start_scan(self, _: Any) -> None:
        """「スキャン開始」: the car shows its code (MINI-APP-S1-05, 08)."""
        if self.screen == "scanReady":
            self.go("scan")

    def on_scanned(self, text: Any) -> None:
        """The camera read something."""
        if self.screen != "scan":
            return
        found = read_code(str(text), self._cloud.issuer)
        if isinstance(found, ForeignCode):
            if found != self._foreign:
                self._foreign = found
                self._events.emit("phone", "app.foreign_code", content=found.kind)
                self.changed()
            return
        self._check(found, compare=self._brand.app_compares_code)

    def on_dismiss_foreign(self, _: Any) -> None:
        """The note on a foreign code was read."""
        self._foreign = None
        self.changed()

    def on_type_code(self, _: Any) -> None:
        """Type the code instead."""
        if self.screen in ("scan", "codeProblem"):
            self._code = CodeEntry()
            self._error = None
            self.go("code")

    def on_letter(self, letter: Any) -> None:
        """A key of the letter pad."""
        if self.screen == "code":
            complete = self._code.letter(str(letter))
            self.changed()
            if complete:
                self._check(self._code.typed)

    def on_letter_erase(self, _: Any) -> None:
        """Take a letter back."""
        self._code.erase()
        self.changed()

    def _check(self, user_code: str, compare: bool = True) -> None:
        """Ask whose code it is. Not to `compare` it sends the ID at once: the person scanned it on purpose, and says
        in the car what it may do. A code that was typed may have come from anywhere and is always compared."""
        self._error = None
        self.go("checking")

        def done(answer: dict[str, Any]) -> None:
            try:
                request = CarRequest.from_answer(user_code, answer, self._brand.id)
            except BenchError as error:
                self._code_problem(error)
                return
            self._request = request
            lifetime = answer.get("expires_in")
            if isinstance(lifetime, (int, float)):
                request.expire_after(float(lifetime), self._clock, lambda: self._tasks.post(lambda: expired(request)))
            if compare:
                self.go("confirmCar")
            else:
                self._send_decision(request, "approve", "approved")

        def expired(request: CarRequest) -> None:
            if self._request is request and self.screen == "confirmCar":
                self._code_problem(BenchError("code.expired"))

        self._attempt_again(lambda: self._check(user_code, compare))
        call = self.account.call
        self._work(lambda: call(lambda access: self._cloud.device_request(access, user_code)), done, self._code_problem)

    def on_approve(self, _: Any) -> None:
        """The person compared the code and wants this car."""
        self._decide("approve", "approved")

    def on_deny(self, _: Any) -> None:
        """It is not the person's car."""
        self._decide("deny", "denied")

    def _decide(self, decision: str, screen: str) -> None:
        request = self._request
        if self.screen == "confirmCar" and request is not None:
            self._send_decision(request, decision, screen)

    def _send_decision(self, request: CarRequest, decision: str, screen: str) -> None:
        """Tell the cloud; when that fails, the same decision is sent again: perhaps only its answer was lost."""
        user_code = request.user_code
        self._error = None
        self.go("deciding")
        self._request = request

        def done(_: None) -> None:
            self._events.emit("phone", f"app.car_{screen}")
            if screen == "approved":
                self._awaited = {"model": request.model, "vinLast7": request.vin_last7}
            self.go(screen)

        self._attempt_again(lambda: self._send_decision(request, decision, screen))
        call = self.account.call
        self._work(
            lambda: call(lambda access: self._cloud.decide(access, user_code, decision)), done, self._code_problem
        )

    def on_done(self, _: Any) -> None:
        """Leave a page that only tells something."""
        if self.screen in ("approved", "denied"):
            self.go("car", "back")
        elif self.screen == "pinChanged":
            self.go("settings", "back")

    def on_retry(self, _: Any) -> None:
        """Try again what failed."""
        if self._retry is not None and self.screen in ("codeProblem", "loadingTerms") and self._error is not None:
            self._retry()

    def _code_problem(self, error: BenchError) -> None:
        if error.code == "auth.ended":
            self._ended(error)
            return
        self._error = error
        self.go("codeProblem")

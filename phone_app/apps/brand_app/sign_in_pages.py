"""Signing in through the cloud's own log-in page (BMW-JP-SP-02…05)."""

from __future__ import annotations

from typing import Any

from core.errors import BenchError
from phone_app.apps.brand_app.authorization import begin
from phone_app.apps.brand_app.pin_pages import PinPages


class SignInPages(PinPages):
    """Signing in through the cloud's own log-in page (BMW-JP-SP-02…05)."""

    def on_sign_in(self, _: Any) -> None:
        """「サインインまたは登録」"""
        if self.screen == "start":
            self._error = None
            if "intro" in self._brand.app_set_up:
                self.go("intro")
            else:
                self._to_log_in()

    def on_continue(self, _: Any) -> None:
        """「続ける」: open the cloud's log-in page."""
        if self.screen in ("intro", "signInFailed"):
            self._error = None
            self._to_log_in()

    def _to_log_in(self) -> None:
        self.go("web")
        self._open_page()

    def _open_page(self) -> None:
        def opened(endpoint: str) -> None:
            self._authorization = begin(
                endpoint,
                client_id=self._brand.app_client_id,
                redirect_uri=f"{self._brand.app_scheme}://oauth/callback",
                language=self._language(),
                randomness=self._randomness,
            )
            self.changed()

        self._work(lambda: self._cloud.endpoint("authorization"), opened, self._sign_in_failed)

    def on_callback(self, address: Any) -> None:
        """The page led back to the app."""
        authorization = self._authorization
        if self.screen != "web" or authorization is None:
            return
        try:
            code = authorization.code_from(str(address))
        except BenchError as error:
            self._sign_in_failed(error)
            return
        self.go("signingIn")

        def sign_in() -> None:
            tokens = self._cloud.exchange(authorization, code)
            self.account.start(tokens, self._cloud.user(tokens.access))

        def done(_: None) -> None:
            self._authorization = None
            self._events.emit("phone", "app.signed_in", user=self.account.user.get("sub"))
            self.garage.clear()
            self._ask_new_pin()

        self._work(sign_in, done, self._sign_in_failed)

    def on_page_failed(self, reason: Any) -> None:
        """The log-in page could not be loaded."""
        if self.screen == "web":
            self._sign_in_failed(BenchError("cloud.unreachable", reason=str(reason)))

    def on_cancel_sign_in(self, _: Any) -> None:
        """Close the log-in page."""
        if self.screen in ("web", "signInFailed"):
            self.back()

    def _sign_in_failed(self, error: BenchError) -> None:
        self._error = error
        self.go("signInFailed")

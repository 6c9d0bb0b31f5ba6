"""Activating the personal eSIM from the app (BMW-JP-SP-10…13, 39…42)."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from core.errors import BenchError
from core.phone_numbers import grouped
from phone_app.apps.brand_app.esim_cloud import EsimCloud
from phone_app.apps.brand_app.esim_form import EsimForm
from phone_app.apps.brand_app.esim_link import EsimLink
from phone_app.apps.brand_app.screens import Screens
from phone_app.web_slot import WebSlot

RETURN_PATH = "esim/association"
"""`<app>://esim/association?result=…`: where the operator's site leads back to."""


LINK_SCREENS = ("esim", "esimChecking")


class EsimPages(Screens):
    """Screens: esim, esimLoading, esimForm, esimBeginning, provider, esimChecking, esimProblem, esimUnlink.

    What the address of the return says is not believed, since any page could lead there: the cloud is asked.
    """

    def esim_state(self) -> dict[str, Any]:
        """For the view."""
        facts = self.link.state()
        return facts | {
            "number": grouped(facts["number"]),
            "form": self._form.state(),
            "completed": self._completed,
            "outcome": dict(self._outcome),
        }

    def __init__(self, *, link_path: Path, **parts: Any) -> None:
        super().__init__(**parts)
        self.link_cloud = EsimCloud(self._cloud)
        self.link = EsimLink(link_path, self.account, self.link_cloud, clock=self._clock, tasks=self._tasks)
        self.link.changed = self._link_changed
        self.link.over = self._esim_over
        self.link.failed = self._ended
        self.web: WebSlot = WebSlot()
        self._form = EsimForm([], self._brand.number_entry)
        self._completed = False
        self._outcome: dict[str, str] = {}

    def opened(self) -> None:
        """Look at the link again when it is on the screen."""
        super().opened()
        self.link.watch(self.screen in LINK_SCREENS)

    def left(self) -> None:
        """Nobody looks any more."""
        super().left()
        self.link.watch(False)

    def go(self, screen: str, direction: str = "forward") -> None:
        """Change the screen; the cloud is asked as long as somebody looks at the link."""
        super().go(screen, direction)
        self.link.watch(screen in LINK_SCREENS)

    def _log_out(self, reason: BenchError | None) -> None:
        self.link.clear()
        self.web.close()
        self._completed, self._outcome = False, {}
        super()._log_out(reason)

    @property
    def dialog(self) -> str:
        """`esimCompleted` until it was read; not over the question for the PIN."""
        return "esimCompleted" if self._completed and self.screen in ("profile", "esim", "car") else ""

    # -- to the operator

    def on_open_esim(self, _: Any) -> None:
        """「パーソナルeSIM」"""
        if self.screen == "profile" and not self._completed:
            self._outcome = {}
            self.go("esim")

    def on_activate_esim(self, _: Any) -> None:
        """「パーソナルeSIMの有効化」: the form, with the operators that the cloud knows."""
        if self.screen not in ("esim", "esimProblem"):
            return
        self._error = None
        self._outcome = {}
        self.go("esimLoading")

        def loaded(countries: list[dict[str, Any]]) -> None:
            self._form = EsimForm(countries, self._brand.number_entry)
            self.go("esimForm")

        self._attempt_again(lambda: self._repeat("esim", self.on_activate_esim))
        self._work(lambda: self.account.call(self.link_cloud.operators), loaded, self._esim_failed)

    def on_choose_country(self, code: Any) -> None:
        """Country."""
        self._form.choose_country(str(code))
        self.changed()

    def on_choose_operator(self, operator: Any) -> None:
        """Mobile network provider."""
        self._form.choose_operator(str(operator))
        self.changed()

    def on_set_number(self, text: Any) -> None:
        """The field of the number."""
        if self.screen == "esimForm":
            self._form.type_number(str(text))
            self.changed()

    def on_connect_provider(self, _: Any) -> None:
        """「通信事業者のサイトに接続する」"""
        if self.screen != "esimForm":
            return
        if not self._form.check():
            self.changed()
            return
        values = self._form.values()
        self._error = None
        self.go("esimBeginning")

        def begun(answer: dict[str, Any]) -> None:
            activation = self.link.begun(answer)
            self._events.emit("phone", "esim.activation_begun", request=activation.id)
            self._open_provider(activation.url)

        def failed(error: BenchError) -> None:
            if error.code == "esim.number_invalid":
                self._form.mistake = "number"
                self.go("esimForm", "back")
            else:
                self._esim_failed(error)

        self._attempt_again(lambda: self._repeat("esimForm", self.on_connect_provider))
        self._work(lambda: self.account.call(lambda access: self.link_cloud.begin(access, values)), begun, failed)

    def on_continue_esim(self, _: Any) -> None:
        """Go on with an activation that was begun."""
        activation = self.link.activation
        if self.screen == "esim" and activation is not None:
            if self._clock.timestamp() > activation.expires_at:
                self.on_activate_esim(None)
            elif self.web.address:
                self.go("provider")
            else:
                self._open_provider(activation.url)

    def _open_provider(self, address: str) -> None:
        self.web.open(address)
        self.go("provider")

    def on_close_web(self, _: Any) -> None:
        """The browser's close button. What came of it meanwhile is asked on the page."""
        self.web.close()
        if self.screen == "provider":
            self.go("esim", "back")
        else:
            self.changed()

    # -- and back

    def on_link(self, address: Any) -> None:
        """A deep link led to the app: 「開く」 was pressed (BMW-JP-SP-39)."""
        parts = urlsplit(str(address))
        if f"{parts.netloc}{parts.path}".rstrip("/") != RETURN_PATH:
            return
        self.web.close()
        if not self.account.signed_in or self.screen in ("pinAsk", "pinSet"):
            self.changed()  # the page asks the cloud as soon as somebody may see it
            return
        told = parse_qs(parts.query).get("result", [""])[0]
        self._events.emit("phone", "esim.returned", reason=told)
        if self.link.activation is None and self.link.state()["state"] in ("linked", "active"):
            self.go("esim")  # the same link once more
            return
        self._ask_outcome()

    def _ask_outcome(self) -> None:
        self._error = None
        self.go("esimChecking")
        self._attempt_again(self._ask_outcome)
        self.link.refresh()

    def _esim_over(self, outcome: str, reason: str) -> None:
        """The activation ended; wherever the person is, it is told once (BMW-JP-SP-40)."""
        self._events.emit("phone", "esim.activation_over", outcome=outcome, reason=reason)
        if outcome == "linked":
            # Where the car bears the mark, the page itself tells it.
            self._completed = self._brand.active_on == "number"
            self.garage.refresh()
            if self.screen == "esimChecking":
                self.go("profile" if self._completed else "esim")
            else:
                self.changed()
            return
        self._outcome = {"state": outcome, "reason": reason}
        if self.screen == "esimChecking":
            self._esim_failed(BenchError(_code_of(outcome, reason)))
        else:
            self.changed()

    def on_read_completed(self, _: Any) -> None:
        """「OK」 of the dialog リクエスト完了."""
        self._completed = False
        self.changed()

    def _link_changed(self) -> None:
        if self.screen == "esimChecking" and not self._completed:
            if self.link.error is not None:
                self._esim_failed(self.link.error)
                return
            state = self.link.state()["state"]
            if self.link.activation is None and state in ("linked", "active", "none") and not self._outcome:
                # Begun elsewhere (the portal, another phone): what the cloud says now is all there is.
                self.go("esim")
                return
        self.changed()

    # -- no more

    def on_ask_unlink(self, _: Any) -> None:
        """End the link, after a question."""
        if self.screen == "esim":
            self._error = None
            self.go("esimUnlink")

    def on_unlink(self, _: Any) -> None:
        """Yes."""
        if self.screen != "esimUnlink":
            return
        self.go("esimLoading")

        def done(_: None) -> None:
            self._events.emit("phone", "esim.unlinked")
            self.link.overview = {}
            self.go("esim", "back")
            self.link.refresh()
            self.garage.refresh()

        self._attempt_again(lambda: self._repeat("esimUnlink", self.on_unlink))
        self._work(lambda: self.account.call(self.link_cloud.unlink), done, self._esim_failed)

    # -- trouble

    def on_esim_retry(self, _: Any) -> None:
        """Try again what failed."""
        if self.screen != "esimProblem" or self._error is None:
            return
        if self._error.code.startswith(("esim.", "contract.")):
            self.on_activate_esim(None)
        elif self._retry is not None:
            self._retry()

    def _repeat(self, screen: str, event: Any) -> None:
        self.screen = screen
        event(None)

    def _esim_failed(self, error: BenchError) -> None:
        if error.code == "auth.ended":
            self._ended(error)
            return
        self._error = error
        self.go("esimProblem")


def _code_of(outcome: str, reason: str) -> str:
    """The error code of an activation that came to nothing: the server's own when it is one of ours."""
    if reason.startswith(("esim.", "carrier.", "contract.")):
        return reason
    return {"denied": "esim.denied", "expired": "esim.expired"}.get(outcome, "esim.failed")

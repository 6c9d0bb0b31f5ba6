"""A profile by a typed activation code, for testers who have one: typed, offered, downloaded, enabled if wanted.

The SM-DP+'s session stays open while the driver reads the offer, as the standard has it (SGP.22 §3.1.3).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from core.errors import BenchError
from headunit.desk import Desk
from headunit.features.esim_card import tell_servers
from headunit.flow.activation import AT_REST, WAITING_FOR_DRIVER, ActivationChart
from headunit.flow.refusals import in_the_cars_words
from headunit.services.asking import Asking
from headunit.services.modem_door import ModemFace

if TYPE_CHECKING:
    from firmware_bridge import Profile, ProfileOffer, Registration, Step

T = TypeVar("T")
LONGEST_CONFIRMATION = 255
ANSWERS: dict[str, bool | None] = {"install": True, "decline": False, "later": None}


class Activation:
    """`gives_way` is called before the new profile is enabled: the driver's own one rests from then on."""

    def __init__(self, desk: Desk, gives_way: Callable[[], None]) -> None:
        self._desk = desk
        self._gives_way = gives_way
        self._code = ""
        self._accepted = ""
        self._profile: Profile | None = None
        self._consent: Asking[bool] = Asking(desk.door.closing)
        self._confirmation: Asking[str] = Asking(desk.door.closing)
        self._stands = "entering"
        self.chart = ActivationChart(listeners=[self])

    # Touches, as actions of the screens' chart

    def open_activation_code(self) -> None:
        """The page begins anew, unless something is still under way."""
        if self._stands in AT_REST:
            self.chart.send("editCode")
            self._show(done=0, total=0, offer={}, profile={}, profiles=[], registration="")

    def submit_activation_code(self, value: Any) -> None:
        """Understand the code, then ask its server. An unusable one is told at once."""
        from firmware_bridge import read_code

        if self._stands not in ("entering", "failed"):
            return
        self._desk.clear_error()
        try:
            self._code = str(read_code(str(value or "")))
        except BenchError as error:
            self._desk.fail(error)
            return
        self._accepted = ""
        self._begin()

    def answer_offer(self, value: Any) -> None:
        """`install`, `decline` (the server withdraws it) or `later`."""
        if self._stands == "offered" and value in ANSWERS:
            self.chart.send("offerAnswered")
            self._consent.answer(ANSWERS[value])

    def submit_confirmation_code(self, value: Any) -> None:
        """The code that the operator told apart from the activation code."""
        text = str(value or "").strip()
        if self._stands == "confirming" and 0 < len(text) <= LONGEST_CONFIRMATION:
            self.chart.send("confirmationTyped")
            self._confirmation.answer(text)

    def retry_activation(self) -> None:
        """The same code once more."""
        if self._stands == "failed":
            self._desk.clear_error()
            self._begin()

    def edit_code(self) -> None:
        """Type another one."""
        self._desk.clear_error()
        self.chart.send("editCode")

    def keep_disabled(self) -> None:
        """Leave the profile on the card for later, and show what is there."""
        if self._stands == "installed":
            self._finish("keepDisabled", self._listed)

    def enable_profile(self) -> None:
        """Use it now, instead of the one that is enabled."""
        profile = self._profile
        if self._stands != "installed" or profile is None:
            return
        self._desk.clear_error()
        self.chart.send("enableProfile")
        self._gives_way()

        def work(modem: ModemFace) -> tuple[list[Profile], Registration]:
            modem.enable(profile.iccid)
            registration = modem.wait_registered()
            tell_servers(modem)
            return modem.profiles(), registration

        self._finish("profileEnabled", work)

    def leave_activation_code(self) -> None:
        """Who leaves the page while asked says "not now"; a download goes on."""
        if self._stands in WAITING_FOR_DRIVER:
            self._consent.answer(None)
            self._confirmation.answer(None)

    # Work

    def _begin(self) -> None:
        self.chart.send("codeUnderstood")
        self._show(done=0, total=0, station="", offer={})

        def work(modem: ModemFace) -> Profile:
            return modem.download(
                self._code, consent=self._ask_consent, confirmation_code=self._ask_code, progress=self._progress
            )

        def done(profile: Profile) -> None:
            self._profile = profile
            self._show(profile=_plain(profile))
            self.chart.send("profileInstalled")

        self._submit(lambda: self._desk.door.use(work), done)

    def _finish(self, fact: str, work: Callable[[ModemFace], tuple[list[Profile], Registration | None]]) -> None:
        def done(found: tuple[list[Profile], Registration | None]) -> None:
            profiles, registration = found
            self._show(profiles=[_plain(item) for item in profiles])
            self._show(registration=registration.state if registration is not None else "")
            self.chart.send(fact)

        self._submit(lambda: self._desk.door.use(work), done)

    @staticmethod
    def _listed(modem: ModemFace) -> tuple[list[Profile], None]:
        return modem.profiles(), None

    def _submit(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, BenchError):
                raise error
            told = in_the_cars_words(error)
            self._desk.events.emit("car", "activation.error", code=told.code)
            self.chart.send("activationFailed")
            if self._desk.state.get("screen") == "activationCode":
                self._desk.fail(told)

        self._desk.tasks.submit(work, done, failed)

    # Called by the download, on its own thread

    def _ask_consent(self, offer: ProfileOffer) -> bool | None:
        if offer.iccid == self._accepted:
            return True  # the same code once more, after a failure: the driver has said yes

        def show() -> None:
            self._desk.tasks.post(lambda: self._offered(offer))

        answer = self._consent.ask(show)
        if answer:
            self._accepted = offer.iccid
        return answer

    def _offered(self, offer: ProfileOffer) -> None:
        self._show(
            offer={
                "name": offer.name,
                "provider": offer.provider,
                "iccid": offer.iccid,
                "address": offer.address,
                "profileClass": offer.profile_class,
                "rules": list(offer.rules),
            }
        )
        self._asked("profileOffered", self._consent)

    def _ask_code(self, _: ProfileOffer) -> str | None:
        return self._confirmation.ask(
            lambda: self._desk.tasks.post(lambda: self._asked("confirmationAsked", self._confirmation))
        )

    def _asked(self, fact: str, question: Asking[Any]) -> None:
        self.chart.send(fact)
        if self._desk.state.get("screen") != "activationCode":
            question.answer(None)

    def _progress(self, step: Step) -> None:
        self._desk.tasks.post(lambda: self._stepped(step))

    def _stepped(self, step: Step) -> None:
        if step.total and self._stands == "contacting":
            self.chart.send("blockWritten")
        self._show(station=str(step.station))
        if step.total:
            self._show(done=step.done, total=step.total)

    # The chart speaks

    def on_enter_state(self, state: Any) -> None:
        """Every step is an event, and the page sees it."""
        self._stands = str(state.value)
        self._show(step=self._stands)
        self._desk.events.emit("car", f"activation.{self._stands}")

    def _show(self, **values: Any) -> None:
        self._desk.state.update("activation", **values)


def _plain(profile: Profile) -> dict[str, Any]:
    name = profile.nickname or profile.name
    return {"iccid": profile.iccid, "name": name, "provider": profile.provider, "state": profile.state}

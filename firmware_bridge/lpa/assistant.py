"""The local profile assistant of one modem: its card, its way to the servers, and what it keeps on disk."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.rsp.activation_code import ActivationCode, ActivationCodeError
from core.settings import Settings
from firmware_bridge.esim import Esim
from firmware_bridge.lpa.download import Download
from firmware_bridge.lpa.es9 import Es9
from firmware_bridge.lpa.kept import KeptPackages
from firmware_bridge.lpa.notifications import Delivery, send_all
from firmware_bridge.lpa.offer import AskCode, Consent, ProfileOffer, Report
from firmware_bridge.lpa.outcome import INTERRUPTED
from firmware_bridge.lpa.tls import tls_context
from firmware_bridge.lpa.transport import Es9Transport, HttpsTransport
from firmware_bridge.types import Profile

T = TypeVar("T")


@dataclass(frozen=True)
class LpaSetup:
    """`transport` to the servers (None: HTTPS with the system's issuers), `kept` a folder for packages (None: none)."""

    transport: Es9Transport | None = None
    kept: Path | None = None


class Assistant:
    """Downloads and reports over one `Esim`. Blocking; the card's own lock keeps two of them apart."""

    def __init__(
        self,
        esim: Esim,
        setup: LpaSetup | None,
        *,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        settings: Settings,
        actor: str,
    ) -> None:
        setup = setup or LpaSetup()
        self._esim = esim
        self._clock = clock
        self._events = events
        self._actor = actor
        self._kept = KeptPackages(setup.kept)
        self._transport = setup.transport or HttpsTransport(
            clock=clock, faults=faults, context=tls_context(), wall_timeout=settings.smdp_wall_timeout
        )

    def download(
        self,
        code: ActivationCode | str,
        *,
        recover: Callable[[], None],
        imei: Callable[[], str],
        consent: Consent,
        confirmation_code: AskCode,
        report: Report,
    ) -> Profile:
        """See `Modem.download`."""
        if isinstance(code, str):
            code = read_code(code)
        run = functools.partial(
            self._run,
            code,
            recover=recover,
            server=self._server,
            kept=self._kept,
            imei=imei(),
            consent=_asked_once(consent),
            confirmation_code=_asked_once(confirmation_code),
            report=report,
        )
        try:
            try:
                profile = run()
            except BenchError as error:
                if not (_line_gave_up(error) and self._esim.change_to_csim()):
                    raise
                self._events.emit(self._actor, "modem.card_way", way="csim", cause=error.code)
                profile = run()
        except BenchError as error:
            self._events.emit(self._actor, "modem.profile.download_failed", code=error.code)
            raise
        finally:
            self._transport.rest()
        self._events.emit(self._actor, "modem.profile.downloaded", iccid=profile.iccid)
        return profile

    def _run(self, code: ActivationCode, **parts: Any) -> Profile:
        return Download(code, conversation=functools.partial(self._esim.conversation, True), **parts).run()

    def send_notifications(self) -> Delivery:
        """Deliver what the card has to report, in order; what no server takes now stays on the card."""
        try:
            with self._esim.conversation() as es10:
                delivery = send_all(es10, self._server)
        finally:
            self._transport.rest()
        self._events.emit(
            self._actor, "modem.notifications.sent", sent=list(delivery.sent), kept=[item for item, _ in delivery.kept]
        )
        return delivery

    def _server(self, address: str) -> Es9:
        return Es9(address, self._transport, clock=self._clock, events=self._events, actor=self._actor)


def _line_gave_up(error: BenchError) -> bool:
    """Whether a kept package stuck in a modem that refused +CGLA in its middle: another way may carry it."""
    facts = error.params
    return error.code == INTERRUPTED and facts.get("cause") == "modem.refused" and bool(facts.get("kept"))


def _asked_once(ask: Callable[[ProfileOffer], T]) -> Callable[[ProfileOffer], T]:
    """What a person said counts for the same profile on its second way, too."""
    said: dict[str, T] = {}

    def answer(offer: ProfileOffer) -> T:
        if not said.get(offer.iccid):
            said[offer.iccid] = ask(offer)
        return said[offer.iccid]

    return answer


def read_code(text: str) -> ActivationCode:
    """The activation code in `text`; raises `esim.activation_code {reason}`, see `ActivationCodeError`."""
    try:
        return ActivationCode.parse(text)
    except ActivationCodeError as error:
        raise BenchError("esim.activation_code", reason=error.reason) from error

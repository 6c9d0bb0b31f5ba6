"""The modem's face: blocking questions and orders, safe to call from any worker thread, never from the Qt thread."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Collection
from functools import cached_property
from typing import TYPE_CHECKING

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.settings import Settings
from firmware_bridge.at.command import AtAnswer, AtCommand, Notice
from firmware_bridge.card_access import require
from firmware_bridge.line import Line, Trace
from firmware_bridge.modem_events import event_of
from firmware_bridge.questions import Questions
from firmware_bridge.types import (
    Addresses,
    EuiccInfo,
    Identity,
    ModemEvent,
    Notification,
    Operator,
    Profile,
    Registration,
    Signal,
    SimState,
)

if TYPE_CHECKING:
    from core.rsp.activation_code import ActivationCode
    from core.rsp.messages_admin import ResetOption
    from firmware_bridge.esim import Esim
    from firmware_bridge.lpa.assistant import Assistant, LpaSetup
    from firmware_bridge.lpa.notifications import Delivery
    from firmware_bridge.lpa.offer import AskCode, Consent, ProfileOffer, Report, Step
    from firmware_bridge.voice import Voice

log = logging.getLogger(__name__)

OPENING = "ATE0V1+CMEE=1"
"""No echo, results in words, errors with numbers (V.250 §6.2, TS 27.007 §9.1)."""
OPENING_TRIES = 3
"""A modem may still swallow the first command after it woke up or after noise."""
POLL = 0.5
"""Seconds between looks while waiting for the card or the network; a notice ends the wait at once."""

EventHandler = Callable[[ModemEvent], None]


def no_code(_: ProfileOffer) -> str | None:
    """Nobody is there who knows a confirmation code."""
    return None


def no_report(_: Step) -> None:
    """Nobody looks at the progress."""


def open_modem(
    url: str,
    *,
    clock: Clock,
    events: EventLog,
    faults: Faults,
    settings: Settings,
    on_event: EventHandler | None = None,
    actor: str = "modem",
    trace: Trace | None = None,
    lpa: LpaSetup | None = None,
) -> Modem:
    """Open the modem at `url` (a path, `socket://host:port` or `rfc2217://host:port?ign_set_control`).

    `lpa` says how SM-DP+ servers are reached and where packages are kept; by default as on the open Internet.

    Raises `modem.not_found`, `modem.permission`, `modem.busy` (somebody else has it), `modem.silent` (no AT there).
    """
    modem = Modem(
        url,
        clock=clock,
        events=events,
        faults=faults,
        settings=settings,
        on_event=on_event,
        actor=actor,
        trace=trace,
        lpa=lpa,
    )
    modem.reopen()
    return modem


class Modem:
    """One modem. Every method may raise `modem.gone` (unplugged; use `reopen`), `modem.silent`, `modem.refused`.

    `on_event` is called on the reader's thread: it must return at once and not call the modem.
    """

    def __init__(
        self,
        url: str,
        *,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        settings: Settings,
        on_event: EventHandler | None = None,
        actor: str = "modem",
        trace: Trace | None = None,
        lpa: LpaSetup | None = None,
    ) -> None:
        self.url = url
        self._clock = clock
        self._events = events
        self._faults = faults
        self._settings = settings
        self._on_event = on_event
        self._actor = actor
        self._trace = trace
        self._lpa_setup = lpa
        self._line: Line | None = None
        self._opening = threading.RLock()
        self._news = threading.Event()
        self._questions = Questions(self._run, settings.at_timeout)

    @property
    def is_open(self) -> bool:
        """True while the port is there."""
        line = self._line
        return line is not None and line.is_open

    @property
    def card_way(self) -> str | None:
        """How the card was reached last: `cgla`, `csim`, or None before the first time."""
        esim = self.__dict__.get("_esim")
        return esim.way if esim is not None else None

    @cached_property
    def _esim(self) -> Esim:
        from firmware_bridge.esim import Esim, isd_r_aids  # its messages take a while to load, and few ask the card

        return Esim(
            self._run,
            clock=self._clock,
            pause=self._pause,
            timeout=self._settings.at_apdu_timeout,
            long_timeout=self._settings.at_profile_timeout,
            longest_block=self._settings.apdu_data_most,
            aids=isd_r_aids(self._settings.isd_r_aids),
        )

    @cached_property
    def _lpa(self) -> Assistant:
        from firmware_bridge.lpa.assistant import Assistant  # it brings TLS, which most questions do not need

        return Assistant(
            self._esim,
            self._lpa_setup,
            clock=self._clock,
            events=self._events,
            faults=self._faults,
            settings=self._settings,
            actor=self._actor,
        )

    @cached_property
    def voice(self) -> Voice:
        """Its telephone."""
        from firmware_bridge.voice import Voice  # most programs never call

        return Voice(self._run, timeout=self._settings.at_timeout, dial_timeout=self._settings.at_apdu_timeout)

    # Opening and closing

    def reopen(self) -> None:
        """Open the port, again if it was open: after a replug, a reset, or `modem.gone`."""
        with self._opening:
            self._drop()
            line = Line(
                self.url,
                clock=self._clock,
                faults=self._faults,
                on_notice=self._notice,
                on_gone=self._gone,
                trace=self._trace,
            )
            self._line = line
            self._questions.registration_notices = False
            try:
                self._wake()
            except BenchError:
                self._drop()
                raise
        self._events.emit(self._actor, "modem.opened", port=self.url)

    def close(self) -> None:
        """Leave the modem as others expect it (errors in plain words) and free the port."""
        with self._opening:
            if self.is_open:
                with contextlib.suppress(BenchError):  # it is being closed anyhow
                    self._run(AtCommand("AT+CMEE=0", timeout=1.0))
            was_open = self._line is not None
            self._drop()
        if was_open:
            self._events.emit(self._actor, "modem.closed", port=self.url)

    def _drop(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None
            self._news.set()  # who waits for the card or the network shall notice

    def _wake(self) -> None:
        timeout = self._settings.at_timeout / OPENING_TRIES
        for _ in range(OPENING_TRIES):
            if self._run(AtCommand(OPENING, timeout=timeout, expect=())).ok:
                return
        for text in ("AT", "ATE0", "ATV1"):  # a modem that knows no joined commands
            require(self._run(AtCommand(text, timeout=timeout)))
        self._run(AtCommand("AT+CMEE=1", timeout=timeout))

    # Questions

    def identity(self) -> Identity:
        """Maker, model, revision and IMEI."""
        return self._questions.identity()

    def sim(self) -> SimState:
        """State of the SIM with its numbers where they can be read."""
        return self._questions.sim()

    def signal(self) -> Signal:
        """Strength and quality now."""
        return self._questions.signal()

    def operator(self) -> Operator:
        """The network in use; empty texts when there is none."""
        return self._questions.operator()

    def registration(self) -> Registration:
        """Registration with LTE or NR, else with the older networks."""
        return self._questions.registration()

    def wait_registered(self, timeout: float | None = None) -> Registration:
        """Wait until registered, at most `timeout` seconds (default `registration_wait`); the state then reached.

        A refusal by the network is given back at once. Not registered in time is no error here: look at the state.
        """
        deadline = self._clock.monotonic() + (self._settings.registration_wait if timeout is None else timeout)
        while True:
            now = self.registration()
            if now.registered or now.state == "denied" or self._clock.monotonic() >= deadline:
                return now
            self._pause(POLL)

    # The card

    def euicc(self) -> EuiccInfo:
        """The eUICC behind the modem. Raises `modem.no_euicc`, `esim.card_error`, `esim.aid {text}` (a setting)."""
        return self._esim.info()

    def longest_block(self) -> int:
        """Data bytes that one APDU carries through this modem at most (its MSS). Raises `modem.no_euicc`."""
        return self._esim.longest_block()

    def profiles(self) -> list[Profile]:
        """The profiles on the card. Raises `modem.no_euicc`, `esim.card_error`."""
        return self._esim.profiles()

    def enable(self, iccid: str, refresh: bool = True) -> None:
        """Enable a profile; with `refresh` come back when the modem has read the new SIM (registering takes longer).

        Raises `esim.profile_not_found`, `esim.wrong_state` (enabled already), `esim.policy`, `esim.busy`,
        `esim.card_error`. Without `refresh` the modem keeps the old SIM until `restart_sim`.
        """
        self._switch(iccid, enable=True, refresh=refresh)

    def disable(self, iccid: str, refresh: bool = True) -> None:
        """Disable a profile; errors as `enable`."""
        self._switch(iccid, enable=False, refresh=refresh)

    def set_nickname(self, iccid: str, nickname: str) -> None:
        """Name a profile; raises `esim.nickname_too_long` over 64 bytes of UTF-8, `esim.profile_not_found`."""
        self._esim.set_nickname(iccid, nickname)

    def download(
        self,
        code: ActivationCode | str,
        *,
        consent: Consent,
        confirmation_code: AskCode = no_code,
        progress: Report = no_report,
    ) -> Profile:
        """Download and install the profile of an activation code; disabled at first. See `lpa.download.Download.run`.

        `consent` is asked with the profile's names before anything is prepared, `confirmation_code` only when the
        server wants one. Raises `esim.activation_code {reason}` too. Minutes may pass.
        """
        return self._lpa.download(
            code,
            recover=self._come_back,
            imei=self._questions.imei,
            consent=consent,
            confirmation_code=confirmation_code,
            report=progress,
        )

    def delete(self, iccid: str) -> None:
        """Delete a disabled profile. Raises `esim.profile_not_found`, `esim.wrong_state`, `esim.policy`."""
        self._esim.delete(iccid)
        self._events.emit(self._actor, "modem.profile.deleted", iccid=iccid)

    def reset(self, options: Collection[ResetOption]) -> bool:
        """Delete all profiles of the kinds named; False when there was none. Raises `esim.busy`, `esim.card_error`."""
        return self._esim.reset(options)

    def addresses(self) -> Addresses:
        """The default SM-DP+ and the root SM-DS that the card names."""
        return self._esim.addresses()

    def set_default_smdp(self, address: str) -> None:
        """Set the default SM-DP+, or take it away with an empty name. Raises `esim.card_error`."""
        self._esim.set_default_smdp(address)

    def send_notifications(self) -> Delivery:
        """Deliver what the card has to report; what no server takes now stays there."""
        return self._lpa.send_notifications()

    def notifications(self) -> list[Notification]:
        """Reports that wait on the card for their servers."""
        return self._esim.notifications()

    def retrieve_notification(self, sequence: int) -> bytes:
        """One report, signed, as its server takes it. Raises `esim.notification_not_found`."""
        return self._esim.retrieve_notification(sequence)

    def remove_notification(self, sequence: int) -> None:
        """Forget a report; only after its server took it. Raises `esim.notification_not_found`."""
        self._esim.remove_notification(sequence)

    def restart_sim(self) -> None:
        """Have the modem read the SIM anew (+CFUN=0, then 1)."""
        for level in (0, 1):
            require(self._run(AtCommand(f"AT+CFUN={level}", timeout=self._settings.at_apdu_timeout)))

    def command(self, text: str, timeout: float | None = None) -> AtAnswer:
        """Any other AT command; the answer as it came."""
        return self._run(AtCommand(text, timeout=self._settings.at_timeout if timeout is None else timeout))

    # Inside

    def _switch(self, iccid: str, *, enable: bool, refresh: bool) -> None:
        try:
            self._esim.switch(iccid, enable=enable, refresh=refresh)
        except BenchError as error:
            # Modems that reset over a refresh cut the answer off: what the card says counts.
            if error.code not in ("modem.silent", "modem.refused") or not self._is(iccid, enable):
                raise
        if refresh:
            self._await_sim(iccid if enable else None, iccid)
        self._events.emit(self._actor, "modem.profile.enabled" if enable else "modem.profile.disabled", iccid=iccid)

    def _is(self, iccid: str, enabled: bool) -> bool:
        try:
            return any(item.iccid == iccid and (item.state == "enabled") == enabled for item in self._esim.profiles())
        except BenchError:
            return False

    def _await_sim(self, wanted: str | None, changed: str) -> None:
        """Wait until the modem shows the new SIM; one that ignores the card's REFRESH is made to read it."""
        if self._shows_sim(wanted, changed, self._settings.sim_refresh_wait):
            return
        if not self._is(changed, wanted is not None):
            raise BenchError("esim.card_error", reason="no refresh", iccid=changed)
        with contextlib.suppress(BenchError):  # the card has done it: that is what was asked
            self.restart_sim()
            self._shows_sim(wanted, changed, self._settings.at_profile_timeout)

    def _shows_sim(self, wanted: str | None, changed: str, patience: float) -> bool:
        deadline = self._clock.monotonic() + patience
        while True:
            sim = self.sim()
            if wanted is not None and sim.status in ("ready", "pin", "puk") and sim.iccid == wanted:
                return True
            if wanted is None and (sim.status == "absent" or (sim.iccid is not None and sim.iccid != changed)):
                return True
            if self._clock.monotonic() >= deadline:
                return False
            self._pause(POLL)

    def _come_back(self) -> None:
        """Wait for a modem that went away in the middle of something, and open it again."""
        deadline = self._clock.monotonic() + self._settings.modem_return_wait
        while not self.is_open:
            try:
                self.reopen()
            except BenchError:
                if self._clock.monotonic() >= deadline:
                    raise
                self._pause(POLL)

    def _pause(self, seconds: float) -> None:
        self._clock.sleep(seconds, self._news)
        self._news.clear()

    def _run(self, command: AtCommand) -> AtAnswer:
        line = self._line
        if line is None:
            raise BenchError("modem.gone", port=self.url)
        return line.run(command)

    def _notice(self, notice: Notice) -> None:
        event = event_of(notice)
        if event.kind in ("sim", "registration", "restarted"):
            self._news.set()
        self._tell(event)

    def _gone(self) -> None:
        line = self._line
        self._news.set()
        unplugged = line is None or not line.node_exists()
        self._events.emit(self._actor, "modem.gone", port=self.url, unplugged=unplugged)
        self._tell(ModemEvent("gone", {"unplugged": unplugged}))

    def _tell(self, event: ModemEvent) -> None:
        if self._on_event is not None:
            try:
                self._on_event(event)
            except Exception:  # the reader's thread must go on
                log.exception("handler failed on modem event %s", event.kind)

"""The modem behind its AT commands: SIM, radio, card sessions and power, without any port."""

from __future__ import annotations

from collections.abc import Callable

from core.clock import Clock, Timer
from core.demo import demo_data
from core.events import EventLog
from firmware_bridge.euicc.apdu import parse_response, select_aid, with_channel
from firmware_bridge.virtual.card.card import Card
from firmware_bridge.virtual.card.files import FileSystem
from firmware_bridge.virtual.radio import Radio

MANUFACTURER, MODEL, REVISION = "One Number Bench", "ONB-LTE1", "1.0"
SIM_START_TIME = 0.4
"""Seconds of the bench's clock until a SIM that was reset can be read."""
REFRESH_DELAY = 0.3
"""Seconds after a profile switch in which a client can still close its session before the SIM is reset."""
FULL, MINIMUM, FLIGHT = 1, 0, 4
"""Levels of +CFUN (TS 27.007 §8.2)."""


class Device:
    """All state that outlives a client. The caller holds the modem's lock."""

    def __init__(
        self,
        card: Card,
        *,
        clock: Clock,
        events: EventLog,
        notify: Callable[[str], None],
        locked: Callable[[Callable[[], None]], None],
    ) -> None:
        self.card = card
        self.clock = clock
        self._events = events
        self._notify = notify
        self._locked = locked
        self.imei: str = demo_data()["car"]["imei"]
        self.functionality = FULL
        self.files: FileSystem | None = None
        """The SIM as the modem has read it; it may lag behind the card until a refresh."""
        self.sim_busy = False
        self.sessions: dict[int, int] = {}
        """Channels of the card by the number that +CCHO gave."""
        self.radio = Radio(clock, self._registration_changed, locked)
        self._timers: list[Timer] = []

    # Power

    def power_on(self, booted: bool = False) -> None:
        """Start: the SIM is read, then the network searched. `booted`: as if it had been on for a while."""
        self.functionality = FULL
        self.radio.wanted = True
        if booted:
            self._sim_started()
        else:
            self._notify("RDY")
            self.start_sim()

    def power_off(self) -> None:
        """Everything volatile is lost; timers never fire."""
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()
        self.sessions.clear()
        self.card.reset()
        self.files = None
        self.radio.stop(tell=False)

    def set_functionality(self, level: int) -> None:
        """+CFUN: 1 full, 0 minimum (SIM and radio off), 4 flight mode."""
        before, self.functionality = self.functionality, level
        if level == MINIMUM:
            self.sessions.clear()
            self.card.reset()
            self.files = None
            self.radio.stop()
        elif before == MINIMUM:
            self.start_sim()
        elif level == FLIGHT:
            self.radio.stop()
        elif before == FLIGHT:
            self.radio.start(self.files)

    # SIM

    def start_sim(self) -> None:
        """Reset the card and read it anew."""
        self.sessions.clear()
        self.card.reset()
        self.files = None
        self.sim_busy = True
        self.radio.stop()
        self._later(SIM_START_TIME, self._sim_started)

    def close_sessions(self) -> None:
        """The client went away: what it left open is closed."""
        self.sessions.clear()
        refresh = self.card.refresh_wanted
        self.card.reset()
        if refresh:
            self._refresh()

    def after_apdu(self) -> None:
        """Look whether the card asked for a refresh; it comes a moment later."""
        if self.card.refresh_wanted:
            self.card.refresh_wanted = False
            enabled = self.card.memory.enabled
            self._events.emit("modem.virtual", "card.refresh", iccid=enabled.iccid if enabled else None)
            self._later(REFRESH_DELAY, self._refresh)

    def open_session(self, aid: bytes) -> int | None:
        """+CCHO: a session with `aid` selected; None if there is no free channel or no such application."""
        channel = self.card.open_channel()
        if channel is None:
            return None
        answer = parse_response(self.card.transmit(select_aid(aid, with_channel(0, channel))))
        if not answer.ok and answer.status >> 8 != 0x61:
            self.card.close_channel(channel)
            return None
        session = next(number for number in range(1, 100) if number not in self.sessions)
        self.sessions[session] = channel
        return session

    def close_session(self, session: int) -> bool:
        """+CCHC; False for a session that is not open."""
        channel = self.sessions.pop(session, None)
        return channel is not None and self.card.close_channel(channel)

    def session_apdu(self, session: int, apdu: bytes) -> bytes | None:
        """+CGLA: the class byte gets the session's channel (TS 27.007 §8.45); None for a session that is not open."""
        channel = self.sessions.get(session)
        if channel is None or not apdu:
            return None
        answer = self.card.transmit(bytes((with_channel(apdu[0], channel),)) + apdu[1:])
        self.after_apdu()
        return answer

    def basic_apdu(self, apdu: bytes) -> bytes:
        """+CSIM."""
        answer = self.card.transmit(apdu)
        self.after_apdu()
        return answer

    def _refresh(self) -> None:
        if self.functionality != MINIMUM and not self.sim_busy:
            self._notify("+CPIN: NOT READY")
            self.start_sim()

    def _sim_started(self) -> None:
        self.sim_busy = False
        if self.functionality == MINIMUM:
            return
        self.files = self.card.files()
        self._notify("+CPIN: READY" if self.files else "+CPIN: NOT INSERTED")
        if self.functionality == FULL:
            self.radio.start(self.files)

    def _registration_changed(self) -> None:
        self._notify("REGISTRATION")

    def _later(self, delay: float, action: Callable[[], None]) -> None:
        self._timers = [timer for timer in self._timers if not timer.cancelled]
        self._timers.append(self.clock.call_later(delay, lambda: self._locked(action)))

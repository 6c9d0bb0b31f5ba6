"""The modem behind its AT commands: SIM, radio, card sessions and power, without any port."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from core.clock import Clock, Timer
from core.demo import demo_data
from core.events import EventLog
from firmware_bridge.euicc.apdu import channel_of, parse_response, select_aid, with_channel
from firmware_bridge.virtual.card.card import Card
from firmware_bridge.virtual.card.files import EMERGENCY_NUMBERS, FileSystem
from firmware_bridge.virtual.charsets import to_wire
from firmware_bridge.virtual.handset import DeviceHandset
from firmware_bridge.virtual.indicators import indicators
from firmware_bridge.virtual.messaging import Messaging
from firmware_bridge.virtual.network_core import NetworkCore
from firmware_bridge.virtual.packet import PacketData
from firmware_bridge.virtual.personalities import MANUFACTURER, MODEL, REVISION, Personality
from firmware_bridge.virtual.phonebook import PhoneBook
from firmware_bridge.virtual.radio import Radio
from firmware_bridge.virtual.sim_pin import PIN, READY, SimPin
from firmware_bridge.virtual.telephony import Telephony

if TYPE_CHECKING:
    from firmware_bridge.virtual.session import Notice, Session

__all__ = ["FLIGHT", "FULL", "MANUFACTURER", "MINIMUM", "MODEL", "REVISION", "Device"]

SIM_START_TIME = 0.4
"""Seconds of the bench's clock until a SIM that was reset can be read."""
REFRESH_DELAY = 0.3
"""Seconds after a profile switch in which a client can still close its session before the SIM is reset."""
FULL, MINIMUM, FLIGHT = 1, 0, 4
"""Levels of +CFUN (TS 27.007 §8.2)."""
UTC_ZONE = timezone(timedelta())
CHANNEL_REFUSED = b"\x68\x81"
"""Logical channel not supported (TS 102 221 §10.2.1.5.5)."""


@dataclass(frozen=True, slots=True)
class _CardSession:
    """A channel of the card that +CCHO gave to one client."""

    channel: int
    owner: object


class Device:
    """All state that outlives a client. The caller holds the modem's lock."""

    def __init__(
        self,
        card: Card,
        *,
        clock: Clock,
        events: EventLog,
        core: NetworkCore,
        personality: Personality,
        imei: str = "",
        notify: Callable[[Notice], None],
        locked: Callable[[Callable[[], None]], None],
        sessions: Callable[[], Sequence[Session]],
    ) -> None:
        self.card = card
        self.clock = clock
        self.core = core
        self.personality = personality
        self._events = events
        self._notify = notify
        self._locked = locked
        self._clients = sessions
        self.imei: str = imei or demo_data()["car"]["imei"]
        self.time_zone = UTC_ZONE
        self.time_offset = timedelta()
        """What +CCLK added to the bench's clock."""
        self.functionality = FULL
        self.files: FileSystem | None = None
        """The SIM as the modem has read it; it may lag behind the card until a refresh."""
        self.sim_busy = False
        self.pin = SimPin(card)
        self.sessions: dict[int, _CardSession] = {}
        """Card sessions by the number that +CCHO gave."""
        self._handset = DeviceHandset(self, locked)
        self.radio = Radio(clock, self._registration_changed, locked, self._admit, self._leave)
        self.phone_book = PhoneBook()
        self.packet = PacketData()
        self.preferred_networks: dict[int, str] = {}
        """+CPOL: PLMN by place."""
        self.telephony = Telephony(
            core,
            imsi=lambda: self.imsi,
            later=self.later,
            notify=notify,
            auto_answer=lambda: max((session.number("S0") for session in sessions()), default=0),
            phone_book=self.phone_book,
        )
        self.messaging = Messaging(core, events=events, imsi=lambda: self.imsi, sessions=sessions)
        self._timers: list[Timer] = []
        self._attached = ""
        self._shown = indicators(self)

    @property
    def imsi(self) -> str:
        """The subscriber that is registered, or empty."""
        return self._attached

    # Power

    def power_on(self, booted: bool = False) -> None:
        """Start: the SIM is read, then the network searched. `booted`: as if it had been on for a while."""
        self.functionality = FULL
        self.radio.wanted = True
        if booted:
            self._sim_started()
        else:
            for line in self.personality.boot:
                self._notify(line)
            self.start_sim()

    def power_off(self) -> None:
        """Everything volatile is lost; timers never fire."""
        self.radio.stop(tell=False)
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()
        self.sessions.clear()
        self.card.reset()
        self.pin.forget()
        self.packet.reset()
        self.files = None

    def restart(self) -> None:
        """Off and on again, as +CFUN=1,1 or a crash does it."""
        self.power_off()
        self.power_on()

    def set_functionality(self, level: int) -> None:
        """+CFUN: 1 full, 0 minimum (SIM and radio off), 4 flight mode."""
        before, self.functionality = self.functionality, level
        if level == MINIMUM:
            self.radio.stop()
            self.sessions.clear()
            self.card.reset()
            self.pin.forget()
            self.files = None
        elif before == MINIMUM:
            self.start_sim()
        elif level == FLIGHT:
            self.radio.stop()
        elif before == FLIGHT:
            self.start_radio()

    # SIM

    def start_sim(self) -> None:
        """Reset the card and read it anew."""
        self.sessions.clear()
        self.radio.stop()
        self.card.reset()
        self.files = None
        self.sim_busy = True
        self.later(SIM_START_TIME, self._sim_started)

    def start_radio(self) -> None:
        """Search a network if the SIM may be used."""
        if self.functionality == FULL:
            self.radio.start(self.files if self.pin.state == READY else None)

    def close_sessions(self, owner: object = None, last: bool = True) -> None:
        """A client went away: what it left open is closed, and with the `last` one the card is reset."""
        for number, session in list(self.sessions.items()):
            if owner is None or session.owner is owner:
                self.close_session(number)
        refresh = self.card.refresh_wanted
        if last:
            self.card.reset()
            if self.files is not None:
                self.pin.refresh()
        if refresh:
            self._refresh()

    def after_apdu(self) -> None:
        """Look whether the card asked for a refresh; it comes a moment later."""
        if self.card.refresh_wanted:
            self.card.refresh_wanted = False
            enabled = self.card.memory.enabled
            self._events.emit("modem.virtual", "card.refresh", iccid=enabled.iccid if enabled else None)
            if self.personality.rereads_sim:
                self.later(REFRESH_DELAY, self._refresh)

    def open_session(self, aid: bytes, owner: object = None) -> int | None:
        """+CCHO: a session with `aid` selected; None if there is no free channel or no such application."""
        channel = self.card.open_channel()
        if channel is None:
            return None
        answer = parse_response(self.card.transmit(select_aid(aid, with_channel(0, channel))))
        if not answer.ok and answer.status >> 8 != 0x61:
            self.card.close_channel(channel)
            return None
        session = next(number for number in range(1, 100) if number not in self.sessions)
        self.sessions[session] = _CardSession(channel, owner)
        return session

    def close_session(self, session: int) -> bool:
        """+CCHC; False for a session that is not open."""
        found = self.sessions.pop(session, None)
        return found is not None and self.card.close_channel(found.channel)

    def session_apdu(self, session: int, apdu: bytes) -> bytes | None:
        """+CGLA: the class byte gets the session's channel (TS 27.007 §8.45); None for a session that is not open."""
        found = self.sessions.get(session)
        if found is None or not apdu:
            return None
        answer = self.card.transmit(bytes((with_channel(apdu[0], found.channel),)) + apdu[1:])
        self.after_apdu()
        return answer

    def basic_apdu(self, apdu: bytes) -> bytes:
        """+CSIM."""
        if not self.personality.csim_channels and channel_of(apdu[0]):
            return CHANNEL_REFUSED
        answer = self.card.transmit(apdu)
        self.after_apdu()
        return answer

    # Network

    def ussd_answered(self, kind: int, text: str) -> None:
        """+CUSD: an answer, or the network's own question."""
        self._notify(lambda session: [f'+CUSD: {kind},"{to_wire(text, session.charset)}",15'])

    def send_data(self, octets: bytes) -> None:
        """Up the data connection."""
        if self._attached:
            self.core.send_data(self._attached, octets)

    def data_arrived(self, octets: bytes) -> None:
        """Down the data connection."""
        for session in self._clients():
            session.carry_down(octets)

    def tell_changes(self) -> None:
        """+CIEV for indicators that changed since the last look."""
        now = indicators(self)
        before, self._shown = self._shown, now
        for place, (old, new) in enumerate(zip(before, now, strict=True), 1):
            if old != new:
                line = f"+CIEV: {place},{new}"
                self._notify(lambda told, line=line: [line] if told.number("+CMER", 3) else [])  # type: ignore[misc]

    def later(self, delay: float, action: Callable[[], None]) -> Timer:
        """Call `action` under the modem's lock after `delay` seconds, unless the power goes first."""
        self._timers = [timer for timer in self._timers if not timer.cancelled]
        timer = self.clock.call_later(delay, lambda: self._locked(action))
        self._timers.append(timer)
        return timer

    # Inside

    def _refresh(self) -> None:
        if self.functionality != MINIMUM and not self.sim_busy:
            self._notify("+CPIN: NOT READY")
            self.start_sim()

    def _sim_started(self) -> None:
        self.sim_busy = False
        if self.functionality == MINIMUM:
            return
        self.files = self.card.files()
        state = self.pin.refresh() if self.files is not None else "NOT INSERTED"
        self._notify(f"+CPIN: {state}")
        if self.files is not None:
            self.phone_book.fill("ON", (self.files.msisdn,) if self.files.msisdn else ())
            self.phone_book.fill("EN", EMERGENCY_NUMBERS)
        if state != PIN:
            self.start_radio()

    def _admit(self, files: FileSystem) -> str:
        self._attached = files.imsi
        admission = self.core.attach(files.imsi, files.msisdn, self._handset)
        if admission not in ("home", "roaming"):
            self._attached = ""
        return admission

    def _leave(self) -> None:
        imsi, self._attached = self._attached, ""
        self.telephony.end_all()
        if imsi:
            self.core.detach(imsi)
        for session in self._clients():
            if session.online:
                session.go_offline("NO CARRIER")

    def _registration_changed(self) -> None:
        self.packet.attached(self.radio.registered)
        self._notify(lambda session: session.registration_notices())

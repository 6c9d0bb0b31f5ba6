"""The virtual modem put together: a port, a session, a device and a card, and handles to disturb them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import firmware_bridge.virtual.commands  # noqa: F401 - fills the table of commands
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness
from firmware_bridge.virtual.card.card import Card
from firmware_bridge.virtual.device import Device
from firmware_bridge.virtual.pty_port import PtyPort
from firmware_bridge.virtual.radio import STATES
from firmware_bridge.virtual.session import Session

ACTOR = "modem.virtual"


class VirtualModem:
    """A modem that other people's clients accept. `folder` keeps the card; `link` is a stable name for the port.

    Raises `modem.link_taken` from `start` when `link` is a file that is no link.
    """

    def __init__(
        self,
        *,
        folder: Path,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        randomness: Randomness,
        link: Path | None = None,
    ) -> None:
        self._events = events
        self._link = link
        self._lock = threading.RLock()
        self._port: PtyPort | None = None
        self._was_on = False
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._card = Card(folder, clock=clock, faults=faults, randomness=randomness)
        if self._card.memory.damaged is not None:
            events.emit(ACTOR, "card.memory_damaged", kept_aside=str(self._card.memory.damaged))
        self._device = Device(self._card, clock=clock, events=events, notify=self._notify, locked=self._locked)
        self._session = Session(self._device)

    @property
    def path(self) -> str | None:
        """Where clients find the modem; None while it is unplugged."""
        port = self._port
        return port.path if port is not None else None

    def start(self) -> str:
        """Switch on; the path that clients open."""
        with self._lock:
            if self._port is None:
                try:
                    self._port = PtyPort(
                        self._link,
                        on_data=self._receive,
                        on_idle=self._tell,
                        on_client_gone=self._client_gone,
                    )
                except FileExistsError as error:
                    raise BenchError("modem.link_taken", path=str(self._link)) from error
                self._device.power_on(booted=not self._was_on)
                self._was_on = True
                self._events.emit(ACTOR, "modem.plugged", port=self._port.path)
            return self._port.path

    def stop(self) -> None:
        """Switch off for good; the card keeps what it was told."""
        self.unplug()

    def unplug(self) -> None:
        """Pull the plug: the port vanishes and everything volatile is lost."""
        with self._lock:
            port, self._port = self._port, None
            self._device.power_off()
            self._session.restart()
            self._session.forget()
        if port is not None:  # outside the lock: the port's thread may be waiting for it
            port.close()
            self._events.emit(ACTOR, "modem.unplugged", port=port.path)

    def plug(self) -> str:
        """Plug in again, under the same link if there is one."""
        return self.start()

    def set_signal(self, rssi: int | None, rsrq: float | None = None) -> None:
        """Strength in dBm (None: unknown), LTE quality in dB."""
        with self._lock:
            self._device.radio.rssi = rssi
            if rsrq is not None or rssi is None:
                self._device.radio.rsrq = rsrq

    def set_registration(self, state: str | None) -> None:
        """What the network answers: home, roaming, searching, denied, idle, unknown; None as usual.

        Raises `modem.unknown_state`.
        """
        if state is not None and state not in STATES:
            raise BenchError("modem.unknown_state", state=state, known=", ".join(STATES))
        self._locked(lambda: self._device.radio.force(state))

    def notify(self, line: str) -> None:
        """Send an unsolicited code (`RING`) as soon as the client is idle."""
        self._locked(lambda: self._notify(line))

    def inject(self, data: bytes) -> None:
        """Put raw bytes on the line now, in the middle of whatever is going on."""
        port = self._port
        if port is not None:
            port.send(data)

    def _receive(self, data: bytes) -> None:
        with self._lock:
            port = self._port
            if port is None:
                return
            answer = self._session.feed(data)
            if answer:
                port.send(answer)

    def _client_gone(self) -> None:
        with self._lock:
            if self._port is None:
                return
            self._session.restart()
            self._session.forget()
            self._device.close_sessions()
            self._events.emit(ACTOR, "modem.client_gone", port=self._port.path)

    def _notify(self, line: str) -> None:
        port = self._port
        if port is not None and port.has_client:  # nobody else would read it but the next client
            self._session.notify(line)

    def _locked(self, action: Callable[[], None]) -> None:
        with self._lock:
            action()
            if self._port is not None:
                self._port.wake()

    def _tell(self) -> None:
        """Let notices out, on the port's thread: only it knows that no command is on its way."""
        with self._lock:
            notices = self._session.take_notices()
            if notices and self._port is not None:
                self._port.send(notices)

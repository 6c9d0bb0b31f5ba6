"""The virtual modem put together: ports with a session each, a device and a card, and handles to disturb them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import firmware_bridge.virtual.commands  # noqa: F401 - fills the table of commands
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness
from core.sms.fields import Address
from core.sms.parts import split_text
from core.sms.pdu import Deliver
from firmware_bridge.virtual.calls import Call
from firmware_bridge.virtual.card.card import Card
from firmware_bridge.virtual.device import Device
from firmware_bridge.virtual.messaging import CENTRE
from firmware_bridge.virtual.network_core import Cause, LoopbackCore, NetworkCore
from firmware_bridge.virtual.personalities import STANDARD, load_personality
from firmware_bridge.virtual.pty_port import PtyPort
from firmware_bridge.virtual.radio import STATES
from firmware_bridge.virtual.session import Notice, Session
from firmware_bridge.virtual.socket_port import SocketPort

ACTOR = "modem.virtual"


class Port(Protocol):
    """Where a client's bytes come from: a pseudo-terminal or a socket, with a thread of its own."""

    @property
    def path(self) -> str:
        """What clients open."""
        ...

    @property
    def has_client(self) -> bool:
        """Whether somebody listens."""
        ...

    def send(self, data: bytes) -> None:
        """Queue bytes."""
        ...

    def wake(self) -> None:
        """Have the port's thread look for notices."""
        ...

    def close(self) -> None:
        """Take the port away."""
        ...


@dataclass
class _Terminal:
    """One port and what its client set."""

    session: Session
    port: Port | None = None


class VirtualModem:
    """A modem that other people's clients accept. `folder` keeps the card; `link` is a stable name for the port.

    `listen` (`HOST:PORT` or a path) are further ports on sockets. `core` is the network; a stand-in by default.
    `pki` is the folder of the test CI that the card and the SM-DP+ share; without it the card makes its own.
    A new card bears the demonstration's profiles, or none when it is not `preinstalled`; a `strict_card` takes no
    package segments over the standard's 1020 bytes. `eid` and `imei` "" are those of the demonstration's car.
    Raises `modem.link_taken` from `start` when `link` is a file that is no link, `modem.listen_failed` when a socket
    cannot be had, `modem.unknown_personality`.
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
        listen: Sequence[str] = (),
        personality: str = STANDARD,
        core: NetworkCore | None = None,
        pki: Path | None = None,
        preinstalled: bool = True,
        eid: str = "",
        imei: str = "",
        strict_card: bool = False,
    ) -> None:
        self.on_sent: Callable[[bytes], None] | None = None
        """Told what goes to the client of the first port, on the thread that sends it: for whoever listens in."""
        self._events = events
        self._clock = clock
        self._link = link
        self._lock = threading.RLock()
        self._was_on = False
        self._reference = 0
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._card = Card(
            folder,
            clock=clock,
            faults=faults,
            randomness=randomness,
            pki=pki,
            preinstalled=preinstalled,
            eid=eid,
            strict=strict_card,
        )
        if self._card.memory.damaged is not None:
            events.emit(ACTOR, "card.memory_damaged", kept_aside=str(self._card.memory.damaged))
        self._terminals: list[_Terminal] = []
        self._device = Device(
            self._card,
            clock=clock,
            events=events,
            core=core or LoopbackCore(clock),
            personality=load_personality(personality),
            imei=imei,
            notify=self._notify,
            locked=self._locked,
            sessions=self._sessions,
        )
        self._sockets = list(listen)
        self._terminals = [_Terminal(Session(self._device, faults)) for _ in range(1 + len(self._sockets))]

    @property
    def path(self) -> str | None:
        """Where clients find the modem; None while it is unplugged."""
        port = self._terminals[0].port
        return port.path if port is not None else None

    @property
    def addresses(self) -> list[str]:
        """Where clients find it on sockets: `HOST:PORT` (the real port where 0 was asked for) or a path."""
        return [terminal.port.path for terminal in self._terminals[1:] if terminal.port is not None]

    def start(self) -> str:
        """Switch on; the path that clients open."""
        first = self._terminals[0]
        opened: list[Port] = []
        try:
            with self._lock:
                if first.port is None:
                    self._open_ports(opened)
                    self._device.power_on(booted=not self._was_on)
                    self._was_on = True
                    self._events.emit(ACTOR, "modem.plugged", port=self.path)
                assert first.port is not None
                return first.port.path
        except (OSError, ValueError) as error:
            with self._lock:
                for terminal in self._terminals:
                    terminal.port = None
            for port in opened:  # outside the lock: its thread may be waiting for it
                port.close()
            if isinstance(error, FileExistsError):
                raise BenchError("modem.link_taken", path=str(error.filename or self._link)) from error
            raise BenchError("modem.listen_failed", address=", ".join(self._sockets), reason=str(error)) from error

    def stop(self) -> None:
        """Switch off for good; the card keeps what it was told."""
        self.unplug()

    def unplug(self) -> None:
        """Pull the plug: the port vanishes and everything volatile is lost."""
        with self._lock:
            ports = [terminal.port for terminal in self._terminals if terminal.port is not None]
            self._device.power_off()
            for terminal in self._terminals:
                terminal.port = None
                terminal.session.restart()
                terminal.session.forget()
        for port in ports:  # outside the lock: a port's thread may be waiting for it
            port.close()
            self._events.emit(ACTOR, "modem.unplugged", port=port.path)

    def plug(self) -> str:
        """Plug in again, under the same link if there is one."""
        return self.start()

    # What a tester does to it

    def set_signal(self, rssi: int | None, rsrq: float | None = None) -> None:
        """Strength in dBm (None: unknown), LTE quality in dB."""

        def change() -> None:
            self._device.radio.rssi = rssi
            if rsrq is not None or rssi is None:
                self._device.radio.rsrq = rsrq

        self._locked(change)

    def set_registration(self, state: str | None) -> None:
        """What the network answers: home, roaming, searching, denied, idle, unknown; None as usual.

        Raises `modem.unknown_state`.
        """
        if state is not None and state not in STATES:
            raise BenchError("modem.unknown_state", state=state, known=", ".join(STATES))
        self._locked(lambda: self._device.radio.force(state))

    def ring(self, number: str) -> bool:
        """A call from `number` (empty: withheld); False when the modem is busy or not registered."""
        taken: list[bool] = []
        self._locked(lambda: taken.append(self._device.radio.registered and self._device.telephony.offered(number)))
        return taken[0]

    def remote_answer(self) -> bool:
        """The far end takes the newest outgoing call; False when there is none."""
        return self._far_end(lambda call: self._device.telephony.connected(call, call.number), outgoing=True)

    def remote_hang_up(self, cause: Cause = Cause.NORMAL) -> bool:
        """The far end ends or refuses the newest call; False when there is none."""

        def end(call: Call) -> None:
            self._device.telephony.ended(call, cause)
            if call.line is not None:
                self._device.core.hang_up(self._device.imsi, call.line)

        return self._far_end(end)

    def deliver_sms(self, number: str, text: str) -> int:
        """A text from `number` (or a name), in as many messages as it takes; how many."""
        self._reference += 1
        coding, parts = split_text(text, self._reference)
        now = self._clock.now().replace(microsecond=0)
        for part in parts:
            tpdu = Deliver(Address.of(number), now, part, coding).encode()
            self._locked(lambda tpdu=tpdu: self._device.messaging.received(tpdu, CENTRE))  # type: ignore[misc]
        return len(parts)

    def send_ussd(self, text: str) -> None:
        """A service message from the network."""
        self._locked(lambda: self._device.ussd_answered(0, text))

    def notify(self, line: str) -> None:
        """Send an unsolicited code (`RING`) as soon as the client is idle."""
        self._locked(lambda: self._notify(line))

    def inject(self, data: bytes) -> None:
        """Put raw bytes on the line now, in the middle of whatever is going on."""
        for terminal in self._terminals:
            port = terminal.port
            if port is not None and port.has_client:
                port.send(data)

    def status(self) -> dict[str, object]:
        """What a tester wants to see: registration, signal, SIM and calls."""
        with self._lock:
            device = self._device
            names = {value: name for name, value in STATES.items()}
            return {
                "personality": device.personality.key,
                "sim": device.pin.state if device.files else "absent",
                "iccid": device.files.iccid if device.files else None,
                "registration": names[device.radio.state],
                "rssi_dbm": device.radio.rssi,
                "calls": [
                    f"{call.index} {call.state.name.lower()} {call.number}" for call in device.telephony.calls.all
                ],
                "messages": {name: store.used for name, store in device.messaging.stores.items()},
            }

    # Inside

    def _open_ports(self, opened: list[Port]) -> None:
        for terminal, address in zip(self._terminals, [None, *self._sockets], strict=True):
            terminal.port = self._open_port(terminal, address)
            opened.append(terminal.port)

    def _open_port(self, terminal: _Terminal, address: str | None) -> Port:
        on_data: Callable[[bytes], None] = lambda data: self._receive(terminal, data)  # noqa: E731
        on_idle: Callable[[], None] = lambda: self._tell(terminal)  # noqa: E731
        on_gone: Callable[[], None] = lambda: self._client_gone(terminal)  # noqa: E731
        if address is None:
            return PtyPort(self._link, on_data=on_data, on_idle=on_idle, on_client_gone=on_gone)
        return SocketPort(address, on_data=on_data, on_idle=on_idle, on_client_gone=on_gone)

    def _sessions(self) -> list[Session]:
        """The sessions of clients that are there."""
        return [item.session for item in self._terminals if item.port is not None and item.port.has_client]

    def _far_end(self, act: Callable[[Call], None], outgoing: bool = False) -> bool:
        done: list[Call] = []

        def do() -> None:
            calls = [call for call in self._device.telephony.calls.all if call.outgoing or not outgoing]
            if calls:
                done.append(calls[-1])
                act(calls[-1])

        self._locked(do)
        return bool(done)

    def _receive(self, terminal: _Terminal, data: bytes) -> None:
        with self._lock:
            port = terminal.port
            if port is None:
                return
            answer = terminal.session.feed(data)
            self._device.tell_changes()
            if answer:
                self._send(terminal, port, answer)
            self._wake_others(terminal)

    def _client_gone(self, terminal: _Terminal) -> None:
        with self._lock:
            if terminal.port is None:
                return
            terminal.session.restart()
            terminal.session.forget()
            self._device.close_sessions(terminal.session, last=not self._others(terminal))
            self._events.emit(ACTOR, "modem.client_gone", port=terminal.port.path)

    def _others(self, terminal: _Terminal) -> list[_Terminal]:
        return [
            item for item in self._terminals if item is not terminal and item.port is not None and item.port.has_client
        ]

    def _notify(self, notice: Notice) -> None:
        for session in self._sessions():  # nobody else would read it but the next client
            session.notify(notice)

    def _locked(self, action: Callable[[], None]) -> None:
        with self._lock:
            action()
            self._device.tell_changes()
            for terminal in self._terminals:
                if terminal.port is not None:
                    terminal.port.wake()

    def _wake_others(self, terminal: _Terminal) -> None:
        """What one client did may be news for the clients of other ports."""
        for other in self._others(terminal):
            if other.port is not None:
                other.port.wake()

    def _tell(self, terminal: _Terminal) -> None:
        """Let notices out, on the port's thread: only it knows that no command is on its way."""
        with self._lock:
            notices = terminal.session.take_notices()
            if notices and terminal.port is not None:
                self._send(terminal, terminal.port, notices)

    def _send(self, terminal: _Terminal, port: Port, data: bytes) -> None:
        port.send(data)
        if self.on_sent is not None and terminal is self._terminals[0]:
            self.on_sent(data)

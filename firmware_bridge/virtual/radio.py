"""The air as the virtual modem sees it: a network to register with, a signal, and the time that takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.clock import Clock, Timer
from firmware_bridge.virtual.card.files import FileSystem

SEARCH_TIME = 1.6
"""Seconds of the bench's clock from a ready SIM to a registration: quick enough for a demonstration, yet seen."""
LTE = 7
"""<AcT> E-UTRAN (TS 27.007 §7.3)."""
IDLE, HOME, SEARCHING, DENIED, UNKNOWN, ROAMING = range(6)
STATES = {
    "idle": IDLE,
    "home": HOME,
    "searching": SEARCHING,
    "denied": DENIED,
    "unknown": UNKNOWN,
    "roaming": ROAMING,
}
TAC, CELL = "1A2B", "0C0FFE01"
PLMN_DIGITS = 5
DEFAULT_RSSI, DEFAULT_RSRQ = -57, -9.0
RSRP_BELOW_RSSI = 28
"""dB: 10 MHz of LTE are 600 subcarriers, and RSRP is the power of one."""


@dataclass(frozen=True)
class Network:
    """Who serves: `plmn` digits and the name it broadcasts."""

    plmn: str
    name: str


class Radio:
    """Registers a while after a SIM is ready. Callbacks come on the clock's thread through `locked`.

    `admit` asks the network and gives the state it grants, `leave` tells it that the modem is gone.
    """

    def __init__(
        self,
        clock: Clock,
        on_change: Callable[[], None],
        locked: Callable[[Callable[[], None]], None],
        admit: Callable[[FileSystem], str],
        leave: Callable[[], None],
    ) -> None:
        self._admit = admit
        self._leave = leave
        self._clock = clock
        self._on_change = on_change
        self._locked = locked
        self._timer: Timer | None = None
        self._forced: int | None = None
        self._files: FileSystem | None = None
        self.state = IDLE
        self.wanted = True
        """False after AT+COPS=2: the user does not want to be registered."""
        self.rssi: int | None = DEFAULT_RSSI
        self.rsrq: float | None = DEFAULT_RSRQ

    @property
    def registered(self) -> bool:
        """At home or roaming."""
        return self.state in (HOME, ROAMING)

    @property
    def network(self) -> Network | None:
        """The serving network, while registered."""
        if self._files is None or not self.registered:
            return None
        return Network(self._files.imsi[:PLMN_DIGITS], self._files.provider)

    @property
    def rsrp(self) -> int | None:
        """dBm."""
        return None if self.rssi is None else self.rssi - RSRP_BELOW_RSSI

    def start(self, files: FileSystem | None) -> None:
        """A SIM is ready, or (None) there is none: search or stay idle."""
        self.stop()
        self._files = files
        if files is None or not self.wanted:
            return
        self._go(SEARCHING)
        self._timer = self._clock.call_later(SEARCH_TIME, lambda: self._locked(self._found))

    def stop(self, tell: bool = True) -> None:
        """Leave the network at once."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._files = None
        if tell:
            self._go(IDLE)
        elif self.registered:
            self._leave()
        self.state = IDLE

    def force(self, state: str | None) -> None:
        """Have the network answer `state` from now on; None lets it be as usual. Raises KeyError."""
        self._forced = None if state is None else STATES[state]
        if self._files is not None and self._timer is None:
            self._go(self._answer(self._files))

    def look_again(self) -> bool:
        """The network's mind may have changed; False when no network is wanted."""
        if self._files is None:
            return False
        if self._timer is None:
            self._go(self._answer(self._files))
        return True

    def _found(self) -> None:
        self._timer = None
        if self._files is not None:
            self._go(self._answer(self._files))

    def _answer(self, files: FileSystem) -> int:
        if self._forced is not None and self._forced not in (HOME, ROAMING):
            return self._forced
        admitted = STATES[self._admit(files)]
        return admitted if self._forced is None or admitted not in (HOME, ROAMING) else self._forced

    def _go(self, state: int) -> None:
        if state != self.state:
            if self.registered and state not in (HOME, ROAMING):
                self._leave()
            self.state = state
            self._on_change()

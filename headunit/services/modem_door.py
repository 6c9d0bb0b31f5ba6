"""The one way to the modem: opened when first needed, opened again after a cable was pulled. Blocking."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.settings import Settings

if TYPE_CHECKING:
    from firmware_bridge import (
        EuiccInfo,
        Identity,
        LpaSetup,
        ModemEvent,
        Operator,
        Profile,
        ProfileOffer,
        Registration,
        Signal,
        SimState,
        Step,
        Voice,
    )

T = TypeVar("T")


class ModemFace(Protocol):
    """What the car uses of `firmware_bridge.Modem`."""

    @property
    def is_open(self) -> bool:
        """True while the port is there."""
        ...

    @property
    def voice(self) -> Voice:
        """Its telephone."""
        ...

    def identity(self) -> Identity:
        """Maker and IMEI."""
        ...

    def sim(self) -> SimState:
        """The SIM in use."""
        ...

    def signal(self) -> Signal:
        """Strength now."""
        ...

    def operator(self) -> Operator:
        """The network in use."""
        ...

    def registration(self) -> Registration:
        """Registration now."""
        ...

    def wait_registered(self, timeout: float | None = None) -> Registration:
        """Registration reached within `timeout` seconds."""
        ...

    def euicc(self) -> EuiccInfo:
        """The eUICC."""
        ...

    def profiles(self) -> list[Profile]:
        """The profiles on the card."""
        ...

    def enable(self, iccid: str, refresh: bool = True) -> None:
        """Enable a profile."""
        ...

    def disable(self, iccid: str, refresh: bool = True) -> None:
        """Disable a profile."""
        ...

    def delete(self, iccid: str) -> None:
        """Delete a disabled profile."""
        ...

    def download(
        self,
        code: str,
        *,
        consent: Callable[[ProfileOffer], bool | None],
        confirmation_code: Callable[[ProfileOffer], str | None] = ...,
        progress: Callable[[Step], None],
    ) -> Profile:
        """Download the profile of an activation code."""
        ...

    def send_notifications(self) -> object:
        """Deliver what the card has to report."""
        ...

    def reopen(self) -> None:
        """Open the port again."""
        ...

    def close(self) -> None:
        """Free the port."""
        ...


class ModemDoor:
    """Hands the open modem to work that needs it. Raises what opening raises (`modem.not_found`, `modem.busy`, …)."""

    def __init__(
        self,
        url: str | None,
        *,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        settings: Settings,
        opener: Callable[[], ModemFace] | None = None,
        lpa: Callable[[], LpaSetup] | None = None,
    ) -> None:
        self.url = url
        self.closing = threading.Event()
        """Set when the car is switched off: long waits end."""
        self.openings = 0
        """How often the line was opened: a change tells that a cable was pulled meanwhile."""
        self.heard: Callable[[ModemEvent], None] = lambda event: None
        """Told of the modem's news, on the reader's thread: it must return at once. Set before the first `use`."""
        self._clock = clock
        self._events = events
        self._faults = faults
        self._settings = settings
        self._opener = opener or self._open
        self._lpa = lpa
        self._lock = threading.Lock()
        self._modem: ModemFace | None = None

    def use(self, work: Callable[[ModemFace], T]) -> T:
        """`work(modem)` with the line open."""
        return work(self._ready())

    def close(self) -> None:
        """Free the port; nothing opens it again."""
        self.closing.set()
        with self._lock:
            if self._modem is not None:
                self._modem.close()
                self._modem = None

    def _ready(self) -> ModemFace:
        with self._lock:
            if self.closing.is_set():
                raise BenchError("modem.gone")
            if self._modem is None:
                self._modem = self._opener()
                self.openings += 1
            elif not self._modem.is_open:
                self._modem.reopen()
                self.openings += 1
            return self._modem

    def _open(self) -> ModemFace:
        if self.url is None:
            raise BenchError("modem.not_found", port="")
        from firmware_bridge import open_modem

        return open_modem(
            self.url,
            clock=self._clock,
            events=self._events,
            faults=self._faults,
            settings=self._settings,
            on_event=self.heard,
            lpa=self._lpa() if self._lpa is not None else None,
        )

"""Reads signal, operator and registration over the line again and again: the car shows nothing else of the network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.clock import Clock, Timer
from core.errors import BenchError
from core.tasks import Tasks
from headunit.services.modem_door import ModemDoor, ModemFace


@dataclass(frozen=True)
class ModemStatus:
    """What one reading brought. `bars` is -1 when unknown, `error` the code why nothing could be read."""

    present: bool
    bars: int = -1
    operator: str = ""
    technology: str = ""
    registered: bool = False
    openings: int = 0
    error: str = ""


def read_status(door: ModemDoor) -> ModemStatus:
    """One reading. Blocking; troubles of the line are part of the answer."""

    def read(modem: ModemFace) -> ModemStatus:
        registration = modem.registration()
        signal = modem.signal()
        operator = modem.operator() if registration.registered else None
        return ModemStatus(
            present=True,
            bars=-1 if signal.bars is None else signal.bars,
            operator=operator.name if operator else "",
            technology=(operator.technology if operator else "") or registration.technology,
            registered=registration.registered,
            openings=door.openings,
        )

    try:
        return door.use(read)
    except BenchError as error:
        # Silence or a refusal comes from a modem that is there.
        return ModemStatus(present=error.code in ("modem.silent", "modem.refused"), error=error.code)


class ModemWatch:
    """One reading each `interval` seconds of the clock; `told(status, number)` on the owner's thread."""

    def __init__(
        self,
        door: ModemDoor,
        *,
        clock: Clock,
        tasks: Tasks,
        interval: float,
        told: Callable[[ModemStatus, int], None],
    ) -> None:
        self._door = door
        self._clock = clock
        self._tasks = tasks
        self._interval = interval
        self._told = told
        self._timer: Timer | None = None
        self._running = False
        self._again = False
        self.started = 0
        """Number of the reading that began last: what was read before an event cannot speak about it."""

    def start(self) -> None:
        """Begin to read."""
        self._running = True
        self._read()

    def stop(self) -> None:
        """Read no more."""
        self._running = False
        if self._timer is not None:
            self._timer.cancel()

    def look(self) -> None:
        """Read now: something has just changed. A reading under way is followed by another."""
        if self._timer is None:
            self._again = self._running
        else:
            self._read()

    def _read(self) -> None:
        if not self._running:
            return
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self.started += 1
        number = self.started
        self._tasks.submit(lambda: read_status(self._door), lambda status: self._take(status, number))

    def _take(self, status: ModemStatus, number: int) -> None:
        if not self._running:
            return
        self._told(status, number)
        if self._again:
            self._again = False
            self._read()
        else:
            self._timer = self._clock.call_later(self._interval, lambda: self._tasks.post(lambda: self._due(number)))

    def _due(self, after: int) -> None:
        if after == self.started:  # nobody looked meanwhile
            self._read()

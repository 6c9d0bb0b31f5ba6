"""The telephone over the serial line: orders one after the other, and after each the modem's list of calls."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import BenchError
from core.tasks import Tasks
from headunit.services.modem_door import ModemDoor, ModemFace

if TYPE_CHECKING:
    from firmware_bridge import Voice, VoiceCall

Order = Callable[["Voice"], None]
DIAL = "dial"
"""The name of the order that begins a call."""
NO_SERVICE = "no_service"
NO_NETWORK = "+CME ERROR: 30"
"""The answer to dialling where no network is (TS 27.007 §9.2.1)."""


@dataclass(frozen=True)
class LineReport:
    """What came of an order, or of a look.

    `order` names the order, "" for a look; `calls` is the list after it, None when it could not be read; `error`: the
    code, "" when all went well; `end`: why a call that is not in the list any more ended (`firmware_bridge.CallEnd`).
    """

    order: str
    calls: Sequence[VoiceCall] | None = None
    error: str = ""
    end: str = ""
    lost: bool = False
    """Whether the modem is gone, and with it every call."""


class TelephoneLine:
    """One conversation with the modem at a time, on a worker thread; `told(report)` on the owner's thread.

    Every opening of the modem is followed by `Voice.announce`, since a modem forgets what it was asked to tell.
    """

    def __init__(self, door: ModemDoor, tasks: Tasks, told: Callable[[LineReport], None]) -> None:
        self._door = door
        self._tasks = tasks
        self._told = told
        self._orders: deque[tuple[str, Order | None]] = deque()
        self._busy = False
        self._announced = 0
        self._count = 0
        self._dialling = 0

    @property
    def dials(self) -> bool:
        """Whether a number is still to be dialled: a list that comes now is older than its call."""
        return self._dialling > 0

    def look(self) -> None:
        """Read the list of calls; one look that waits is enough."""
        if not any(order is None for _, order in self._orders):
            self._put("", None)

    def order(self, name: str, order: Order) -> None:
        """Have `order` carried out, then the list read."""
        self._dialling += name == DIAL
        self._put(name, order)

    def forget(self) -> None:
        """The modem started anew: it must be asked again to tell numbers and second calls."""
        self._announced = 0

    def _put(self, name: str, order: Order | None) -> None:
        self._orders.append((name, order))
        self._next()

    def _next(self) -> None:
        if self._busy or not self._orders:
            return
        self._busy = True
        name, order = self._orders.popleft()
        self._tasks.submit(lambda: self._work(name, order), self._done, self._broken)

    def _work(self, name: str, order: Order | None) -> LineReport:
        def talk(modem: ModemFace) -> LineReport:
            voice = modem.voice
            if self._announced != self._door.openings:
                self._announced = self._door.openings
                voice.announce()
            error = end = ""
            if order is not None:
                try:
                    order(voice)
                except BenchError as refused:
                    if refused.code not in ("modem.refused", "modem.bad_number"):
                        raise
                    error = refused.code  # the list shows what became of it
                    end = NO_SERVICE if str(refused.params.get("result", "")).endswith(NO_NETWORK) else ""
            calls = voice.calls()
            # What was dialled may be over before the first look.
            expected, self._count = self._count + (name == DIAL), len(calls)
            fewer = len(calls) < expected or bool(error)
            return LineReport(name, calls, error, end or (voice.last_end() if fewer else ""))

        try:
            return self._door.use(talk)
        except BenchError as error:
            # A modem that is silent for once may be in the middle of something: its calls live.
            lost = error.code not in ("modem.silent", "modem.refused")
            if lost:
                self._count = 0
            return LineReport(name, error=error.code, lost=lost)

    def _done(self, report: LineReport) -> None:
        self._busy = False
        self._dialling -= report.order == DIAL
        try:
            self._told(report)
        finally:
            self._next()

    def _broken(self, error: Exception) -> None:
        self._busy = False
        self._next()
        raise error

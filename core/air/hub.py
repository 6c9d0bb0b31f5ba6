"""The hub: carries lines between the switchboard and its clients."""

from __future__ import annotations

from typing import Any

from core.air.switchboard import Switchboard
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.lines import LineHub
from core.randomness import Randomness, SystemRandomness

FAULT_PORT = "air.link"
FAULT_KINDS = ("drop", "slow", "reject")


class AirHub:
    """The room's air. `start` gives the address for the clients; all methods may be called from any thread."""

    def __init__(
        self,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        randomness: Randomness | None = None,
        pairing_time: float = 60.0,
    ) -> None:
        self._clock = clock
        self._events = events
        self._pairing_time = pairing_time
        self._switchboard = Switchboard(randomness or SystemRandomness(), self._start_timer)
        self._hub = LineHub("air-hub", host, port, received=self._received, lost=self._lost, errors="air")
        faults.declare(FAULT_PORT, FAULT_KINDS)

    def start(self) -> tuple[str, int]:
        """Listen and serve; gives (host, port). Raises `air.port_in_use`. A stopped hub takes its old port again."""
        return self._hub.start()

    def stop(self) -> None:
        """Drop all clients and stop listening."""
        self._hub.stop()
        self._switchboard.outbox.clear()

    @property
    def devices(self) -> list[str]:
        """Addresses of the devices that are present."""
        return self._switchboard.devices

    def _received(self, client: int, message: dict[str, Any] | None) -> None:
        if message is None:
            self._events.emit("air", "air.garbage")
        self._switchboard.received(client, message)
        self._deliver()

    def _lost(self, client: int) -> None:
        self._switchboard.lost(client)
        self._deliver()

    def _deliver(self) -> None:
        while self._switchboard.outbox:
            self._hub.send(*self._switchboard.outbox.pop(0))

    def _start_timer(self, token: object) -> None:
        def expire() -> None:
            self._switchboard.pairing_timed_out(token)
            self._deliver()

        self._clock.call_later(self._pairing_time, lambda: self._hub.post(expire))

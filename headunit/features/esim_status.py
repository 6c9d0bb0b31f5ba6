"""What the readings of the modem mean for the status bar and for a set-up that is done."""

from __future__ import annotations

from collections.abc import Callable

from headunit.desk import Desk
from headunit.features.esim_stand import EsimStand
from headunit.services.modem_watch import ModemStatus, ModemWatch


class EsimStatus:
    """Tells the chart by `send` when the network is lost or back, and when another card may be in the modem."""

    def __init__(self, desk: Desk, stand: EsimStand, send: Callable[[str], object]) -> None:
        self._desk = desk
        self._stand = stand
        self._send = send
        self._openings = 0
        self._ignore_until = 0
        self.watch = ModemWatch(
            desk.door,
            clock=desk.clock,
            tasks=desk.tasks,
            interval=desk.settings.modem_poll_interval,
            told=self._read,
        )

    def begin(self) -> None:
        """The eSIM is connected: what was read before cannot speak about it."""
        self._ignore_until = self.watch.started
        self._openings = self._desk.door.openings
        self.watch.look()  # the bars belong to the same moment as "Connected"

    def _read(self, status: ModemStatus, number: int) -> None:
        self._desk.state.update(
            "status",
            modemPresent=status.present,
            bars=status.bars,
            operator=status.operator,
            technology=status.technology,
        )
        stands = self._stand.name
        if number <= self._ignore_until or stands not in ("connected", "notConnected"):
            return
        if status.present and status.openings != self._openings:
            # The cable was pulled in between: it may be another card now.
            self._openings = status.openings
            self._send("cardChanged")
        elif status.registered and stands == "notConnected":
            self._send("connectionBack")
        elif not status.registered and stands == "connected" and status.error != "modem.silent":
            self._stand.detail = status.error
            self._send("connectionLost")

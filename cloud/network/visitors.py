"""Who is registered now, and over which connection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cloud.network.rules.subscribers import Subscriber


@dataclass(frozen=True, slots=True)
class Visit:
    """One registered device."""

    connection: int
    subscriber: Subscriber
    name: str

    @property
    def imsi(self) -> str:
        """Its SIM."""
        return self.subscriber.imsi


class Visitors:
    """The network's memory of its registrations; gone with the network."""

    def __init__(self) -> None:
        self._by_imsi: dict[str, Visit] = {}
        self._by_connection: dict[int, str] = {}
        self._turned_away: dict[str, int] = {}

    def enter(self, visit: Visit) -> None:
        """Register; the caller has ended an earlier visit of the same SIM or connection."""
        self._turned_away.pop(visit.imsi, None)
        self._by_imsi[visit.imsi] = visit
        self._by_connection[visit.connection] = visit.imsi

    def leave(self, imsi: str) -> Visit | None:
        """Forget a registration."""
        visit = self._by_imsi.pop(imsi, None)
        if visit is not None:
            self._by_connection.pop(visit.connection, None)
        return visit

    def turn_away(self, imsi: str, connection: int) -> None:
        """A device that may not register, but still listens."""
        self._turned_away[imsi] = connection

    def turned_away(self, imsi: str) -> int | None:
        """The connection of a device that was turned away."""
        return self._turned_away.get(imsi)

    def of(self, imsi: str) -> Visit | None:
        """The registration of a SIM."""
        return self._by_imsi.get(imsi)

    def at(self, connection: int) -> Visit | None:
        """The registration over a connection."""
        return self._by_imsi.get(self._by_connection.get(connection, ""))

    def gone(self, connection: int) -> None:
        """A connection ended: nobody listens there any more."""
        self._turned_away = {imsi: other for imsi, other in self._turned_away.items() if other != connection}

    def group(self, msisdn: str) -> Sequence[Visit]:
        """The registered devices of a number."""
        return [visit for visit in self._by_imsi.values() if visit.subscriber.msisdn == msisdn]

    @property
    def all(self) -> Sequence[Visit]:
        """Everybody who is registered."""
        return list(self._by_imsi.values())

"""What a device makes of the transfer PDUs it is sent: texts put together, reports, nothing twice. No sockets."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.radio.messages import Sms, SmsState
from core.sms.fields import PduError
from core.sms.parts import join_text, place_of
from core.sms.pdu import DELIVERED, Deliver, StatusReport, decode_delivery

KEPT_IDS = 500
MOST_PARTIAL = 50
"""Texts of which parts are missing; the oldest is forgotten: not being acknowledged, the network still keeps it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one message: something to read, or a report, and what to acknowledge."""

    sms: Sms | None = None
    report: SmsState | None = None
    acknowledge: Sequence[str] = ()


@dataclass
class _Partial:
    ids: list[str] = field(default_factory=list)
    parts: dict[int, Deliver] = field(default_factory=dict)


class Inbox:
    """Takes messages of the network. A text in several parts is acknowledged when it is whole."""

    def __init__(self) -> None:
        self._seen: deque[str] = deque(maxlen=KEPT_IDS)
        self._partial: dict[tuple[str, int, int], _Partial] = {}

    def is_new(self, identity: str) -> bool:
        """Whether a message has not been here before; from now on it has. For devices that read PDUs themselves."""
        if identity in self._seen:
            return False
        self._seen.append(identity)
        return True

    def take(self, identity: str, tpdus: Sequence[bytes]) -> Taken:
        """One message as the network sends it: the TPDUs of all its parts."""
        if identity in self._seen:
            return Taken(acknowledge=(identity,))
        try:
            values = [decode_delivery(tpdu) for tpdu in tpdus]
        except PduError:
            values = []
        report = next((value for value in values if isinstance(value, StatusReport)), None)
        if report is not None:
            self._seen.append(identity)
            return Taken(report="delivered" if report.status == DELIVERED else "failed", acknowledge=(identity,))
        deliveries = [value for value in values if isinstance(value, Deliver)]
        if not deliveries:  # garbage: nobody can read it at the next try either
            return Taken(acknowledge=(identity,))
        return self._deliver(identity, deliveries)

    def _deliver(self, identity: str, deliveries: list[Deliver]) -> Taken:
        first = deliveries[0]
        place = place_of(first.data.header)
        if place is None or place.total == len(deliveries):
            self._seen.append(identity)
            return Taken(_sms(identity, deliveries), acknowledge=(identity,))
        key = (str(first.originator), place.reference, place.total)
        partial = self._partial.setdefault(key, _Partial())
        if identity not in partial.ids:
            partial.ids.append(identity)
        for delivery in deliveries:
            if (part := place_of(delivery.data.header)) is not None:
                partial.parts[part.number] = delivery
        if len(partial.parts) < place.total:
            while len(self._partial) > MOST_PARTIAL:
                self._partial.pop(next(iter(self._partial)))
            return Taken()
        del self._partial[key]
        self._seen.extend(partial.ids)
        whole = [partial.parts[number] for number in sorted(partial.parts)]
        return Taken(_sms(partial.ids[0], whole), acknowledge=tuple(partial.ids))


def _sms(identity: str, parts: list[Deliver]) -> Sms:
    first = parts[0]
    return Sms(identity, str(first.originator), join_text(first.coding, [part.data for part in parts]), first.time)

"""Who the network's customers are: one SIM each, and all SIMs of a number form its group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

PHONE, CAR, WATCH = "phone", "car", "watch"
"""Kinds with rules of their own; any other kind is an accessory that can do all. A watch is one that sends and receives
messages through its phone (ONE-SMS-04, -10); a car has no messages (ONE-SMS-02)."""


@dataclass(frozen=True, slots=True)
class Subscriber:
    """A SIM as the operator's register knows it.

    `allowed`: it may register (for an accessory: its registration is active). `voice` and `sms` are what the operator
    grants; `call_waiting` is a service of the whole line (キャッチホン).
    """

    imsi: str
    msisdn: str
    kind: str = PHONE
    name: str = ""
    sms: bool = True
    voice: bool = True
    allowed: bool = True
    call_waiting: bool = True

    @property
    def has_messages(self) -> bool:
        """Whether short messages reach it at all (ONE-SMS-02)."""
        return self.allowed and self.sms and self.kind != CAR


class Hlr(Protocol):
    """The operator's register of subscribers. Asked on the network's thread; it must not wait for the network."""

    def subscriber(self, imsi: str) -> Subscriber | None:
        """The SIM, or None if it is not this operator's."""
        ...

    def group(self, msisdn: str) -> Sequence[Subscriber]:
        """All SIMs of a number, the phone's first; empty for a number that is not this operator's."""
        ...


class ListedHlr:
    """A register in memory."""

    def __init__(self, subscribers: Sequence[Subscriber] = ()) -> None:
        self._all = {subscriber.imsi: subscriber for subscriber in subscribers}

    def put(self, subscriber: Subscriber) -> None:
        """Enter or replace one; tell the network with `RadioServer.subscription_changed`."""
        self._all[subscriber.imsi] = subscriber

    def remove(self, imsi: str) -> None:
        """Take one out."""
        self._all.pop(imsi, None)

    def subscriber(self, imsi: str) -> Subscriber | None:
        """See `Hlr`."""
        return self._all.get(imsi)

    def group(self, msisdn: str) -> list[Subscriber]:
        """See `Hlr`."""
        found = [subscriber for subscriber in self._all.values() if subscriber.msisdn == msisdn]
        return sorted(found, key=lambda subscriber: subscriber.kind != PHONE)

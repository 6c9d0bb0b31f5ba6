"""The two places that keep messages: the SIM and the modem; full means full (TS 27.005 §3.1, <mem1>)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

SIM_SLOTS, MODEM_SLOTS = 20, 100


class Status(IntEnum):
    """<stat> in PDU mode (TS 27.005 §3.1)."""

    UNREAD = 0
    READ = 1
    UNSENT = 2
    SENT = 3


STATUS_TEXTS = ("REC UNREAD", "REC READ", "STO UNSENT", "STO SENT")
"""<stat> in text mode."""
ALL = len(STATUS_TEXTS)


@dataclass(slots=True)
class Message:
    """One message as it is kept: its TPDU, the centre it came from or goes to, and what was done with it."""

    tpdu: bytes
    centre: str
    status: Status

    @property
    def received(self) -> bool:
        """True for what came from the network."""
        return self.status <= Status.READ


class MessageStore:
    """Numbered slots from 1."""

    def __init__(self, name: str, size: int) -> None:
        self.name = name
        self.size = size
        self._slots: dict[int, Message] = {}

    @property
    def used(self) -> int:
        """How many slots are taken."""
        return len(self._slots)

    def add(self, message: Message) -> int | None:
        """Keep `message` in the first free slot; its number, or None when all are taken."""
        for slot in range(1, self.size + 1):
            if slot not in self._slots:
                self._slots[slot] = message
                return slot
        return None

    def get(self, slot: int) -> Message | None:
        """What is in `slot`."""
        return self._slots.get(slot)

    def delete(self, slot: int) -> None:
        """Empty `slot`."""
        self._slots.pop(slot, None)

    def delete_where(self, statuses: tuple[Status, ...]) -> None:
        """Empty all slots whose message has one of `statuses`."""
        self._slots = {slot: item for slot, item in self._slots.items() if item.status not in statuses}

    def listed(self, status: int) -> Iterator[tuple[int, Message]]:
        """The messages with `status`, or all, by slot."""
        for slot in sorted(self._slots):
            if status in (ALL, self._slots[slot].status):
                yield slot, self._slots[slot]

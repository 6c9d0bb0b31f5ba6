"""Which devices of a number get a short message, and when it need not wait any longer (rows ONE-SMS-01 to -16).

A message goes at once to every device that has messages and is in reach. It waits until the preferred one has it; while
it waits, others that come into reach get it too. Whoever was in reach once is owed it, even if the line broke before.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from cloud.network.rules.subscribers import PHONE, WATCH, Subscriber


def preferred(group: Sequence[Subscriber], priority: str) -> Subscriber | None:
    """The device that surely gets messages: the one set (`priority`, an IMSI), else the phone, else any."""
    able = [subscriber for subscriber in group if subscriber.has_messages and subscriber.kind != WATCH]
    chosen = [subscriber for subscriber in able if subscriber.imsi == priority]
    phones = [subscriber for subscriber in able if subscriber.kind == PHONE]
    return next(iter([*chosen, *phones, *able]), None)


def in_reach(group: Sequence[Subscriber], registered: Collection[str]) -> set[str]:
    """The IMSIs that can get a message now. A watch gets it through its phone only (ONE-SMS-10)."""
    able = [item for item in group if item.has_messages and item.imsi in registered]
    phone = any(item.kind == PHONE for item in able)
    return {item.imsi for item in able if item.kind != WATCH or phone}


def may_send(sender: Subscriber, group: Sequence[Subscriber], registered: Collection[str]) -> bool:
    """Whether a device may send now. A watch sends through its phone only (ONE-SMS-04); a car never (ONE-SMS-02)."""
    return sender.imsi in in_reach(group, registered)


def shares_sent(sender: Subscriber, group: Sequence[Subscriber], registered: Collection[str]) -> set[str]:
    """The IMSIs that show a message of `sender` among their own sent ones: phone and watches (ONE-SMS-06), no other
    accessory (ONE-SMS-05).
    """
    if sender.kind not in (PHONE, WATCH):
        return set()
    pairs = {(PHONE, WATCH), (WATCH, PHONE), (WATCH, WATCH)}
    reach = in_reach(group, registered) - {sender.imsi}
    return {item.imsi for item in group if item.imsi in reach and (sender.kind, item.kind) in pairs}


@dataclass
class Progress:
    """Who is owed one message and who has it."""

    owed: set[str] = field(default_factory=set)
    done: set[str] = field(default_factory=set)

    def due(self, group: Sequence[Subscriber], registered: Collection[str], priority: str) -> set[str]:
        """The IMSIs to send to now. Devices that left the group are owed nothing."""
        able = {item.imsi for item in group if item.has_messages}
        self.owed &= able
        first = preferred(group, priority)
        reach = in_reach(group, registered)
        if first is not None and first.imsi not in self.done:
            self.owed |= {first.imsi} | reach
        return (self.owed & reach) - self.done

    def due_alone(self, imsi: str, group: Sequence[Subscriber], registered: Collection[str]) -> set[str]:
        """The same for what is for one device only, whoever is preferred: a report, an echo."""
        able = any(item.imsi == imsi and item.has_messages for item in group)
        self.owed = {imsi} if able else set()
        return (self.owed & in_reach(group, registered)) - self.done

    @property
    def finished(self) -> bool:
        """Whether nobody waits for it. Ask after `due`."""
        return self.owed <= self.done

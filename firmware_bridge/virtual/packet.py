"""Packet data: contexts, addresses and whether they are active (TS 27.007 §10.1)."""

from __future__ import annotations

from dataclasses import dataclass

MOST_CONTEXTS = 8
TYPES = ("IP", "IPV6", "IPV4V6")
DEFAULT_APN = "bench.example"


@dataclass(slots=True)
class Context:
    """One PDP context as +CGDCONT defines it."""

    kind: str = "IPV4V6"
    apn: str = DEFAULT_APN
    active: bool = False

    def addresses(self, number: int) -> tuple[str, ...]:
        """What the network gave; from the ranges for documentation (RFC 5737, RFC 3849)."""
        v4, v6 = f"192.0.2.{number}", f"2001:db8::{number:x}"
        return {"IP": (v4,), "IPV6": (v6,)}.get(self.kind, (v4, v6))


class PacketData:
    """All contexts by number, 1 to 8."""

    def __init__(self) -> None:
        self.contexts: dict[int, Context] = {}
        self.reset()

    def reset(self) -> None:
        """As after power-up: the first one is defined."""
        self.contexts = {1: Context()}

    def attached(self, registered: bool) -> None:
        """The first context is active while registered with LTE (default bearer); all end with the registration."""
        for number, context in self.contexts.items():
            context.active = registered and (context.active or number == 1)

"""Kinds of accessories as the registry names them, and what the network grants to each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cloud.network.rules.subscribers import CAR, WATCH


@dataclass(frozen=True, slots=True)
class Grant:
    """`kind`: the network's word for it (`cloud.network.rules.subscribers`). `sms`, `voice`: what it may use."""

    kind: str
    sms: bool = True
    voice: bool = True


GRANTS: Mapping[str, Grant] = MappingProxyType(
    {
        "car": Grant(CAR, sms=False),
        "watch6": Grant(WATCH),
        "watch-se": Grant(WATCH),
        "on01": Grant("on01"),
    }
)
"""A car has no messages (ONE-SMS-02), an Apple Watch has those of its phone (ONE-SMS-04, -10)."""


def grant_of(kind: str) -> Grant:
    """What an accessory of this kind may do; one that is not in the list may do all."""
    return GRANTS.get(kind) or Grant(kind)

"""Which accessories there are; what differs between them is data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

from core.errors import BenchError

_NUMBERED = re.compile(r"(?P<kind>.+?)(?:-(?P<number>[2-9]))?")


@dataclass(frozen=True, slots=True)
class AccessoryKind:
    """`id` is the operator's word for it (`cloud/carrier/rules/accessories.py`), `radio` the network's.

    `menu`: it has a menu for the receive priority of messages; an Apple Watch has none (ONE-SMS-09, -11). `body` is how
    it is drawn: `watch` or `handset`.
    """

    id: str
    name: str
    radio: str
    body: str
    menu: bool


KINDS = MappingProxyType(
    {
        kind.id: kind
        for kind in (
            AccessoryKind("watch6", "Apple Watch Series 6", "watch", "watch", menu=False),
            AccessoryKind("watch-se", "Apple Watch SE", "watch", "watch", menu=False),
            AccessoryKind("on01", "ON01", "on01", "handset", menu=True),
        )
    }
)


def kind_of(name: str) -> AccessoryKind:
    """The kind of the accessory `name`: a kind's id, with a number where there are several (`on01-2`).

    Raises `accessory.unknown {name, known}`.
    """
    found = _NUMBERED.fullmatch(name)
    kind = KINDS.get(found["kind"]) if found is not None else None
    if kind is None:
        raise BenchError("accessory.unknown", name=name, known=", ".join(KINDS))
    return kind

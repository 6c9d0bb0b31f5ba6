"""What both rooms of Mynapoint are handed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cloud.carrier.ports import SmsPlug
from cloud.context import ServerContext
from core.jpki.authority import CardAuthority

ACTOR = "points"
FAULT_PORT = "points.server"
FAULT_KINDS = ("down", "slow", "maintenance")


@dataclass(frozen=True, kw_only=True)
class PointsContext(ServerContext):
    """The share of Mynapoint: the way to everybody's SMS, and who certifies cards."""

    actor: ClassVar[str] = ACTOR
    sms: SmsPlug
    authority: CardAuthority

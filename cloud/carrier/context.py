"""What every part of the operator is handed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from cloud.carrier.ports import PacketPlug, SmsPlug
from cloud.context import ServerContext

if TYPE_CHECKING:
    from cloud.carrier.association.clients import AssociationClient
    from cloud.carrier.es2_client import SmdpPlace

ACTOR = "carrier"
FAULT_PORT = "carrier.server"
FAULT_KINDS = ("down", "slow", "maintenance")


@dataclass(frozen=True, kw_only=True)
class CarrierContext(ServerContext):
    """The operator's share: the plugs to its network, its clients, the SM-DP+ where it orders profiles."""

    actor: ClassVar[str] = ACTOR
    sms: SmsPlug
    packet: PacketPlug
    clients: tuple[AssociationClient, ...] = ()
    smdp: SmdpPlace | None = None

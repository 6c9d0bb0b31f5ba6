"""What every part of the operator is handed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from cloud.carrier.ports import PacketPlug, SmsPlug
from cloud.context import ServerContext

if TYPE_CHECKING:
    from cloud.vehicles.es2_client import SmdpPlace

ACTOR = "carrier"
FAULT_PORT = "carrier.server"
FAULT_KINDS = ("down", "slow", "maintenance")


@dataclass(frozen=True)
class AssociationClient:
    """A car maker that may ask for account associations (an OAuth client, RFC 6749 §2).

    `redirect_uri` is the one address it is sent back to, `notify_url` where it is told of changes.
    """

    client_id: str
    secret: str = field(repr=False)
    name: str
    redirect_uri: str
    notify_url: str = ""


@dataclass(frozen=True, kw_only=True)
class CarrierContext(ServerContext):
    """The operator's share: the plugs to its network, its clients, the SM-DP+ where it orders profiles."""

    actor: ClassVar[str] = ACTOR
    sms: SmsPlug
    packet: PacketPlug
    clients: tuple[AssociationClient, ...] = ()
    smdp: SmdpPlace | None = None

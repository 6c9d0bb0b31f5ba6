"""What the operator's request handlers work with, found through the Flask application they run in."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from flask import current_app

from cloud.carrier.accessory_sims import AccessorySims
from cloud.carrier.association.grants import Grants
from cloud.carrier.association.requests import Associations
from cloud.carrier.context import CarrierContext
from cloud.carrier.contracts import Contracts
from cloud.carrier.d_accounts import DAccounts
from cloud.carrier.desk import Desk
from cloud.carrier.drafts import Drafts
from cloud.carrier.entitlement.accessories import AccessorySetUp
from cloud.carrier.entitlement.service import Entitlement
from cloud.carrier.es2_client import Es2Client
from cloud.carrier.hlr import OperatorRegister
from cloud.carrier.lines import Lines
from cloud.carrier.network_pins import NetworkPins
from cloud.carrier.notifications import Notifications
from cloud.carrier.ports import PacketPlug, SmsPlug
from cloud.carrier.profile_orders import ProfileOrders
from cloud.carrier.profile_stock import ProfileStock
from cloud.carrier.registry import Registrations
from cloud.carrier.sessions import CarrierSessions
from cloud.carrier.stock import Stock
from cloud.smdp.operator_report import load_progress_key

EXTENSION = "onebench-carrier"


@dataclass(frozen=True)
class CarrierServices:
    """Everything the operator can do, made once for one application."""

    context: CarrierContext
    lines: Lines
    d_accounts: DAccounts
    network_pins: NetworkPins
    contracts: Contracts
    drafts: Drafts
    sessions: CarrierSessions
    desk: Desk
    hlr: OperatorRegister
    associations: Associations
    grants: Grants
    stock: ProfileStock
    registrations: Registrations
    entitlement: Entitlement
    accessories: AccessorySetUp
    notifications: Notifications
    progress_key: str = field(repr=False)
    """What the SM-DP+ shows when it tells how a download goes; "" without an SM-DP+."""

    @property
    def sms(self) -> SmsPlug:
        """The way to the SMS centre; `connect` it to the network."""
        return self.context.sms

    @property
    def packet(self) -> PacketPlug:
        """Who is behind a request over cellular; `connect` it to the network."""
        return self.context.packet


def make_services(context: CarrierContext, folder: Path) -> CarrierServices:
    """All parts, wired to each other. `folder` keeps the operator's certificate."""
    lines = Lines(context)
    network_pins = NetworkPins(context, lines)
    contracts = Contracts(context, lines)
    grants, stock = Grants(context), ProfileStock(context)
    registrations = Registrations(context, contracts, stock)
    contracts.connect(registrations)
    notifications = Notifications(context, grants)
    registrations.on_change.append(notifications.line_changed)
    associations = Associations(context)
    associations.on_approved += [stock.let_in, registrations.line_changed]
    es2 = progress_key = None
    if context.smdp is not None:
        es2 = Es2Client(context.smdp, folder, clock=context.clock, randomness=context.randomness)
        progress_key = load_progress_key(context.smdp.pki, context.randomness)
    orders = ProfileOrders(context, registrations, es2)
    return CarrierServices(
        context=context,
        lines=lines,
        d_accounts=DAccounts(context, network_pins),
        network_pins=network_pins,
        contracts=contracts,
        drafts=Drafts(context),
        sessions=CarrierSessions(context),
        desk=Desk(context, network_pins),
        hlr=OperatorRegister(lines, Stock.of_the_demonstration(), AccessorySims(context)),
        associations=associations,
        grants=grants,
        stock=stock,
        registrations=registrations,
        entitlement=Entitlement(context, contracts, registrations, orders, grants),
        accessories=AccessorySetUp(context, network_pins, registrations, stock),
        notifications=notifications,
        progress_key=progress_key or "",
    )


def carrier_services() -> CarrierServices:
    """The services of the application that handles the present request."""
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, CarrierServices)
    return found

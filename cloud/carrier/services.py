"""What the operator's request handlers work with, found through the Flask application they run in."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app

from cloud.carrier.context import CarrierContext
from cloud.carrier.contracts import Contracts
from cloud.carrier.d_accounts import DAccounts
from cloud.carrier.desk import Desk
from cloud.carrier.drafts import Drafts
from cloud.carrier.hlr import OperatorRegister
from cloud.carrier.lines import Lines
from cloud.carrier.network_pins import NetworkPins
from cloud.carrier.ports import PacketPlug, SmsPlug
from cloud.carrier.sessions import CarrierSessions
from cloud.carrier.stock import Stock

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

    @property
    def sms(self) -> SmsPlug:
        """The way to the SMS centre; `connect` it to the network."""
        return self.context.sms

    @property
    def packet(self) -> PacketPlug:
        """Who is behind a request over cellular; `connect` it to the network."""
        return self.context.packet


def make_services(context: CarrierContext) -> CarrierServices:
    """All parts, wired to each other."""
    lines = Lines(context)
    network_pins = NetworkPins(context, lines)
    return CarrierServices(
        context=context,
        lines=lines,
        d_accounts=DAccounts(context, network_pins),
        network_pins=network_pins,
        contracts=Contracts(context, lines),
        drafts=Drafts(context),
        sessions=CarrierSessions(context),
        desk=Desk(context, network_pins),
        hlr=OperatorRegister(lines, Stock.of_the_demonstration()),
    )


def carrier_services() -> CarrierServices:
    """The services of the application that handles the present request."""
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, CarrierServices)
    return found

"""What the provider's request handlers work with, found through the Flask application they run in."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app

from cloud.association.links import Links
from cloud.association.service import AssociationService
from cloud.context import Context
from cloud.identity.accounts import Accounts
from cloud.identity.clients import Clients
from cloud.identity.device_requests import DeviceRequests
from cloud.identity.phone_numbers import PhoneNumbers
from cloud.identity.provider.id_token import IdTokens
from cloud.identity.tokens import AuthorizationCodes, Tokens
from cloud.identity.web_sessions import WebSessions
from cloud.vehicles.esim import PersonalEsims
from cloud.vehicles.profiles import DriverProfiles
from cloud.vehicles.terms import Terms
from cloud.vehicles.vehicles import Vehicles

EXTENSION = "onebench-cloud"


@dataclass(frozen=True)
class Services:
    """Everything the cloud can do, made once for one application."""

    context: Context
    clients: Clients
    accounts: Accounts
    phone_numbers: PhoneNumbers
    web_sessions: WebSessions
    device_requests: DeviceRequests
    codes: AuthorizationCodes
    tokens: Tokens
    id_tokens: IdTokens
    vehicles: Vehicles
    profiles: DriverProfiles
    terms: Terms
    esims: PersonalEsims
    links: Links
    association: AssociationService
    smdp_port: int | None
    """Where the SM-DP+ listens, on the host of this cloud; None without one."""


def services() -> Services:
    """The services of the application that handles the present request."""
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, Services)
    return found

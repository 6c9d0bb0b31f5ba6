"""Puts the cloud together: one WSGI application out of storage, identity, vehicles and pages."""

from __future__ import annotations

import logging
from pathlib import Path

from flask import Flask

from cloud.association import api as association_api
from cloud.association.carrier_client import CarrierClient
from cloud.association.links import Links
from cloud.association.place import CarrierPlace
from cloud.association.requests import LinkRequests
from cloud.association.service import AssociationService
from cloud.association.vault import Vault
from cloud.carrier.es2_client import SmdpPlace
from cloud.context import Context
from cloud.demo import demo_passwords, fill_with_demo
from cloud.identity import device_api
from cloud.identity.accounts import Accounts
from cloud.identity.clients import Clients
from cloud.identity.device_requests import DeviceRequests
from cloud.identity.hashing import PasswordHashing
from cloud.identity.keys import cookie_key, signing_key
from cloud.identity.phone_numbers import PhoneNumbers
from cloud.identity.provider import endpoints
from cloud.identity.provider.id_token import IdTokens
from cloud.identity.tokens import AuthorizationCodes, Tokens
from cloud.identity.web_sessions import WebSessions
from cloud.services import EXTENSION, Services
from cloud.storage.database import open_database
from cloud.vehicles import api
from cloud.vehicles.esim import PersonalEsims
from cloud.vehicles.profiles import DriverProfiles
from cloud.vehicles.terms import Terms
from cloud.vehicles.vehicles import Vehicles
from cloud.web import middleware
from cloud.web.site_settings import configure
from core.brand import BrandPack
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness
from core.settings import Settings

MAX_BODY = 64 * 1024
"""Bytes; the largest real body is a driver profile."""


def create_app(
    *,
    folder: Path,
    clock: Clock,
    events: EventLog,
    faults: Faults,
    randomness: Randomness,
    settings: Settings,
    brand: BrandPack,
    issuer: str,
    database_url: str | None = None,
    demo: bool = True,
    hashing: PasswordHashing | None = None,
    smdp: SmdpPlace | None = None,
    carrier: CarrierPlace | None = None,
) -> Flask:
    """The WSGI application. `issuer` is the public address; several processes may share `folder` and database.
    `smdp` is where cars download their profiles (None: those are on the cards already), `carrier` the operator that
    lets drivers use their lines. Without it nobody can be linked, and the demonstration's links stay as they are.

    Raises `storage.failed`, `storage.full`, `storage.newer`.
    """
    database, kept_aside = open_database(folder, database_url)
    context = Context(
        clock=clock,
        events=events,
        faults=faults,
        randomness=randomness,
        settings=settings,
        brand=brand,
        database=database,
        hashing=hashing or PasswordHashing(demo_passwords()),
        issuer=issuer.rstrip("/"),
    )
    if kept_aside is not None:
        context.emit("storage.damaged", kept_aside=str(kept_aside))
    app = Flask("cloud.sites", static_url_path="/static")
    app.extensions[EXTENSION] = _services(context, folder, smdp, carrier)
    logging.getLogger("authlib").setLevel(logging.INFO)  # its debug lines hold whole tokens
    configure(
        app,
        context,
        cookie="driver-id",
        key=cookie_key(folder, randomness),
        body_most=MAX_BODY,
        visit_lifetime=settings.web_session_lifetime,
    )
    clients = app.extensions[EXTENSION].clients
    elsewhere = [carrier.base_url] if carrier is not None else []  # the portal's button leads to the operator
    middleware.install(app, context, form_targets=lambda: [*clients.redirect_sources(), *elsewhere])
    app.extensions["onebench-engine"] = endpoints.make_engine(app)
    for blueprint in (endpoints.blueprint, device_api.blueprint, api.blueprint, association_api.blueprint):
        app.register_blueprint(blueprint)
    from cloud import sites

    sites.install(app, folder)
    if carrier is not None:
        sites.inspector.place_of(app).neighbours["Operator"] = f"{carrier.base_url}/bench"
    if demo:
        fill_with_demo(app.extensions[EXTENSION])
        if carrier is not None and carrier.demo_grants is not None:
            app.extensions[EXTENSION].association.take_demo_grants(carrier.demo_grants)
    return app


def _services(context: Context, folder: Path, smdp: SmdpPlace | None, carrier: CarrierPlace | None) -> Services:
    accounts = Accounts(context)
    vault = Vault(folder, context.randomness)
    links = Links(context, vault, CarrierClient(carrier, context) if carrier is not None else None)
    esims = PersonalEsims(context, links)
    requests = LinkRequests(context, vault, links)
    return Services(
        context=context,
        clients=Clients(context.brands.values()),
        accounts=accounts,
        phone_numbers=PhoneNumbers(context),
        web_sessions=WebSessions(context, accounts),
        device_requests=DeviceRequests(context),
        codes=AuthorizationCodes(context),
        tokens=Tokens(context),
        id_tokens=IdTokens(context, signing_key(folder)),
        vehicles=Vehicles(context),
        profiles=DriverProfiles(context),
        terms=Terms(context),
        esims=esims,
        links=links,
        association=AssociationService(context, accounts, links, requests, esims),
        smdp_port=smdp.port if smdp is not None else None,
    )

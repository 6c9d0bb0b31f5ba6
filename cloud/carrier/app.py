"""Puts the operator together: one WSGI application out of its core, its pages and its machines' end points."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask

from cloud.carrier.association.endpoints import blueprint as association_endpoints
from cloud.carrier.context import FAULT_KINDS, FAULT_PORT, CarrierContext
from cloud.carrier.demo import demo_secrets, fill_with_lines
from cloud.carrier.entitlement.endpoint import blueprint as entitlement_endpoint
from cloud.carrier.models import CARRIER_SCHEMA
from cloud.carrier.ports import PacketPlug, SmsPlug
from cloud.carrier.services import EXTENSION, make_services
from cloud.identity.hashing import PasswordHashing
from cloud.identity.keys import cookie_key
from cloud.storage.database import open_database
from cloud.web import middleware
from cloud.web.site_settings import configure
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness
from core.settings import Settings

if TYPE_CHECKING:
    from cloud.carrier.association.clients import AssociationClient
    from cloud.carrier.es2_client import SmdpPlace

MAX_BODY = 64 * 1024
"""Bytes; an order form is far smaller, the longest thing typed into it too."""
MACHINE_PATHS = ("/oauth/par", "/oauth/token", "/oauth/revoke", "/.well-known/", "/entitlement", "/gsma/")
"""Addresses that programs ask: they get JSON or XML, never a page."""


def create_app(
    *,
    folder: Path,
    clock: Clock,
    events: EventLog,
    faults: Faults,
    randomness: Randomness,
    settings: Settings,
    issuer: str,
    database_url: str | None = None,
    demo: bool = True,
    hashing: PasswordHashing | None = None,
    smdp: SmdpPlace | None = None,
    clients: Sequence[AssociationClient] = (),
) -> Flask:
    """The WSGI application. `issuer` is the public address; several processes may share `folder` and database.

    Raises `storage.failed`, `storage.full`, `storage.newer`.
    """
    database, kept_aside = open_database(folder, database_url, schema=CARRIER_SCHEMA)
    context = CarrierContext(
        clock=clock,
        events=events,
        faults=faults,
        randomness=randomness,
        settings=settings,
        database=database,
        hashing=hashing or PasswordHashing(demo_secrets()),
        issuer=issuer.rstrip("/"),
        sms=SmsPlug(),
        packet=PacketPlug(),
        clients=tuple(clients),
        smdp=smdp,
    )
    if kept_aside is not None:
        context.emit("storage.damaged", kept_aside=str(kept_aside))
    app = Flask("cloud.sites", static_url_path="/static")
    app.extensions[EXTENSION] = services = make_services(context, folder)
    configure(
        app,
        context,
        cookie="carrier",
        key=cookie_key(folder, randomness),
        body_most=MAX_BODY,
        visit_lifetime=settings.draft_lifetime,  # outlives the log-in: who comes back later finds what was typed
    )
    middleware.install(
        app,
        context,
        port=FAULT_PORT,
        kinds=FAULT_KINDS,
        machine_paths=MACHINE_PATHS,
        form_targets=lambda: [uri for client in context.clients for uri in client.redirect_uris],
    )
    from cloud.sites import procedure

    csrf = procedure.install(app, folder)
    for blueprint in (association_endpoints, entitlement_endpoint):
        csrf.exempt(blueprint)
        app.register_blueprint(blueprint)
    if demo:
        fill_with_lines(services, folder)
    return app

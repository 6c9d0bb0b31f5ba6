"""Puts Mynapoint together: one WSGI application out of the bank's pages and the platform's API."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from cloud.carrier.ports import SmsPlug
from cloud.identity.hashing import PasswordHashing
from cloud.identity.keys import cookie_key
from cloud.points.context import FAULT_KINDS, FAULT_PORT, PointsContext
from cloud.points.models import POINTS_SCHEMA
from cloud.points.mykey import api
from cloud.points.services import EXTENSION, make_services
from cloud.storage.database import open_database
from cloud.web import middleware
from cloud.web.site_settings import configure
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.jpki.authority import load_or_make_authority
from core.randomness import Randomness
from core.settings import Settings

MAX_BODY = 32 * 1024
MACHINE_PATHS = ("/mykey/",)


def create_app(
    *,
    folder: Path,
    jpki: Path,
    clock: Clock,
    events: EventLog,
    faults: Faults,
    randomness: Randomness,
    settings: Settings,
    issuer: str,
    database_url: str | None = None,
    hashing: PasswordHashing | None = None,
) -> Flask:
    """The WSGI application; `jpki` is the folder with the authority that certifies the cards.

    Raises `storage.failed`, `storage.full`, `storage.newer`.
    """
    database, kept_aside = open_database(folder, database_url, schema=POINTS_SCHEMA)
    context = PointsContext(
        clock=clock,
        events=events,
        faults=faults,
        randomness=randomness,
        settings=settings,
        database=database,
        hashing=hashing or PasswordHashing(),
        issuer=issuer.rstrip("/"),
        sms=SmsPlug(),
        authority=load_or_make_authority(jpki, randomness=randomness, clock=clock),
    )
    if kept_aside is not None:
        context.emit("storage.damaged", kept_aside=str(kept_aside))
    app = Flask("cloud.sites", static_url_path="/static")
    app.extensions[EXTENSION] = make_services(context)
    configure(
        app,
        context,
        cookie="points",
        key=cookie_key(folder, randomness),
        body_most=MAX_BODY,
        visit_lifetime=settings.draft_lifetime,
    )
    middleware.install(app, context, port=FAULT_PORT, kinds=FAULT_KINDS, machine_paths=MACHINE_PATHS)
    from cloud.sites import aeon

    aeon.install(app, folder).exempt(api.blueprint)  # it takes bearer tokens, never the cookie
    app.register_blueprint(api.blueprint)
    return app

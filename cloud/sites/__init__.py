"""The web pages that people see: sign in, sign up, approve a car; Japanese and English, phone and desktop."""

from __future__ import annotations

from pathlib import Path

from flask import Flask
from flask_babel import Babel
from flask_wtf.csrf import CSRFProtect

from cloud.association import api as association_api
from cloud.identity import device_api
from cloud.identity.provider import endpoints
from cloud.services import EXTENSION, Services
from cloud.sites import account, authorize, brand, device, inspector, portal, problems, sign_in, visitor
from cloud.sites.catalogs import translation_directories
from cloud.sites.inspector import of_car_maker
from cloud.vehicles import api
from cloud.web.language import DEFAULT_LANGUAGE, wanted_language


def install(app: Flask, folder: Path) -> None:
    """Add all pages to `app`; `folder` takes compiled catalogues when the program's own folder is read-only."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = translation_directories(folder / "translations", "portal")
    app.config["BABEL_DEFAULT_LOCALE"] = DEFAULT_LANGUAGE
    Babel(app, locale_selector=wanted_language)
    csrf = CSRFProtect(app)
    for machines in (endpoints.blueprint, device_api.blueprint, api.blueprint, association_api.blueprint):
        csrf.exempt(machines)  # they take bearer tokens and codes, never the cookie
    brand.install(app, app.extensions[EXTENSION].context.brands)
    for pages in (sign_in.blueprint, authorize.blueprint, device.blueprint, account.blueprint):
        app.register_blueprint(pages)
    portal.install(app)
    _install_inspector(app)
    app.before_request(visitor.remember_language)
    app.before_request(brand.remember_brand)
    app.context_processor(visitor.page_context)
    problems.install(app)


def _install_inspector(app: Flask) -> None:
    services = app.extensions[EXTENSION]
    assert isinstance(services, Services)
    context = services.context
    inspector.install(
        app,
        inspector.Place(
            name=f"{context.brand.name} cloud",
            clock=context.clock,
            events=context.events,
            tables=lambda: of_car_maker.tables(services),
        ),
    )

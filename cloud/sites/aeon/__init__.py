"""The bank's pages about Mynapoint: guide, first registration, ID and security code; Japanese and English."""

from __future__ import annotations

from pathlib import Path

from flask import Flask
from flask_babel import Babel
from flask_wtf.csrf import CSRFProtect

from cloud.points.services import EXTENSION, PointsServices
from cloud.sites.aeon import guide, management, problems, registration, visitor
from cloud.sites.aeon.blueprint import blueprint
from cloud.sites.catalogs import translation_directories
from cloud.sites.inspector import Place, of_points
from cloud.sites.inspector import install as install_inspector
from cloud.sites.inspector.tables import Table
from cloud.web.language import DEFAULT_LANGUAGE, remember_language, wanted_language

_VIEWS = (guide, management, registration)


def install(app: Flask, folder: Path) -> CSRFProtect:
    """Add the pages to the bank's `app`; `folder` takes compiled catalogues when the program's own is read-only.

    The CSRF protection is handed back so that the blueprints for programs can be exempted.
    """
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = translation_directories(folder / "translations", "aeon")
    app.config["BABEL_DEFAULT_LOCALE"] = DEFAULT_LANGUAGE
    Babel(app, locale_selector=wanted_language)
    csrf = CSRFProtect(app)
    app.register_blueprint(blueprint)
    app.before_request(remember_language)
    app.context_processor(visitor.page_context)
    problems.install(app)
    _install_inspector(app)
    return csrf


def _install_inspector(app: Flask) -> None:
    services = app.extensions[EXTENSION]
    assert isinstance(services, PointsServices)
    context = services.context

    def tables() -> list[Table]:
        return of_points.tables(services)

    install_inspector(app, Place(name="Bank and points", clock=context.clock, events=context.events, tables=tables))

"""The operator's procedure site: log in, order One Number, associate the car; Japanese and English."""

from __future__ import annotations

from pathlib import Path

from flask import Flask
from flask_babel import Babel
from flask_wtf.csrf import CSRFProtect

from cloud.carrier.services import EXTENSION, CarrierServices
from cloud.sites import landing, management
from cloud.sites.catalogs import SITES, translation_directories
from cloud.sites.inspector import Place, of_operator
from cloud.sites.inspector import install as install_inspector
from cloud.sites.inspector.tables import Table
from cloud.sites.procedure import association, cancel, login, order, problems, set_up, top, visitor
from cloud.sites.procedure.blueprint import blueprint
from cloud.web.language import DEFAULT_LANGUAGE, remember_language, wanted_language

OPERATOR_SITES = ("procedure", "landing", "management")
"""Folders beside this one whose pages the operator's server shows, with words of their own."""

_VIEWS = (association, cancel, login, order, set_up, top)


def install(app: Flask, folder: Path) -> CSRFProtect:
    """Add the pages to the operator's `app`, and what all its sites share: languages, CSRF protection, problem pages.

    `folder` takes compiled catalogues when the program's own folder is read-only. The protection is handed back so that
    blueprints for programs can be exempted.
    """
    sites = [site for site in OPERATOR_SITES if (SITES / site / "translations").is_dir()]
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = translation_directories(folder / "translations", *sites)
    app.config["BABEL_DEFAULT_LOCALE"] = DEFAULT_LANGUAGE
    Babel(app, locale_selector=wanted_language)
    csrf = CSRFProtect(app)
    app.register_blueprint(blueprint)
    landing.install(app)
    management.install(app)
    _install_inspector(app)
    app.before_request(remember_language)
    app.context_processor(visitor.page_context)
    problems.install(app)
    return csrf


def _install_inspector(app: Flask) -> None:
    services = app.extensions[EXTENSION]
    assert isinstance(services, CarrierServices)
    context = services.context

    def tables() -> list[Table]:
        return of_operator.tables(services)

    install_inspector(app, Place(name="Operator", clock=context.clock, events=context.events, tables=tables))

"""The One Number management site: a line's accessories, their names, release and history; Japanese and English."""

from __future__ import annotations

from flask import Flask

from cloud.sites.management import history, release, rename, top
from cloud.sites.management.blueprint import blueprint

_VIEWS = (history, release, rename, top)


def install(app: Flask) -> None:
    """Add the pages to the operator's `app`."""
    app.register_blueprint(blueprint)

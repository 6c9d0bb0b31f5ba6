"""The bench's inspector: what one server knows, for testers on the same machine. Never a page of the service itself."""

from __future__ import annotations

from flask import Flask

from cloud.sites.inspector.place import EXTENSION, Place
from cloud.sites.inspector.views import blueprint


def install(app: Flask, place: Place) -> None:
    """Add `/bench` and `/bench.json` to `app`."""
    app.extensions[EXTENSION] = place
    app.register_blueprint(blueprint)


def place_of(app: Flask) -> Place:
    """The place of `app`, to tell it of neighbours and of parts behind the server."""
    found = app.extensions[EXTENSION]
    assert isinstance(found, Place)
    return found

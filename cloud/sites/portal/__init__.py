"""The brands' web portals: a driver's Personal eSIM and personal data (BMW-JP-PC-02…07, 19; MINI-WEB-S1)."""

from __future__ import annotations

from flask import Flask

from cloud.identity.rules.phone_numbers import shown_number
from cloud.sites.portal import doors
from cloud.sites.portal import esim as esim
from cloud.sites.portal import personal_data as personal_data
from cloud.sites.portal.blueprint import blueprint


def install(app: Flask) -> None:
    """Add the portal's pages to the car maker's `app`."""
    app.register_blueprint(blueprint)
    app.register_blueprint(doors.blueprint)
    doors.open_printed_paths(app)
    app.add_template_filter(shown_number, "phone_number")

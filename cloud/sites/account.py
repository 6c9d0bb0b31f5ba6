"""The signed-in person's own page."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, redirect, render_template, url_for

from cloud.services import services
from cloud.sites.visitor import ask_to_sign_in, present_sign_in

blueprint = Blueprint("account", __name__)


@blueprint.get("/")
def home() -> Response:
    """The site's front door."""
    return redirect(url_for("account.show"), 302)  # type: ignore[return-value]


@blueprint.get("/account")
def show() -> Response:
    """Name, e-mail and cars of the signed-in person."""
    sign_in = present_sign_in()
    if sign_in is None:
        return ask_to_sign_in()
    vehicles = services().vehicles.of(sign_in.person.id)
    return make_response(render_template("account.html", vehicles=vehicles))

"""The blueprint that all views of the portal belong to; whoever is not signed in signs in first.

Its paths begin with the brand, `/portal/mini/…`: views need not take it along, `url_for` adds the present one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for

from cloud.identity.accounts import Person
from cloud.sites.brand import present_brand, present_pages, show_brand
from cloud.sites.visitor import ask_to_sign_in, present_sign_in

_HERE = Path(__file__).resolve().parent

blueprint = Blueprint(
    "portal",
    __name__,
    url_prefix="/portal/<brand:brand>",
    template_folder=str(_HERE / "templates"),
    static_folder=str(_HERE / "static"),
    static_url_path="/static",
)


@blueprint.url_value_preprocessor
def _take_brand(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    show_brand((values or {}).pop("brand"))


@blueprint.url_defaults
def _add_brand(_endpoint: str, values: dict[str, Any]) -> None:
    values.setdefault("brand", present_brand().id)


@blueprint.before_request
def _only_signed_in() -> Response | None:
    if request.endpoint in ("portal.static", "portal.home") or present_sign_in() is not None:
        return None
    if request.method == "GET":
        return ask_to_sign_in()
    return ask_to_sign_in(back=url_for("portal.esim"))  # what was sent may be repeated by its author only


@blueprint.context_processor
def _page_context() -> dict[str, Any]:
    return {"words": present_pages().portal}


@blueprint.get("", strict_slashes=False)
def home() -> Response:
    """The portal's front door (BMW-JP-PC-01): the log-in, or a page with a menu that leads there (MINI-WEB-S1-01)."""
    if present_sign_in() is None and present_pages().portal.login_menu:
        return make_response(render_template("portal/front.html"))
    return redirect(url_for("portal.esim"), 302)  # type: ignore[return-value]


def visitor() -> Person:
    """The signed-in person."""
    sign_in = present_sign_in()
    assert sign_in is not None  # `_only_signed_in`
    return sign_in.person

"""The guide to the procedures (AEON-00…02) and the page of notices before the management page (AEON-03, 04)."""

from __future__ import annotations

from flask import Response, make_response, redirect, render_template, request, url_for

from cloud.sites.aeon.blueprint import blueprint
from cloud.sites.aeon.visitor import agree, go, has_agreed
from core.errors import BenchError

BROWSERS = (
    ("Windows 10", ("Internet Explorer 11", "Microsoft Edge", "Google Chrome")),
    ("MacOS", ("Safari",)),
    ("Android", ("Google Chrome",)),
    ("iOS", ("Safari",)),
)
"""The environments as the guide prints them (AEON-04): a recommendation of its time, and no visitor is turned away."""
DATED = "Internet Explorer 11"
"""The only browser of the list of which no newest version is asked for."""


@blueprint.get("/")
def root() -> Response:
    """The address of the server as it is printed by `onebench cloud`."""
    return redirect(url_for("aeon.front"))  # type: ignore[return-value]


@blueprint.get("/aeon/")
def front() -> Response:
    """マイナポイント事業に関するお手続きのご案内: three procedures, the first of them here."""
    return make_response(render_template("aeon/guide.html"))


@blueprint.get("/aeon/confirm")
def confirm() -> Response:
    """Notices and special terms."""
    return _confirm_page({})


@blueprint.post("/aeon/confirm")
def confirmed() -> Response:
    """Ticked or not."""
    if "agree" not in request.form:
        return _confirm_page({"agree": BenchError("terms.not_agreed")})
    agree()
    return go("management")


def _confirm_page(errors: dict[str, BenchError]) -> Response:
    page = render_template("aeon/confirm.html", errors=errors, agreed=has_agreed(), browsers=BROWSERS, dated=DATED)
    return make_response(page, 422 if errors else 200)

"""Pages of the bank that say what went wrong and what to do now."""

from __future__ import annotations

import math

from flask import Flask, Response, g, make_response, render_template, request, url_for

from cloud.points.services import points_services
from cloud.sites.procedure.dates import shown_time
from cloud.web.problem_pages import show_problems

_PASSING = ("unavailable", "maintenance", "failed")
_SENT_AGAIN = ("aeon.register", "aeon.confirmed")
"""Forms that the page of a passing problem sends again: nobody types a card's number twice. No form with a password."""


def problem_page(kind: str, status: int, retry_after: float | None = None) -> Response:
    """The page for one kind of problem; its words are in `aeon/problem.html`. `retry_after` is in seconds."""
    if kind == "failed":
        g.service = None  # looking up may be what failed
    keeps = kind in _PASSING and request.method == "POST" and request.endpoint in _SENT_AGAIN
    page = render_template(
        "aeon/problem.html",
        kind=kind,
        minutes=math.ceil(retry_after / 60) if retry_after else None,
        back=shown_time(points_services().context.now() + retry_after) if retry_after else "",
        resend=list(request.form.items(multi=True)) if keeps else [],
        again=request.full_path.rstrip("?") if request.method == "GET" else _form_of_this(),
    )
    return make_response(page, status)


def install(app: Flask) -> None:
    """Have the application show these pages."""
    show_problems(app, problem_page)


def _form_of_this() -> str:
    """The page whose form was sent: each has the address that its form is sent to."""
    return request.path if (request.endpoint or "").startswith("aeon.") else url_for("aeon.front")

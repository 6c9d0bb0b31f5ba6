"""Pages of the operator that say what went wrong and what to do now."""

from __future__ import annotations

import math

from flask import Flask, Response, g, make_response, render_template, request, url_for

from cloud.carrier.services import carrier_services
from cloud.sites.procedure.dates import shown_time
from cloud.web.problem_pages import show_problems

_PASSING = ("unavailable", "maintenance", "failed")
"""After these the same may work a moment later; what was typed is sent again then, not typed again."""
_SENT_AGAIN = ("/procedure/order/", "/procedure/cancel/", "/management/accessories/")
"""Where a form may be sent twice and is done once."""


def problem_page(kind: str, status: int, retry_after: float | None = None, *, minutes: int | None = None) -> Response:
    """The page for one kind of problem; its words are in `procedure/problem.html`.

    `retry_after` is in seconds; `minutes` is what the words speak of, if not that.
    """
    if kind == "failed":
        g.visit = None  # looking up may be what failed
    may_resend = request.method == "POST" and request.path.startswith(_SENT_AGAIN)
    back = shown_time(carrier_services().context.now() + retry_after) if retry_after else ""
    first = url_for("management.top" if request.path.startswith("/management") else "procedure.top")
    page = render_template(
        "procedure/problem.html",
        kind=kind,
        minutes=math.ceil(retry_after / 60) if retry_after else minutes,
        back=back,
        resend=list(request.form.items(multi=True)) if may_resend and kind in _PASSING else [],
        again=request.full_path.rstrip("?") if request.method == "GET" else first,
        first=first,
    )
    return make_response(page, status)


def install(app: Flask) -> None:
    """Have the application show these pages."""
    show_problems(app, problem_page)

"""Pages that say what went wrong and what to do now."""

from __future__ import annotations

import math

from flask import Flask, Response, g, make_response, render_template

from cloud.web.problem_pages import show_problems


def problem_page(kind: str, status: int, retry_after: float | None = None) -> Response:
    """The page for one kind of problem; its words are in `problem.html`. `retry_after` in seconds."""
    if kind == "failed":
        g.sign_in = None  # looking up may be what failed
    minutes = math.ceil(retry_after / 60) if retry_after is not None else None
    response = make_response(render_template("problem.html", kind=kind, minutes=minutes), status)
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def install(app: Flask) -> None:
    """Have the application show these pages."""
    show_problems(app, problem_page)

"""Pages that say what went wrong and what to do now."""

from __future__ import annotations

import math
from collections.abc import Callable

from flask import Flask, Response, g, make_response, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from cloud.web.answers import oauth_error
from cloud.web.middleware import for_machines, json_problem, set_problem_page

_OF_STATUS = {404: "not_found", 405: "not_found", 413: "bad_request", 503: "unavailable"}


def failure_page() -> Response:
    """The page for a fault of ours. It looks nothing up, since looking up may be what failed."""
    g.sign_in = None
    return problem_page("failed", 500)


def problem_page(kind: str, status: int, *, retry_after: object = None) -> Response:
    """The page for one kind of problem; its words are in `problem.html`. `retry_after` in seconds."""
    minutes = math.ceil(retry_after / 60) if isinstance(retry_after, (int, float)) else None
    response = make_response(render_template("problem.html", kind=kind, minutes=minutes), status)
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def _shown(kind: str, status: int, retry_after: float | None) -> Response:
    return failure_page() if kind == "failed" else problem_page(kind, status, retry_after=retry_after)


def install(app: Flask) -> None:
    """Have the application show these pages."""
    set_problem_page(app, _shown)
    app.register_error_handler(CSRFError, lambda _error: problem_page("stale", 400))
    app.register_error_handler(HTTPException, _http_problem)
    app.register_error_handler(Exception, _unexpected(app))


def _http_problem(error: HTTPException) -> Response:
    if for_machines() or isinstance(error, SecurityError):  # a foreign host name: no page can be addressed
        return json_problem(error)
    status = error.code or 500
    return problem_page(_OF_STATUS.get(status, "failed" if status >= 500 else "bad_request"), status)


def _unexpected(app: Flask) -> Callable[[Exception], Response]:
    def show(error: Exception) -> Response:
        app.logger.error("request failed", exc_info=error)
        return oauth_error("server_error", 500) if for_machines() else failure_page()

    return show

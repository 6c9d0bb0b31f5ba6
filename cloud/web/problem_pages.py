"""Which page says what went wrong, the same for all sites: each has its own words for the kinds."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from cloud.web.answers import oauth_error
from cloud.web.middleware import for_machines, json_problem, set_problem_page

ProblemPage = Callable[[str, int, float | None], Response]
"""`(kind, status, retry_after)`: kinds `not_found`, `bad_request`, `stale`, `unavailable`, `maintenance`, `failed`, the
last of which should look nothing up, since looking up may be what failed. `retry_after` is in seconds.
"""

_OF_STATUS = {404: "not_found", 405: "not_found", 413: "bad_request", 503: "unavailable"}


def show_problems(app: Flask, page: ProblemPage) -> None:
    """From now on people of `app` see `page` for whatever goes wrong, and programs an answer of theirs."""

    def told(error: HTTPException) -> Response:
        if for_machines() or isinstance(error, SecurityError):  # a foreign host name: no page can be addressed
            return json_problem(error)
        status = error.code or 500
        return page(_OF_STATUS.get(status, "failed" if status >= 500 else "bad_request"), status, None)

    def unexpected(error: Exception) -> Response:
        app.logger.error("request failed", exc_info=error)
        return oauth_error("server_error", 500) if for_machines() else page("failed", 500, None)

    set_problem_page(app, page)
    app.register_error_handler(CSRFError, lambda _error: page("stale", 400, None))
    app.register_error_handler(HTTPException, told)
    app.register_error_handler(Exception, unexpected)

"""Around each request: it becomes an event, faults get their turn, and every answer carries security headers."""

from __future__ import annotations

import logging
import re

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from cloud.context import FAULT_PORT, Context
from cloud.services import services
from cloud.web.answers import oauth_error, refusal
from core.errors import BenchError
from core.events import current_cause
from core.faults import Fault
from core.http import CAUSE_HEADER

log = logging.getLogger(__name__)

_EVENT_ID = re.compile(r"[A-Za-z0-9._:\-]{1,64}")
_MACHINE_PATHS = (
    "/api/",
    "/.well-known/",
    "/oauth/token",
    "/oauth/device_authorization",
    "/oauth/authorize-challenge",
    "/oauth/userinfo",
    "/oauth/revoke",
)
FAULT_KINDS = ("down", "slow", "token_refused")


def install(app: Flask, context: Context) -> None:
    """Put this layer around `app`."""
    context.faults.declare(FAULT_PORT, FAULT_KINDS)
    app.before_request(_begin)
    app.before_request(_show_fault)
    app.after_request(_finish)
    app.teardown_request(_end)
    app.register_error_handler(BenchError, _told)


def for_machines() -> bool:
    """True if the present request is a program's: it gets JSON, a person gets a page."""
    return request.path.startswith(_MACHINE_PATHS)


def _begin() -> None:
    """The path of the rule, not of the request, goes into the log: addresses can hold codes."""
    header = request.headers.get(CAUSE_HEADER, "")
    cause = header if _EVENT_ID.fullmatch(header) else None
    g.operation = f"{request.method} {request.url_rule.rule if request.url_rule else '(unknown path)'}"
    event = services().context.events.emit("cloud", "http.request", cause=cause, operation=g.operation)
    g.cause_mark = current_cause.set(event.id)


def _show_fault() -> Response | None:
    context = services().context
    fault = context.faults.take(FAULT_PORT, f"{request.method} {request.path}")
    if fault is None:
        return None
    if fault.kind == "token_refused" and not _uses_token():
        _put_back(context, fault)
        return None
    if fault.delay:
        context.clock.sleep(fault.delay)
    if fault.kind == "token_refused":
        if request.path == "/oauth/token":
            return oauth_error("invalid_grant", code="token_refused")
        return oauth_error("invalid_token", 401, code="token_refused")
    if fault.kind == "down":
        from cloud.sites.problems import problem_page

        return (
            oauth_error("temporarily_unavailable", 503, code="down")
            if for_machines()
            else problem_page("unavailable", 503)
        )
    return None


def _uses_token() -> bool:
    return request.path == "/oauth/token" or "Authorization" in request.headers


def _put_back(context: Context, fault: Fault) -> None:
    """This request is not the fault's business, so it must not count it down."""
    if fault.count is not None:
        context.faults.set(fault.port, fault.kind, count=fault.count, delay=fault.delay, match=fault.match)


def _finish(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("X-Frame-Options", "DENY")
    sources = " ".join(services().clients.redirect_sources())
    headers.setdefault(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
        f"form-action 'self' {sources}; frame-ancestors 'none'; base-uri 'none'",
    )
    if request.endpoint != "static":
        headers["Cache-Control"] = "no-store"
    services().context.events.emit("cloud", "http.answer", operation=g.get("operation"), status=response.status_code)
    return response


def _end(_error: BaseException | None) -> None:
    mark = g.pop("cause_mark", None)
    if mark is not None:
        current_cause.reset(mark)


def _told(error: BenchError) -> Response:
    if for_machines():
        return refusal(error)
    log.warning("a page could not be shown: %s", error)
    from cloud.sites.problems import failure_page

    return failure_page()


def json_problem(error: HTTPException) -> Response:
    """What a program is told about a wrong address, method or body."""
    words = {404: "not_found", 405: "method_not_allowed", 413: "invalid_request", 500: "server_error"}
    status = error.code or 500
    return oauth_error(words.get(status, "invalid_request"), status)

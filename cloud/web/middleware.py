"""Around each request: it becomes an event, faults get their turn, and every answer carries security headers."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import HTTPException

from cloud.context import FAULT_PORT, ServerContext
from cloud.web.answers import answer, oauth_error, refusal
from core.errors import BenchError
from core.events import current_cause
from core.faults import Fault
from core.http import CAUSE_HEADER

log = logging.getLogger(__name__)

_EVENT_ID = re.compile(r"[A-Za-z0-9._:\-]{1,64}")
MACHINE_PATHS = (
    "/api/",
    "/.well-known/",
    "/oauth/token",
    "/oauth/device_authorization",
    "/oauth/authorize-challenge",
    "/oauth/userinfo",
    "/oauth/revoke",
)
INSPECTOR = "/bench"
FAULT_KINDS = ("down", "slow", "token_refused")
MAINTENANCE = 1800.0
"""Seconds until a server in maintenance is back, when the fault does not say."""
_EXTENSION = "onebench-layer"


@dataclass
class Layer:
    """What differs between servers. `form_targets` are the places besides the own where forms may lead;
    `problem_page(kind, status, retry_after)` is set by whoever draws the server's pages.
    """

    context: ServerContext
    port: str
    machine_paths: tuple[str, ...]
    form_targets: Callable[[], Iterable[str]]
    problem_page: Callable[[str, int, float | None], Response]


def install(
    app: Flask,
    context: ServerContext,
    *,
    port: str = FAULT_PORT,
    kinds: tuple[str, ...] = FAULT_KINDS,
    machine_paths: tuple[str, ...] = MACHINE_PATHS,
    form_targets: Callable[[], Iterable[str]] = tuple,
) -> None:
    """Put this layer around `app`."""
    context.faults.declare(port, kinds)
    app.extensions[_EXTENSION] = Layer(context, port, machine_paths, form_targets, _plain_problem)
    app.before_request(_begin)
    app.before_request(_show_fault)
    app.after_request(_finish)
    app.teardown_request(_end)
    app.register_error_handler(BenchError, _told)


def set_problem_page(app: Flask, show: Callable[[str, int, float | None], Response]) -> None:
    """From now on `show(kind, status, retry_after)` says to people what went wrong: kinds `unavailable`,
    `maintenance`, `failed` (for which it should look nothing up, since looking up may be what failed).
    """
    layer_of(app).problem_page = show


def layer_of(app: Flask) -> Layer:
    """The layer around `app`."""
    found = app.extensions[_EXTENSION]
    assert isinstance(found, Layer)
    return found


def _layer() -> Layer:
    return layer_of(current_app)


def _plain_problem(kind: str, status: int, _retry_after: float | None) -> Response:
    return Response(kind, status, content_type="text/plain")


def for_machines() -> bool:
    """True if the present request is a program's: it gets JSON, a person gets a page."""
    return request.path.startswith(_layer().machine_paths)


def _is_inspection() -> bool:
    """True for the bench's inspector: it looks at the log every other second and must not fill it, and it works when
    the service itself is out of order.
    """
    return request.path.startswith(INSPECTOR)


def _begin() -> None:
    """The path of the rule, not of the request, goes into the log: addresses can hold codes."""
    if _is_inspection():
        return
    context = _layer().context
    header = request.headers.get(CAUSE_HEADER, "")
    cause = header if _EVENT_ID.fullmatch(header) else None
    g.operation = f"{request.method} {request.url_rule.rule if request.url_rule else '(unknown path)'}"
    event = context.events.emit(context.actor, "http.request", cause=cause, operation=g.operation)
    g.cause_mark = current_cause.set(event.id)


def _show_fault() -> Response | None:
    layer = _layer()
    context = layer.context
    if _is_static() or _is_inspection():
        return None  # the page that tells of the fault must look right
    fault = context.faults.take(layer.port, f"{request.method} {request.path}")
    if fault is None:
        return None
    if fault.kind == "maintenance":
        return _in_maintenance(fault.delay or MAINTENANCE)
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
        if for_machines():
            return oauth_error("temporarily_unavailable", 503, code="down")
        return layer.problem_page("unavailable", 503, None)
    return None


def _in_maintenance(back_in: float) -> Response:
    """`back_in`: seconds of the bench's clock until it is over; they do not delay this answer."""
    if for_machines():
        body = {"error": "temporarily_unavailable", "code": "maintenance", "retry_after": int(back_in)}
        response = answer(body, 503)
    else:
        response = _layer().problem_page("maintenance", 503, back_in)
    response.headers["Retry-After"] = str(int(back_in))
    return response


def _is_static() -> bool:
    """True for a style, script or picture of some site."""
    return (request.endpoint or "").rpartition(".")[2] == "static"


def _uses_token() -> bool:
    return request.path == "/oauth/token" or "Authorization" in request.headers


def _put_back(context: ServerContext, fault: Fault) -> None:
    """This request is not the fault's business, so it must not count it down."""
    if fault.count is not None:
        context.faults.set(fault.port, fault.kind, count=fault.count, delay=fault.delay, match=fault.match)


def _finish(response: Response) -> Response:
    layer = _layer()
    headers = response.headers
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("X-Frame-Options", "DENY")
    sources = " ".join(layer.form_targets())
    headers.setdefault(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
        f"form-action 'self' {sources}; frame-ancestors 'none'; base-uri 'none'",
    )
    if not _is_static():
        headers["Cache-Control"] = "no-store"
    if _is_inspection():
        return response
    context = layer.context
    context.events.emit(context.actor, "http.answer", operation=g.get("operation"), status=response.status_code)
    return response


def _end(_error: BaseException | None) -> None:
    mark = g.pop("cause_mark", None)
    if mark is not None:
        current_cause.reset(mark)


def _told(error: BenchError) -> Response:
    if for_machines():
        return refusal(error)
    log.warning("a page could not be shown: %s", error)
    return _layer().problem_page("failed", 500, None)


def json_problem(error: HTTPException) -> Response:
    """What a program is told about a wrong address, method or body."""
    words = {404: "not_found", 405: "method_not_allowed", 413: "invalid_request", 500: "server_error"}
    status = error.code or 500
    return oauth_error(words.get(status, "invalid_request"), status)

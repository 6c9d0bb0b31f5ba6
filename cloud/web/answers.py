"""JSON answers: never stored by caches, errors with an OAuth word and the bench's code."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify

from core.errors import BenchError

_STATUS = {
    "invalid_credentials": 401,
    "locked": 403,
    "unknown_code": 404,
    "unknown_vehicle": 404,
    "wrong_vehicle": 403,
    "already_used": 409,
    "too_many_users": 409,
    "esim.not_ready": 409,
    "esim.other_profile": 409,
    "esim.order_refused": 409,
    "esim.order_failed": 424,
    "esim.number_invalid": 422,
    "esim.already_linked": 409,
    "esim.request_unknown": 404,
    "carrier.unreachable": 424,
    "carrier.refused": 424,
    "carrier.maintenance": 503,
    "terms.outdated": 409,
    "expired": 410,
    "too_many_attempts": 429,
    "storage.full": 507,
    "storage.failed": 503,
}
_WORD = {
    401: "access_denied",
    403: "access_denied",
    404: "not_found",
    410: "expired_token",
    429: "temporarily_unavailable",
}
_TOLD = ("retry_after", "attempts_left", "limit", "field", "reason", "version", "id")


def answer(body: Any, status: int = 200) -> Response:
    """`body` as JSON (RFC 6749 §5.1 asks for `no-store`)."""
    response = jsonify(body)
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    response.headers["Pragma"] = "no-cache"
    return response


def oauth_error(error: str, status: int = 400, **more: Any) -> Response:
    """An error of the protocol itself (RFC 6749 §5.2)."""
    return answer({"error": error, **more}, status)


def refusal(error: BenchError) -> Response:
    """A `BenchError` as an answer: its code and the parameters that clients need."""
    status = _STATUS.get(error.code, 400)
    told = {name: error.params[name] for name in _TOLD if error.params.get(name) is not None}
    response = oauth_error(_WORD.get(status, "invalid_request"), status, code=error.code, **told)
    if "retry_after" in error.params:
        response.headers["Retry-After"] = str(error.params["retry_after"])
    return response

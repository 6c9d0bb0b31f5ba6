"""The platform over HTTP, for the app: JSON, and a bearer token after the card's log-in.

| call | body → answer |
|---|---|
| `POST /mykey/api/challenge` | → `{nonce}` |
| `POST /mykey/api/log-in` | `{nonce, certificate, signature}` (base64) → `{token, my_key_id, application}` |
| `POST /mykey/api/log-out` | → `{}` |
| `POST /mykey/api/reservation` | → `{my_key_id}` |
| `GET /mykey/api/services?q=` | → `{services: [{id, name#ja, name#en, operator#ja, operator#en}]}` |
| `POST /mykey/api/applications/check` | `{service, payment_service_id, security_code, phone_last4}` → the clean ID |
| `POST /mykey/api/applications` | the same four and `{nonce, certificate, signature}` → the application |
| `GET /mykey/api/applications` | → `{application: {id, service, name#…, state, applied_at, completes_at} \\| null}` |
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, request

from cloud.points.mykey import catalogue
from cloud.points.mykey.platform import Application
from cloud.points.services import points_services
from cloud.web.answers import answer, oauth_error
from core.errors import BenchError

blueprint = Blueprint("mykey", __name__, url_prefix="/mykey/api")

_STATUS = {
    "session.ended": 401,
    "card.refused": 403,
    "card.other": 403,
    "card.nonce_expired": 410,
    "application.not_reserved": 409,
    "application.already_applied": 409,
    "application.id_used": 409,
    "application.not_matching": 422,
    "application.service_unknown": 404,
    "request.invalid": 400,
}


@blueprint.post("/challenge")
def challenge() -> Response:
    """A nonce for the card."""
    return _told(lambda: {"nonce": points_services().platform.nonce()})


@blueprint.post("/log-in")
def log_in() -> Response:
    """Log in with the card."""

    def work() -> object:
        platform = points_services().platform
        token = platform.log_in(*_texts("nonce", "certificate", "signature"))
        card = platform.card_of(token)
        return {"token": token, "my_key_id": platform.my_key_id(card), "application": _application(card)}

    return _told(work)


@blueprint.post("/log-out")
def log_out() -> Response:
    """End the session; also one that has ended already."""

    def work() -> object:
        points_services().platform.log_out(_token())
        return {}

    return _told(work)


@blueprint.post("/reservation")
def reserve() -> Response:
    """Issue the MyKey ID."""
    return _told(lambda: {"my_key_id": points_services().platform.reserve(_card())})


@blueprint.get("/services")
def services() -> Response:
    """Find services by a keyword."""
    found = catalogue.search(request.args.get("q", "")[:100])
    return answer({"services": [service.to_json() for service in found]})


@blueprint.post("/applications/check")
def check() -> Response:
    """Whether this could be applied for."""
    return _told(lambda: {"payment_service_id": points_services().platform.check(_card(), *_texts(*_FORM))})


@blueprint.post("/applications")
def apply() -> Response:
    """Apply, signed by the card."""

    def work() -> object:
        card = _card()
        names = ("nonce", "certificate", "signature")
        proof = dict(zip(names, _texts(*names), strict=True))
        return _told_of(points_services().platform.apply(card, *_texts(*_FORM), **proof))

    return _told(work)


@blueprint.get("/applications")
def application() -> Response:
    """How the person's application stands."""
    return _told(lambda: {"application": _application(_card())})


_FORM = ("service", "payment_service_id", "security_code", "phone_last4")


def _application(card: str) -> dict[str, Any] | None:
    found = points_services().platform.application(card)
    return _told_of(found) if found else None


def _told_of(application: Application) -> dict[str, Any]:
    """An application with its service's names: who logs in a day later has not searched for it."""
    service = catalogue.services()[application.service]
    return asdict(application) | {"name#ja": service.name_ja, "name#en": service.name_en}


def _token() -> str:
    return request.headers.get("Authorization", "").removeprefix("Bearer ").strip()


def _card() -> str:
    return points_services().platform.card_of(_token())


def _texts(*names: str) -> list[str]:
    body = request.get_json(silent=True)
    values = [body.get(name) if isinstance(body, dict) else None for name in names]
    for name, value in zip(names, values, strict=True):
        if not isinstance(value, str) or not value or len(value) > 4096:
            raise BenchError("request.invalid", field=name)
    return [str(value) for value in values]


def _told(work: Callable[[], object]) -> Response:
    try:
        return answer(work())
    except BenchError as error:
        if error.code not in _STATUS:
            raise
        told = {name: error.params[name] for name in ("field", "reason") if name in error.params}
        word = "invalid_token" if error.code == "session.ended" else "access_denied"
        return oauth_error(word, _STATUS[error.code], code=error.code, **told)

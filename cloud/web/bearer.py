"""Bearer tokens on API requests (RFC 6750): in the header only, with the scope that the end point needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Response, request

from cloud.identity.accounts import Person
from cloud.services import services
from cloud.web.answers import oauth_error


@dataclass(frozen=True)
class Caller:
    """Who calls: the person and what their token allows. `vin` is the car that was signed in with it, if any;
    `brand` whose car or app it is ("" for a client of no brand).
    """

    person: Person
    scope: str
    vin: str | None
    auth_time: float
    brand: str


def needs(scope: str) -> Callable[[Callable[..., Response]], Callable[..., Response]]:
    """Decorate an end point: it gets the `Caller` as its first argument, or is not called."""

    def decorate(view: Callable[..., Response]) -> Callable[..., Response]:
        @wraps(view)
        def checked(**arguments: Any) -> Response:
            kind, _, secret = request.headers.get("Authorization", "").partition(" ")
            if kind.lower() != "bearer" or not secret.strip():
                return _challenge("invalid_request" if kind else None)
            token = services().tokens.by_access(secret.strip())
            person = services().accounts.find(token.account_id) if token else None
            if token is None or person is None:
                return _challenge("invalid_token")
            if scope not in token.scope.split():
                return _challenge("insufficient_scope", 403, scope)
            brand = services().clients.brand_of(token.client_id)
            return view(Caller(person, token.scope, token.vin, token.auth_time, brand), **arguments)

        return checked

    return decorate


def _challenge(error: str | None, status: int = 401, scope: str | None = None) -> Response:
    """RFC 6750 §3: without credentials the challenge names no error."""
    response = oauth_error(error or "invalid_token", status)
    parts = ['Bearer realm="onebench"']
    parts += [f'error="{error}"'] if error else []
    parts += [f'scope="{scope}"'] if scope else []
    response.headers["WWW-Authenticate"] = ", ".join(parts)
    return response

"""What the app asks of the cloud; blocking calls for `core.tasks` that raise BenchError codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from core.clock import Clock
from core.errors import BenchError
from core.http import Answer, HttpClient
from phone_app.apps.brand_app.authorization import Authorization

EXPIRY_MARGIN = 30.0
"""Seconds before its end from which an access token is not used any more: a request takes time on its way."""


@dataclass(frozen=True)
class Tokens:
    """The tokens of one sign-in, secret. `expires_at`: seconds since 1970 UTC."""

    access: str
    refresh: str
    expires_at: float


class AppCloud:
    """The cloud as the app sees it. `online` tells whether the phone has any network at all."""

    def __init__(self, http: HttpClient, *, client_id: str, clock: Clock, online: Callable[[], bool]) -> None:
        self.issuer = http.base_url
        self._http = http
        self._client_id = client_id
        self._clock = clock
        self._online = online
        self._metadata: dict[str, Any] = {}

    # -- signing in -----------------------------------------------------------------------------------------------

    def endpoint(self, name: str) -> str:
        """An end point's address by discovery (OpenID Connect Discovery §4); it must belong to the issuer."""
        if not self._metadata:
            self._metadata = self._ask("GET", "/.well-known/openid-configuration").body
        address = self._metadata.get(f"{name}_endpoint")
        if not isinstance(address, str) or urlsplit(address)[:2] != urlsplit(self.issuer)[:2]:
            self._metadata = {}
            raise BenchError("cloud.broken", missing=name)
        return address

    def exchange(self, authorization: Authorization, code: str) -> Tokens:
        """Code to tokens; raises `auth.refused`."""
        form = {
            "grant_type": "authorization_code",
            "client_id": self._client_id,
            "code": code,
            "redirect_uri": authorization.redirect_uri,
            "code_verifier": authorization.verifier,
        }
        return self._tokens(form, "auth.refused")

    def refresh(self, tokens: Tokens) -> Tokens:
        """New tokens for old; raises `auth.ended` when the cloud knows the sign-in no more (RFC 6749 §5.2)."""
        form = {"grant_type": "refresh_token", "client_id": self._client_id, "refresh_token": tokens.refresh}
        return self._tokens(form, "auth.ended", keep=tokens.refresh)

    def revoke(self, tokens: Tokens) -> None:
        """End the sign-in (RFC 7009)."""
        form = {"token": tokens.refresh, "token_type_hint": "refresh_token", "client_id": self._client_id}
        self._ask("POST", self._path("revocation"), form=form)

    def user(self, access: str) -> dict[str, Any]:
        """`sub, gcid, email, name, given_name`, names also by language (`name#ja`)."""
        return self._ask("GET", self._path("userinfo"), bearer=access).body

    # -- the app's data -------------------------------------------------------------------------------------------

    def vehicles(self, access: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        """The user's cars (`vin, model, role, esim`), and the eSIM of the contract without regard to a car."""
        body = self._ask("GET", "/api/vehicles", bearer=access).body
        if not isinstance(body.get("esim"), dict):
            raise BenchError("cloud.broken", missing="esim")
        return _items(body, "vehicles"), body["esim"]

    def terms(self, access: str) -> list[dict[str, Any]]:
        """`id, version, accepted` of all terms."""
        return _items(self._ask("GET", "/api/terms", bearer=access).body, "terms")

    def accept_terms(self, access: str, terms: list[dict[str, Any]]) -> None:
        """Store the person's consent."""
        consents = [{"id": item["id"], "version": item["version"], "accepted": True} for item in terms]
        self._ask("PUT", "/api/terms", bearer=access, json={"terms": consents})

    # -- the car's sign-in request --------------------------------------------------------------------------------

    def device_request(self, access: str, user_code: str) -> dict[str, Any]:
        """`user_code, car, expires_in, status`; raises `code.unknown`, `code.too_many_attempts`."""
        return self._code_call("GET", access, user_code).body

    def decide(self, access: str, user_code: str, decision: str) -> None:
        """`approve` or `deny` it; raises also `code.used`, `code.expired`."""
        self._code_call("POST", access, user_code, {"decision": decision})

    def _code_call(self, method: str, access: str, user_code: str, json: dict[str, Any] | None = None) -> Answer:
        path = f"/api/device-requests/{quote(user_code, safe='')}"
        answer = self._request(method, path, bearer=access, json=json)
        codes = {404: "code.unknown", 409: "code.used", 410: "code.expired", 429: "code.too_many_attempts"}
        if answer.status in codes:
            raise BenchError(codes[answer.status], retry_after=answer.body.get("retry_after"))
        return _checked(answer)

    def request(self, method: str, path: str, *, bearer: str, json: dict[str, Any] | None = None) -> Answer:
        """One call of the app's own; the answer is not looked at. Raises `phone.offline` and what `core.http` does."""
        return self._request(method, path, bearer=bearer, json=json)

    # -- plumbing -------------------------------------------------------------------------------------------------

    def _path(self, name: str) -> str:
        return self.endpoint(name).removeprefix(self.issuer)

    def _tokens(self, form: dict[str, str], refusal: str, keep: str = "") -> Tokens:
        answer = self._request("POST", self._path("token"), form=form)
        if not answer.ok:
            raise BenchError(refusal, reason=answer.body.get("error"))
        try:
            lifetime = float(answer.body.get("expires_in", 0))
            refresh = answer.body.get("refresh_token") or keep
            return Tokens(str(answer.body["access_token"]), str(refresh), self._clock.timestamp() + lifetime)
        except (KeyError, TypeError, ValueError) as error:
            raise BenchError("cloud.broken", missing=str(error)) from error

    def is_fresh(self, tokens: Tokens) -> bool:
        """Whether the access token can still be used."""
        return self._clock.timestamp() < tokens.expires_at - EXPIRY_MARGIN

    def _ask(self, method: str, path: str, **details: Any) -> Answer:
        return _checked(self._request(method, path, **details))

    def _request(self, method: str, path: str, **details: Any) -> Answer:
        if not self._online():
            raise BenchError("phone.offline")
        return self._http.request(method, path, **details)


def _checked(answer: Answer) -> Answer:
    if answer.status == 401:
        raise BenchError("auth.token_refused")
    if not answer.ok:
        raise BenchError("cloud.refused", status=answer.status, reason=answer.body.get("error"))
    return answer


def _items(body: dict[str, Any], name: str) -> list[dict[str, Any]]:
    items = body.get(name)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise BenchError("cloud.broken", missing=name)
    return items

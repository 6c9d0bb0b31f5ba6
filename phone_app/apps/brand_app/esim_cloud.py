"""What the app asks the cloud about the link between account and operator; blocking calls that raise BenchError."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from core.errors import BenchError
from core.http import Answer
from phone_app.apps.brand_app.cloud import AppCloud

KNOWN = {409: "esim.already_linked", 422: "esim.number_invalid", 424: "carrier.unreachable"}
"""Answers that a person can do something about."""


class EsimCloud:
    """The calls of `/api/esim`. All raise `cloud.*`, `phone.offline`, `carrier.maintenance`; and what each names."""

    def __init__(self, cloud: AppCloud) -> None:
        self._cloud = cloud

    def operators(self, access: str) -> list[dict[str, Any]]:
        """`[{code, operators: [{id, name}]}]`: the countries with their operators."""
        countries = self._ask("GET", "/api/esim/operators", access).get("countries")
        if not isinstance(countries, list) or not all(_country(item) for item in countries) or not countries:
            raise BenchError("cloud.broken", missing="countries")
        return countries

    def overview(self, access: str) -> dict[str, Any]:
        """`{state: none|requested|linked|active, operator, number, number_last4, request, reason}`."""
        answer = self._ask("GET", "/api/esim", access)
        if not isinstance(answer.get("state"), str):
            raise BenchError("cloud.broken", missing="state")
        return answer

    def begin(self, access: str, form: dict[str, str]) -> dict[str, Any]:
        """Begin the activation: `{id, url, expires_in}`; raises `esim.number_invalid`, `esim.already_linked`."""
        answer = self._ask("POST", "/api/esim/activation", access, json=form | {"return_to": "app"})
        if not all(isinstance(answer.get(name), str) and answer[name] for name in ("id", "url")):
            raise BenchError("cloud.broken", missing="url")
        return answer

    def outcome(self, access: str, request: str) -> dict[str, Any]:
        """`{state: open|linked|denied|failed|expired, reason}` of one activation; an unknown one has expired."""
        answer = self._cloud.request("GET", f"/api/esim/activation/{quote(request, safe='')}", bearer=access)
        if answer.status in (404, 410):
            return {"state": "expired", "reason": ""}
        return _checked(answer)

    def unlink(self, access: str) -> None:
        """End the link between account and operator."""
        self._ask("DELETE", "/api/esim/link", access)

    def _ask(self, method: str, path: str, access: str, **details: Any) -> dict[str, Any]:
        try:
            return _checked(self._cloud.request(method, path, bearer=access, **details))
        except BenchError as error:
            if error.code == "cloud.broken" and error.params.get("status") == 503:
                # A server that says why it cannot is not a broken one.
                raise BenchError(str(error.params.get("reason") or "carrier.maintenance")) from error
            raise


def _checked(answer: Answer) -> dict[str, Any]:
    if answer.status == 401:
        raise BenchError("auth.token_refused")
    if answer.status in KNOWN:
        raise BenchError(str(answer.body.get("code") or KNOWN[answer.status]))
    if not answer.ok:
        raise BenchError("cloud.refused", status=answer.status, reason=answer.body.get("error"))
    return answer.body


def _country(item: Any) -> bool:
    if not isinstance(item, dict) or not isinstance(item.get("code"), str):
        return False
    operators = item.get("operators")
    return (
        isinstance(operators, list)
        and bool(operators)
        and all(isinstance(one, dict) and {"id", "name"} <= one.keys() for one in operators)
    )

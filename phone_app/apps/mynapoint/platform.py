"""What the app asks the Mynapoint platform; blocking calls for `core.tasks` that raise BenchError codes."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from core.errors import BenchError
from core.http import HttpClient
from phone_app.nfc.card import Signature

PATH = "/mykey/api"


@dataclass(frozen=True)
class Proof:
    """A nonce of the platform and what the card signed over it."""

    nonce: str
    given: Signature

    def fields(self) -> dict[str, str]:
        """As the platform takes it."""
        return {
            "nonce": self.nonce,
            "certificate": base64.b64encode(self.given.certificate).decode(),
            "signature": base64.b64encode(self.given.signature).decode(),
        }


@dataclass(frozen=True)
class Membership:
    """Who logged in: the session's token (secret), the MyKey ID ("" before the reservation), the application or {}."""

    token: str
    my_key_id: str
    application: dict[str, Any]


class MyKeyPlatform:
    """The platform as the app sees it. `http` None: this bench has none. `online`: whether there is any network.

    All calls raise `phone.offline`, `cloud.*`, `points.maintenance`, `points.none` and, with a token, `session.ended`;
    further the codes of `cloud/points/mykey/api.py`.
    """

    def __init__(self, http: HttpClient | None, *, online: Callable[[], bool]) -> None:
        self._http = http
        self._online = online

    @property
    def there(self) -> bool:
        """Whether this bench has a platform at all."""
        return self._http is not None

    def nonce(self) -> str:
        """A number to be signed once."""
        return self._text("POST", "/challenge", "nonce")

    def log_in(self, proof: Proof) -> Membership:
        """Log in with the card; raises `card.refused`, `card.nonce_expired`."""
        body = self._ask("POST", "/log-in", json=proof.fields())
        if not isinstance(body.get("token"), str) or not body["token"]:
            raise BenchError("cloud.broken", missing="token")
        return Membership(body["token"], str(body.get("my_key_id") or ""), _application(body))

    def log_out(self, token: str) -> None:
        """End the session."""
        self._ask("POST", "/log-out", token=token)

    def reserve(self, token: str) -> str:
        """Issue the MyKey ID (`MYNA-B05`)."""
        return self._text("POST", "/reservation", "my_key_id", token=token)

    def services(self, keyword: str) -> list[dict[str, str]]:
        """Services with the keyword in their names: `{id, name#ja, name#en, operator#ja, operator#en}`."""
        found = self._ask("GET", f"/services?q={quote(keyword, safe='')}").get("services")
        names = {"id", "name#ja", "name#en", "operator#ja", "operator#en"}
        if not isinstance(found, list) or not all(isinstance(item, dict) and names <= item.keys() for item in found):
            raise BenchError("cloud.broken", missing="services")
        return [{name: str(item[name]) for name in names} for item in found]

    def check(self, token: str, form: dict[str, str]) -> str:
        """Whether this can be applied for (`MYNA-C03`): the clean payment service ID."""
        return self._text("POST", "/applications/check", "payment_service_id", token=token, json=form)

    def apply(self, token: str, form: dict[str, str], proof: Proof) -> dict[str, Any]:
        """Apply, signed by the card (`MYNA-C07`): the application."""
        return _application(
            {"application": self._ask("POST", "/applications", token=token, json=form | proof.fields())}
        )

    def application(self, token: str) -> dict[str, Any]:
        """How the application stands, or {}."""
        return _application(self._ask("GET", "/applications", token=token))

    def _text(self, method: str, path: str, name: str, **details: Any) -> str:
        value = self._ask(method, path, **details).get(name)
        if not isinstance(value, str) or not value:
            raise BenchError("cloud.broken", missing=name)
        return value

    def _ask(self, method: str, path: str, *, token: str = "", json: dict[str, str] | None = None) -> dict[str, Any]:
        if self._http is None:
            raise BenchError("points.none")
        if not self._online():
            raise BenchError("phone.offline")
        try:
            answer = self._http.request(method, PATH + path, bearer=token or None, json=json)
        except BenchError as error:
            if error.code == "cloud.broken" and error.params.get("reason") == "maintenance":
                raise BenchError("points.maintenance") from error
            raise
        if not answer.ok:
            code = str(answer.body.get("code") or ("session.ended" if answer.status == 401 else "cloud.refused"))
            raise BenchError(code, status=answer.status, reason=answer.body.get("reason"))
        return answer.body


def _application(body: dict[str, Any]) -> dict[str, Any]:
    found = body.get("application")
    if found is None:
        return {}
    wanted: dict[str, Any] = {
        "id": str,
        "service": str,
        "state": str,
        "applied_at": (int, float),
        "completes_at": (int, float),
    }
    if not isinstance(found, dict) or not all(isinstance(found.get(name), kind) for name, kind in wanted.items()):
        raise BenchError("cloud.broken", missing="application")
    names = {name: str(found.get(name) or "") for name in ("name#ja", "name#en")}
    return {name: found[name] for name in wanted} | names

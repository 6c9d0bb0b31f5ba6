"""Signing in from the car: the device grant, e-mail and password, refreshing and giving back tokens. Blocking.

Sources: RFC 8628 (device grant), RFC 7636 (PKCE), RFC 6749 §6 (refresh), RFC 7009 (revocation), OAuth 2.0 for
First-Party Applications (authorization challenge), OpenID Connect Core §5.3 (userinfo).
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from core.clock import Clock
from core.errors import BenchError
from core.randomness import Randomness, token
from core.sign_in_link import build_sign_in_link, normalise_user_code, show_user_code
from headunit.services.cloud import Cloud

if TYPE_CHECKING:
    from core.http import Answer

SCOPE = "openid profile email vehicles esim settings"
ABOUT_THE_CAR = ("unknown_vehicle", "wrong_vehicle")
"""Refusals that are about the car, whoever wants to sign in."""
DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"


@dataclass(frozen=True)
class DeviceRequest:
    """A device authorization answer (RFC 8628 §3.2). Durations in seconds."""

    device_code: str = field(repr=False)
    user_code: str
    link: str
    expires_in: int
    interval: int
    verifier: str = field(repr=False)


@dataclass(frozen=True)
class Poll:
    """What a poll brought: `pending`, `slow_down`, `denied`, `expired`, or `approved` with tokens (RFC 8628 §3.5)."""

    outcome: str
    tokens: dict[str, Any] = field(default_factory=dict, repr=False)


def make_pkce(randomness: Randomness) -> tuple[str, str]:
    """`(code_verifier, code_challenge)` by S256 (RFC 7636 §4.1, §4.2)."""
    verifier = token(randomness, 32)
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    return verifier, base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


class Identity:
    """The identity provider as one client, the car `vin`, sees it."""

    def __init__(self, cloud: Cloud, *, client_id: str, vin: str, clock: Clock, randomness: Randomness) -> None:
        self._cloud = cloud
        self._client_id = client_id
        self._vin = vin
        self._clock = clock
        self._randomness = randomness

    def begin_device_sign_in(self) -> DeviceRequest:
        """Ask for a code to show. Raises `auth.refused` when the provider does not want this car."""
        verifier, challenge = make_pkce(self._randomness)
        answer = self._cloud.request(
            "POST",
            self._cloud.endpoint("device_authorization_endpoint", "/oauth/device_authorization"),
            form={
                "client_id": self._client_id,
                "scope": SCOPE,
                "vin": self._vin,
                "code_challenge": challenge,
                "code_challenge_method": "S256",
            },
        )
        body = answer.body
        code = normalise_user_code(str(body.get("user_code", "")))
        if not answer.ok:
            raise _refused(answer)
        if code is None or not body.get("device_code"):
            raise BenchError("cloud.broken", status=answer.status)
        return DeviceRequest(
            device_code=str(body["device_code"]),
            user_code=show_user_code(code),
            link=str(body.get("verification_uri_complete") or build_sign_in_link(self._cloud.base_url, code)),
            expires_in=max(1, int(body.get("expires_in", 600))),
            interval=max(1, int(body.get("interval", 5))),
            verifier=verifier,
        )

    def poll_device_sign_in(self, request: DeviceRequest) -> Poll:
        """Ask once whether the driver has decided."""
        answer = self._token(
            {"grant_type": DEVICE_GRANT, "device_code": request.device_code, "code_verifier": request.verifier}
        )
        if answer.ok:
            return Poll("approved", self._tokens(answer))
        outcomes = {
            "authorization_pending": "pending",
            "slow_down": "slow_down",
            "access_denied": "denied",
            "expired_token": "expired",
        }
        error = str(answer.body.get("error", ""))
        if error not in outcomes:
            raise _refused(answer)
        return Poll(outcomes[error])

    def sign_in(self, email: str, password: str) -> dict[str, Any]:
        """Tokens for e-mail and password (BMW-JP-CAR-03d). Raises `auth.invalid_credentials`, `auth.locked`."""
        verifier, challenge = make_pkce(self._randomness)
        answer = self._cloud.request(
            "POST",
            self._cloud.endpoint("authorization_challenge_endpoint", "/oauth/authorize-challenge"),
            form={
                "client_id": self._client_id,
                "scope": SCOPE,
                "username": email,
                "password": password,
                "code_challenge": challenge,
                "code_challenge_method": "S256",
                "vin": self._vin,
            },
        )
        error = str(answer.body.get("error", ""))
        if error == "locked" or answer.body.get("code") == "locked":
            raise BenchError("auth.locked", retry_after=int(answer.body.get("retry_after", 0)))
        if answer.status == 401 or error == "invalid_credentials":
            raise BenchError("auth.invalid_credentials")
        code = answer.body.get("authorization_code")
        if not answer.ok or not isinstance(code, str):
            raise _refused(answer)
        answer = self._token({"grant_type": "authorization_code", "code": code, "code_verifier": verifier})
        if not answer.ok:
            raise _refused(answer)
        return self._tokens(answer)

    def refresh(self, tokens: dict[str, Any]) -> dict[str, Any]:
        """New tokens for old. Raises `auth.expired` when only signing in again helps."""
        if not tokens.get("refresh_token"):
            raise BenchError("auth.expired")
        answer = self._token({"grant_type": "refresh_token", "refresh_token": str(tokens["refresh_token"])})
        if not answer.ok:
            raise BenchError("auth.expired", reason=str(answer.body.get("error", answer.status)))
        return {"refresh_token": tokens["refresh_token"]} | self._tokens(answer)

    def revoke(self, tokens: dict[str, Any]) -> None:
        """Give the refresh token back (RFC 7009); a token the provider does not know is no error there."""
        if tokens.get("refresh_token"):
            self._cloud.request(
                "POST",
                self._cloud.endpoint("revocation_endpoint", "/oauth/revoke"),
                form={
                    "client_id": self._client_id,
                    "token": str(tokens["refresh_token"]),
                    "token_type_hint": "refresh_token",
                },
            )

    def userinfo_path(self) -> str:
        """Where the claims of the signed-in user are read."""
        return self._cloud.endpoint("userinfo_endpoint", "/oauth/userinfo")

    def _token(self, form: dict[str, str]) -> Answer:
        path = self._cloud.endpoint("token_endpoint", "/oauth/token")
        return self._cloud.request("POST", path, form={"client_id": self._client_id} | form)

    def _tokens(self, answer: Answer) -> dict[str, Any]:
        body = answer.body
        if not body.get("access_token"):
            raise BenchError("cloud.broken", status=answer.status)
        kept = {"access_token": str(body["access_token"])}
        if body.get("refresh_token"):
            kept["refresh_token"] = str(body["refresh_token"])
        return kept | {"expires_at": self._clock.timestamp() + float(body.get("expires_in", 3600))}


def _refused(answer: Answer) -> BenchError:
    reason = str(answer.body.get("code") or answer.body.get("error") or answer.status)
    return BenchError("vehicle.refused" if reason in ABOUT_THE_CAR else "auth.refused", reason=reason)

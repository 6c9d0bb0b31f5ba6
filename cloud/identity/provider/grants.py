"""The three grants. Each uses its proof up in the same transaction that stores the tokens, so that none works twice."""

from __future__ import annotations

from typing import Any

from authlib.oauth2.rfc6749 import errors
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant, RefreshTokenGrant
from authlib.oauth2.rfc8628 import DeviceCodeGrant
from authlib.oauth2.rfc8628.errors import AuthorizationPendingError, ExpiredTokenError, SlowDownError

from cloud.identity.device_requests import DeviceRequests
from cloud.identity.rules.device_grant import Poll
from cloud.identity.rules.pkce import is_challenge, verifier_fits
from cloud.identity.tokens import AuthorizationCodes, TokenFacts
from cloud.services import services
from cloud.storage.models import AuthorizationCode, Token

PUBLIC: list[str] = ["none"]

_POLL_ERRORS: dict[Poll, type[errors.OAuth2Error]] = {
    Poll.PENDING: AuthorizationPendingError,
    Poll.SLOW_DOWN: SlowDownError,
    Poll.DENIED: errors.AccessDeniedError,
    Poll.EXPIRED: ExpiredTokenError,
    Poll.INVALID: errors.InvalidGrantError,
}


class CodeGrant(AuthorizationCodeGrant):
    """Authorization code with PKCE S256, without exception (RFC 9700 §2.1.1: all our clients are public)."""

    TOKEN_ENDPOINT_AUTH_METHODS = PUBLIC

    def validate_authorization_request(self) -> str:
        """The address to return to. The engine's own PKCE extension lets a request without challenge pass."""
        redirect_uri: str = super().validate_authorization_request()
        data = self.request.payload.data
        if data.get("code_challenge_method") != "S256" or not is_challenge(data.get("code_challenge", "")):
            raise errors.InvalidRequestError(
                "PKCE with code_challenge_method S256 is required", redirect_uri=redirect_uri
            )
        return redirect_uri

    def save_authorization_code(self, code: str, request: Any) -> None:
        """Codes are made in `generate_authorization_code`, which stores them too."""

    def generate_authorization_code(self) -> str:
        """Make and store the code, from the bench's own random source."""
        data = self.request.payload.data
        sign_in = self.request.user
        return services().codes.create(
            client_id=self.request.client.client_id,
            account_id=sign_in.person.id,
            scope=self.request.scope,
            auth_time=sign_in.signed_in_at,
            code_challenge=data["code_challenge"],
            redirect_uri=data.get("redirect_uri"),
            nonce=data.get("nonce"),
        )

    def query_authorization_code(self, code: str, client: Any) -> AuthorizationCode | None:
        """The stored code. One that comes back after use ends its family of tokens (RFC 6749 §4.1.2)."""
        row = services().codes.find(code, client.client_id)
        if row is not None and row.used:
            services().tokens.revoke_family(row.family)
            services().context.emit("code.replayed", client=client.client_id)
            return None
        return _Code(row) if row else None  # type: ignore[return-value]

    def validate_token_request(self) -> None:
        """RFC 7636 §4.6."""
        super().validate_token_request()
        if not verifier_fits(
            self.request.authorization_code.row.code_challenge, self.request.form.get("code_verifier")
        ):
            raise errors.InvalidGrantError("The code_verifier does not fit")

    def authenticate_user(self, authorization_code: Any) -> Any:
        """The account that signed in."""
        return services().accounts.find(authorization_code.row.account_id)

    def save_token(self, token: dict[str, Any]) -> None:
        """Use up the code and store the tokens, both or neither."""
        row = self.request.authorization_code.row
        facts = TokenFacts(row.client_id, row.account_id, token["scope"], row.vin, row.auth_time, row.family)
        with services().context.database.writing() as session:
            if not AuthorizationCodes.use_up(session, row.code_hash):
                raise errors.InvalidGrantError("The code has been used")
            services().tokens.store(session, facts, token)
        token_issued(self, token, facts, row.nonce)

    def delete_authorization_code(self, authorization_code: Any) -> None:
        """Done in `save_token`; the used code stays to be recognised."""


class _Code:
    """What the engine asks of a code."""

    def __init__(self, row: AuthorizationCode) -> None:
        self.row = row

    def get_redirect_uri(self) -> str | None:
        return self.row.redirect_uri

    def get_scope(self) -> str:
        return self.row.scope


class CarGrant(DeviceCodeGrant):
    """RFC 8628 §3.4. The engine knows no single use, no pace, no PKCE; `DeviceRequests.poll` does."""

    TOKEN_ENDPOINT_AUTH_METHODS = PUBLIC

    def validate_token_request(self) -> None:
        """Answer the poll; returns only when tokens are to be issued."""
        device_code = self.request.form.get("device_code")
        if not device_code:
            raise errors.InvalidRequestError("Missing device_code")
        client = self.authenticate_token_endpoint_client()
        if not client.check_grant_type(self.GRANT_TYPE):
            raise errors.UnauthorizedClientError()
        answer, row = services().device_requests.poll(
            device_code, client_id=client.client_id, code_verifier=self.request.form.get("code_verifier")
        )
        if answer is not Poll.APPROVED or row is None or row.account_id is None:
            raise _POLL_ERRORS[answer]()
        self.request.client = client
        self.request.user = services().accounts.find(row.account_id)
        self.request.credential = _Credential(row)

    def save_token(self, token: dict[str, Any]) -> None:
        """Use up the device code and store the tokens, both or neither."""
        row = self.request.credential.row
        family = services().context.secret()
        facts = TokenFacts(row.client_id, row.account_id, token["scope"], row.vin, row.auth_time, family)
        with services().context.database.writing() as session:
            if not DeviceRequests.use_up(session, row.id):
                raise errors.InvalidGrantError("The device_code has been used")
            services().tokens.store(session, facts, token)
        services().context.emit("device.signed_in", client=row.client_id, vin=row.vin)
        token_issued(self, token, facts, None)


class _Credential:
    """What the engine asks of a device code."""

    def __init__(self, row: Any) -> None:
        self.row = row

    def get_scope(self) -> str:
        return str(self.row.scope)


class RotatingRefreshGrant(RefreshTokenGrant):
    """RFC 6749 §6 with rotation (RFC 9700 §4.14.2): a public client's refresh token is good for one use."""

    TOKEN_ENDPOINT_AUTH_METHODS = PUBLIC
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token: str) -> Any:
        """The stored token; whether it may still be used is decided when it is."""
        row = services().tokens.by_refresh(refresh_token)
        return _Refresh(row) if row else None

    def authenticate_user(self, refresh_token: Any) -> Any:
        """The account it was issued for."""
        return services().accounts.find(refresh_token.row.account_id)

    def save_token(self, token: dict[str, Any]) -> None:
        """Use up the old refresh token and store the new ones; a stolen copy ends the whole family."""
        row: Token = self.request.refresh_token.row
        facts = TokenFacts(row.client_id, row.account_id, token["scope"], row.vin, row.auth_time, row.family)
        with services().context.database.writing() as session:
            accepted = services().tokens.rotate(session, row.id)
            if accepted:
                services().tokens.store(session, facts, token)
        if not accepted:
            services().tokens.revoke_family(row.family)
            services().context.emit("token.refresh_refused", client=row.client_id)
            raise errors.InvalidGrantError()
        token_issued(self, token, facts, None)

    def revoke_old_credential(self, refresh_token: Any) -> None:
        """Done in `save_token`."""


class _Refresh:
    """What the engine asks of a refresh token."""

    def __init__(self, row: Token) -> None:
        self.row = row

    def check_client(self, client: Any) -> bool:
        return bool(self.row.client_id == client.client_id)

    def get_scope(self) -> str:
        return self.row.scope


def token_issued(grant: Any, token: dict[str, Any], facts: TokenFacts, nonce: str | None) -> None:
    """Add the ID token where `openid` was granted, and tell."""
    person = grant.request.user
    if "openid" in facts.scope.split():
        token["id_token"] = services().id_tokens.make(
            person, client_id=facts.client_id, token=token, auth_time=facts.auth_time, nonce=nonce
        )
    services().context.emit("token.issued", client=facts.client_id, account=person.gcid, grant=grant.GRANT_TYPE)

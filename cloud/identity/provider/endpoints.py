"""The provider's HTTP end points for programs: discovery, keys, device requests, tokens, userinfo, revocation."""

from __future__ import annotations

from typing import Any

from authlib.integrations.flask_oauth2 import AuthorizationServer
from flask import Blueprint, Flask, Response, request

from cloud.identity.clients import DEVICE_CODE_GRANT, SCOPES, Client
from cloud.identity.keys import ALGORITHM
from cloud.identity.provider.grants import CarGrant, CodeGrant, RotatingRefreshGrant
from cloud.identity.provider.request import ProviderRequest
from cloud.identity.rules.pkce import is_challenge
from cloud.services import services
from cloud.web.answers import answer, oauth_error, refusal
from cloud.web.bearer import Caller, needs
from cloud.web.language import wanted_language
from core.errors import BenchError
from core.sign_in_link import PATH as DEVICE_PATH
from core.sign_in_link import build_sign_in_link, show_user_code

blueprint = Blueprint("provider", __name__)


class Engine(AuthorizationServer):
    """Authlib's engine, fed with our requests, clients and random source."""

    def query_client(self, client_id: str) -> Client | None:
        """The registered client."""
        return services().clients.find(client_id)

    def create_oauth2_request(self, _request: Any) -> ProviderRequest:
        """The present request."""
        return ProviderRequest(request)

    def generate_token(self, grant_type: str, client: Client, **wanted: Any) -> dict[str, Any]:
        """A token answer without ID token (RFC 6749 §5.1)."""
        made = {
            "token_type": "Bearer",
            "access_token": services().context.secret(),
            "expires_in": services().context.settings.access_token_lifetime,
            "scope": client.get_allowed_scope(wanted.get("scope")) or "",
        }
        if wanted.get("include_refresh_token", True):
            made["refresh_token"] = services().context.secret()
        return made


def make_engine(app: Flask) -> Engine:
    """The engine with its grants."""
    engine = Engine(app)
    for grant in (CodeGrant, CarGrant, RotatingRefreshGrant):
        engine.register_grant(grant)
    return engine


def engine() -> Engine:
    """The engine of the present application."""
    from flask import current_app

    found: Engine = current_app.extensions["onebench-engine"]
    return found


@blueprint.get("/.well-known/openid-configuration")
def discovery() -> Response:
    """OIDC Discovery §3, RFC 8414 §2, RFC 8628 §4; authorization_challenge_endpoint: OAuth for First-Party Apps."""
    issuer = services().context.issuer
    return answer(
        {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/oauth/authorize",
            "token_endpoint": f"{issuer}/oauth/token",
            "device_authorization_endpoint": f"{issuer}/oauth/device_authorization",
            "authorization_challenge_endpoint": f"{issuer}/oauth/authorize-challenge",
            "userinfo_endpoint": f"{issuer}/oauth/userinfo",
            "revocation_endpoint": f"{issuer}/oauth/revoke",
            "jwks_uri": f"{issuer}/.well-known/jwks.json",
            "scopes_supported": list(SCOPES),
            "response_types_supported": ["code"],
            "response_modes_supported": ["query"],
            "grant_types_supported": ["authorization_code", DEVICE_CODE_GRANT, "refresh_token"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": [ALGORITHM],
            "token_endpoint_auth_methods_supported": ["none"],
            "revocation_endpoint_auth_methods_supported": ["none"],
            "code_challenge_methods_supported": ["S256"],
            "prompt_values_supported": ["none", "login", "create"],
            "ui_locales_supported": ["ja", "en"],
            "claims_supported": ["sub", "gcid", "email", "email_verified", "name", "given_name"],
        }
    )


@blueprint.get("/.well-known/jwks.json")
def jwks() -> Response:
    """The public keys."""
    return answer(services().id_tokens.public_keys())


@blueprint.post("/oauth/device_authorization")
def device_authorization() -> Response:
    """RFC 8628 §3.1-3.2, with the car's `vin` and a PKCE challenge."""
    client = services().clients.find(request.form.get("client_id"))
    if client is None:
        return oauth_error("invalid_client")
    if not client.check_grant_type(DEVICE_CODE_GRANT):
        return oauth_error("unauthorized_client")
    scope = client.get_allowed_scope(request.form.get("scope"))
    if scope is None:
        return oauth_error("invalid_scope")
    challenge = request.form.get("code_challenge") or None
    if challenge is not None and not _is_s256(challenge):
        return oauth_error("invalid_request", error_description="code_challenge must be S256")
    try:
        made = services().device_requests.create(
            client_id=client.client_id, scope=scope, vin=request.form.get("vin") or None, code_challenge=challenge
        )
    except BenchError as error:
        return refusal(error)
    context = services().context
    issuer, brand = context.issuer, services().clients.brand_of(client.client_id)
    named = brand if brand != context.brand.id else ""
    return answer(
        {
            "device_code": made.device_code,
            "user_code": show_user_code(made.user_code),
            "verification_uri": issuer + DEVICE_PATH,
            "verification_uri_complete": build_sign_in_link(issuer, made.user_code, named),
            "expires_in": made.expires_in,
            "interval": made.interval,
        }
    )


@blueprint.post("/oauth/token")
def token() -> Response:
    """RFC 6749 §3.2."""
    repeated = [name for name, values in request.form.lists() if len(values) > 1]
    if repeated:  # RFC 6749 §3.2: parameters must not be included more than once
        return oauth_error("invalid_request")
    response: Response = engine().create_token_response()
    return response


@blueprint.post("/oauth/authorize-challenge")
def authorize_challenge() -> Response:
    """E-mail and password typed in a first-party client (OAuth 2.0 for First-Party Applications): a code for them."""
    form = request.form
    client = services().clients.find(form.get("client_id"))
    if client is None:
        return oauth_error("invalid_client")
    if not client.takes_passwords:
        return oauth_error("unauthorized_client")
    if not _is_s256(form.get("code_challenge", "")):
        return oauth_error("invalid_request", error_description="PKCE with S256 is required")
    scope = client.get_allowed_scope(form.get("scope"))
    if scope is None:
        return oauth_error("invalid_scope")
    vin = form.get("vin") or None
    try:
        if vin is not None and services().vehicles.model(vin) is None:
            raise BenchError("unknown_vehicle")
        person = services().accounts.sign_in(form.get("username", ""), form.get("password", ""))
    except BenchError as error:
        return refusal(error)
    code = services().codes.create(
        client_id=client.client_id,
        account_id=person.id,
        scope=scope,
        auth_time=services().context.now(),
        code_challenge=form["code_challenge"],
        vin=vin,
    )
    return answer({"authorization_code": code})


@blueprint.route("/oauth/userinfo", methods=["GET", "POST"])
@needs("openid")
def userinfo(caller: Caller) -> Response:
    """OIDC Core §5.3; `name` in the language of `Accept-Language`."""
    return answer(caller.person.claims(caller.scope, wanted_language()))


@blueprint.post("/oauth/revoke")
def revoke() -> Response:
    """RFC 7009: ends the whole sign-in that the token belongs to. Unknown tokens are fine (§2.2)."""
    client = services().clients.find(request.form.get("client_id"))
    if client is None:
        return oauth_error("invalid_client")
    secret = request.form.get("token", "")
    if not secret:
        return oauth_error("invalid_request")
    found = services().tokens.find_any(secret)
    if found is not None and found.client_id == client.client_id:
        services().tokens.revoke_family(found.family)
        services().context.emit("token.revoked", client=client.client_id)
    return answer({})


def _is_s256(challenge: str) -> bool:
    return request.form.get("code_challenge_method", "S256") == "S256" and is_challenge(challenge)

"""The operator's OAuth end points for programs. The page for people, `/oauth/authorize`, is the procedure site's."""

from __future__ import annotations

from flask import Blueprint, Response, request

from cloud.carrier.association.clients import SCOPE, AssociationClient
from cloud.carrier.services import carrier_services
from cloud.web.answers import answer, oauth_error
from core.errors import BenchError

blueprint = Blueprint("association", __name__)


@blueprint.get("/.well-known/oauth-authorization-server")
def metadata() -> Response:
    """RFC 8414 §2, RFC 9126 §5, RFC 9207 §3."""
    issuer = carrier_services().context.issuer
    return answer(
        {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/oauth/authorize",
            "token_endpoint": f"{issuer}/oauth/token",
            "revocation_endpoint": f"{issuer}/oauth/revoke",
            "pushed_authorization_request_endpoint": f"{issuer}/oauth/par",
            "require_pushed_authorization_requests": True,
            "authorization_response_iss_parameter_supported": True,
            "scopes_supported": [SCOPE],
            "response_types_supported": ["code"],
            "grant_types_supported": ["authorization_code", "refresh_token"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            "code_challenge_methods_supported": ["S256"],
        }
    )


@blueprint.post("/oauth/par")
def pushed_request() -> Response:
    """RFC 9126 §2."""
    if (client := _client()) is None:
        return _who()
    if _repeated():
        return oauth_error("invalid_request")
    try:
        handle, lifetime = carrier_services().associations.push(client, request.form.to_dict())
    except BenchError as error:
        return oauth_error("invalid_request", error_description=str(error.params.get("field", "")))
    return answer({"request_uri": handle, "expires_in": lifetime}, 201)


@blueprint.post("/oauth/token")
def token() -> Response:
    """RFC 6749 §4.1.3 and §6."""
    if (client := _client()) is None:
        return _who()
    if _repeated():
        return oauth_error("invalid_request")
    form, grants = request.form, carrier_services().grants
    try:
        if form.get("grant_type") == "authorization_code":
            made = grants.redeem(
                client.client_id,
                code=form.get("code", ""),
                redirect_uri=form.get("redirect_uri", ""),
                code_verifier=form.get("code_verifier", ""),
            )
        elif form.get("grant_type") == "refresh_token":
            made = grants.refresh(client.client_id, form.get("refresh_token", ""))
        else:
            return oauth_error("unsupported_grant_type")
    except BenchError as error:
        if error.code != "invalid_grant":
            raise
        return oauth_error("invalid_grant")
    return answer(made)


@blueprint.post("/oauth/revoke")
def revoke() -> Response:
    """RFC 7009."""
    if (client := _client()) is None:
        return _who()
    carrier_services().grants.revoke(client.client_id, request.form.get("token", ""))
    return answer({})


def _client() -> AssociationClient | None:
    given = request.authorization
    if given is None or given.type != "basic":
        return None
    client = carrier_services().associations.clients.find(given.username)
    return client if client is not None and client.check_client_secret(given.password or "") else None


def _who() -> Response:
    response = oauth_error("invalid_client", 401)
    response.headers["WWW-Authenticate"] = 'Basic realm="carrier"'
    return response


def _repeated() -> bool:
    return any(len(values) > 1 for _, values in request.form.lists())

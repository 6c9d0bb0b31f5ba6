"""The authorization end point (RFC 6749 §3.1): from the app to the log-in page and back.

The app is the brand's own, so it needs no consent page.
"""

from __future__ import annotations

from urllib.parse import urlencode

from authlib.oauth2 import OAuth2Error
from flask import Blueprint, Response, redirect, request, url_for

from cloud.identity.provider.endpoints import engine
from cloud.services import services
from cloud.sites.problems import problem_page
from cloud.sites.visitor import ask_to_sign_in, present_sign_in

blueprint = Blueprint("authorize", __name__)


@blueprint.get("/oauth/authorize")
def authorize() -> Response:
    """Check the request, have the person sign in, send them back with a code.

    Without a known client and one of its registered addresses the person stays here, with a page that says so:
    nothing is ever sent to an address that was not registered.
    """
    sign_in = present_sign_in()
    try:
        grant = engine().get_consent_grant(end_user=sign_in)
    except OAuth2Error as error:
        if not error.redirect_uri:
            return problem_page("bad_request", 400)
        response: Response = engine().handle_error_response(None, error)
        return response
    except ValueError:  # the engine's own texts refuse signs that an address may hold
        return problem_page("bad_request", 400)
    prompts = request.args.get("prompt", "").split()
    if "none" in prompts and (sign_in is None or len(prompts) > 1):
        refusal = OAuth2Error(error="login_required" if sign_in is None else "invalid_request")
        refusal.redirect_uri, refusal.state = grant.redirect_uri, request.args.get("state")
        response = engine().handle_error_response(None, refusal)
        return response
    if "create" in prompts:
        return redirect(url_for("sign_in.register", next=_without_prompt()), 302)  # type: ignore[return-value]
    if sign_in is None or "login" in prompts:
        return ask_to_sign_in(_without_prompt(), **_hints())
    services().context.emit("app.authorized", account=sign_in.person.gcid, client=grant.request.client.client_id)
    response = engine().create_authorization_response(grant=grant, request=grant.request, grant_user=sign_in)
    return response


def _without_prompt() -> str:
    """This address for afterwards, when the prompt has been obeyed."""
    gone = ("prompt", "ui_locales", "lang", "login_hint")
    kept = [(key, value) for key, value in request.args.items(multi=True) if key not in gone]
    return f"{request.path}?{urlencode(kept)}"


def _hints() -> dict[str, str]:
    hint = request.args.get("login_hint")
    return {"login_hint": hint} if hint else {}

"""The pages behind the QR code in the car: sign in, compare the code, approve or refuse (RFC 8628 §3.3)."""

from __future__ import annotations

import hmac

from flask import Blueprint, Response, make_response, redirect, render_template, request, session, url_for

from cloud.identity.device_api import source
from cloud.identity.device_requests import DeviceRequest
from cloud.identity.rules.device_grant import GrantStatus
from cloud.services import services
from cloud.sites.brand import SESSION_KEY, show_brand
from cloud.sites.forms import FIELD_OF
from cloud.sites.problems import problem_page
from cloud.sites.visitor import ask_to_sign_in, present_sign_in
from core.errors import BenchError
from core.sign_in_link import PATH, normalise_user_code, show_user_code

blueprint = Blueprint("device", __name__)

_CONFIRMATIONS = "confirmations"
_KEPT = 5
"""Codes a browser may have open side by side."""


@blueprint.get(PATH)
def show() -> Response:
    """The address of the QR code. Without a code: a field to type it."""
    text = request.args.get("user_code", "").strip()
    if not text:
        return _enter_page("")
    if normalise_user_code(text) is None:
        return _enter_page(text, BenchError("code.malformed"))
    sign_in = present_sign_in()
    if sign_in is None:
        return ask_to_sign_in()
    try:
        found = services().device_requests.look_up(text, sign_in.person, source())
    except BenchError as error:
        return _refused(text, error)
    show_brand(services().clients.brand_of(found.client_id))
    if found.status is GrantStatus.EXPIRED:
        return problem_page("code_expired", 410)
    if found.status is not GrantStatus.PENDING:
        return problem_page("code_used", 409)
    return make_response(
        render_template(
            "device_confirm.html",
            found=found,
            shown_code=show_user_code(found.user_code),
            confirmation=_confirmation_for(found),
        )
    )


@blueprint.post(PATH)
def decide() -> Response:
    """Yes or no. Counts only from the page that showed this code to this very sign-in."""
    sign_in = present_sign_in()
    code = normalise_user_code(request.form.get("user_code", "")) or ""
    expected = session.get(_CONFIRMATIONS, {}).get(code)
    given = request.form.get("confirmation", "")
    if sign_in is None or not expected or not hmac.compare_digest(given.encode(), expected.encode()):
        return problem_page("stale", 400)
    approve = request.form.get("decision") == "approve"
    try:
        found = services().device_requests.look_up(code, sign_in.person, source())
        services().device_requests.decide(found, sign_in.person, approve=approve, auth_time=sign_in.signed_in_at)
    except BenchError as error:
        return _refused(code, error)
    session[_CONFIRMATIONS] = {key: value for key, value in session[_CONFIRMATIONS].items() if key != code}
    session["car"] = found.model
    session[SESSION_KEY] = services().clients.brand_of(found.client_id) or session.get(SESSION_KEY, "")
    return redirect(url_for("device.done" if approve else "device.refused"), 303)  # type: ignore[return-value]


@blueprint.get(f"{PATH}/done")
def done() -> Response:
    """The car is being signed in."""
    return make_response(render_template("device_done.html", approved=True, car=session.get("car", "")))


@blueprint.get(f"{PATH}/refused")
def refused() -> Response:
    """The car was not signed in."""
    return make_response(render_template("device_done.html", approved=False, car=session.get("car", "")))


def _confirmation_for(found: DeviceRequest) -> str:
    """A secret that ties the form to this sign-in and this code; signing in anew drops it with the session."""
    confirmations = dict(session.get(_CONFIRMATIONS, {}))
    secret: str = confirmations.pop(found.user_code, None) or services().context.secret()
    confirmations[found.user_code] = secret
    session[_CONFIRMATIONS] = dict(list(confirmations.items())[-_KEPT:])
    return secret


def _enter_page(text: str, error: BenchError | None = None) -> Response:
    errors = [error] if error else []
    page = render_template("device_enter.html", text=text[:40], errors=errors, field_of=FIELD_OF)
    status = 200 if error is None else 404 if error.code == "unknown_code" else 422
    return make_response(page, status)


def _refused(text: str, error: BenchError) -> Response:
    if error.code == "unknown_code":
        return _enter_page(text, error)
    pages = {"already_used": ("code_used", 409), "expired": ("code_expired", 410)}
    if error.code in pages:
        return problem_page(*pages[error.code])
    if error.code == "too_many_attempts":
        wait = error.params.get("retry_after")
        return problem_page("too_many_attempts", 429, wait if isinstance(wait, int | float) else None)
    raise error

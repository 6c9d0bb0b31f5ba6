"""Log-in: by network PIN on the mobile network (BMW-JP-SP-14a), by d ACCOUNT elsewhere (SP-14b, BMW-JP-PC-08, 09)."""

from __future__ import annotations

import math
from typing import Any

from flask import Response, make_response, redirect, render_template, request, session, url_for

from cloud.carrier.services import carrier_services
from cloud.identity.rules.local_path import local_path
from cloud.sites.procedure.blueprint import blueprint
from cloud.sites.procedure.visitor import (
    begin_visit,
    end_visit,
    go_on,
    grouped,
    line_of_bearer,
    present_visit,
    set_goal,
)
from cloud.web.language import wanted_language
from core.errors import BenchError

_CHALLENGE = "challenge"

Errors = dict[str, BenchError]
"""What is wrong by the field that it belongs to; "" for the whole form."""


def _go(endpoint: str, **values: Any) -> Response:
    return redirect(url_for(f"procedure.{endpoint}", **values), 303)  # type: ignore[return-value]


@blueprint.get("/procedure/login")
def log_in() -> Response:
    """The log-in page of the visitor's bearer."""
    if present_visit().usable:
        return go_on()
    return _go("pin" if line_of_bearer() else "d_account", **request.args.to_dict())


@blueprint.get("/procedure/login/pin")
def pin() -> Response:
    """The network PIN page; over Wi-Fi it is the d ACCOUNT's instead (BMW-JP-SP-14a)."""
    msisdn = line_of_bearer()
    return _pin_page(msisdn, {}, request.args.get("notice", "")) if msisdn else _go("d_account")


@blueprint.post("/procedure/login/pin")
def check_pin() -> Response:
    """「暗証番号確認」."""
    msisdn = line_of_bearer()
    if msisdn is None:  # the phone left the mobile network meanwhile
        return _go("d_account")
    # The desk that unlocks the PIN writes to a line which may never have logged in.
    carrier_services().lines.set_language(msisdn, wanted_language())
    try:
        carrier_services().network_pins.check(msisdn, request.form.get("pin", ""))
    except BenchError as error:
        return _pin_page(msisdn, {"code": error})
    begin_visit(msisdn=msisdn, d_id=None, method="network_pin")
    return go_on()


@blueprint.get("/procedure/login/d-account")
def d_account() -> Response:
    """The page that asks for the id (BMW-JP-PC-08)."""
    return _id_page("", {}, notice=request.args.get("notice", ""))


@blueprint.post("/procedure/login/d-account")
def begin_d_account() -> Response:
    """「次へ」: a security code goes to the phone (BMW-JP-PC-08a)."""
    typed = request.form.get("d_id", "")
    try:
        session[_CHALLENGE] = carrier_services().d_accounts.begin(typed, language=wanted_language())
    except BenchError as error:
        return _id_page(typed, {"id": error})
    return _go("d_account_code")


@blueprint.get("/procedure/login/d-account/code")
def d_account_code() -> Response:
    """The page that asks for password and code (BMW-JP-PC-09)."""
    return _code_page({}, notice=request.args.get("notice", ""))


@blueprint.post("/procedure/login/d-account/code")
def finish_d_account() -> Response:
    """「ログイン」."""
    password, code = request.form.get("password", ""), request.form.get("code", "")
    errors: Errors = {}
    if not password:
        errors["password"] = BenchError("daccount.password_missing")
    if not code.strip():
        errors["code"] = BenchError("daccount.code_missing")
    if errors:  # no try is spent on an empty field
        return _code_page(errors)
    try:
        account = carrier_services().d_accounts.finish(session.get(_CHALLENGE, ""), password, code)
    except BenchError as error:
        return _refused(error)
    begin_visit(msisdn=account.msisdn, d_id=account.d_id, method="d_account")
    return go_on()


@blueprint.post("/procedure/login/d-account/resend")
def resend_code() -> Response:
    """Another code."""
    try:
        carrier_services().d_accounts.resend(session.get(_CHALLENGE, ""))
    except BenchError as error:
        return _refused(error)
    return _go("d_account_code", notice="resent")


@blueprint.get("/procedure/login/d-account/resend")
def resent() -> Response:
    """Where a reload, or the other language, of an answer to `resend_code` leads."""
    return _go("d_account_code")


@blueprint.get("/procedure/d-account/unlock")
def unlock() -> Response:
    """The remedy for a locked d ACCOUNT (domain.md §4.5)."""
    return _unlock_page({})


@blueprint.post("/procedure/d-account/unlock")
def unlock_d_account() -> Response:
    """Unlock by line and network PIN, then log in."""
    d_id = request.form.get("d_id", "")
    try:
        carrier_services().d_accounts.unlock(d_id, request.form.get("msisdn", ""), request.form.get("pin", ""))
    except BenchError as error:
        field = "pin" if error.code.startswith("network_pin.") else "msisdn"
        return _unlock_page({field: error})
    session.pop(_CHALLENGE, None)
    return _go("d_account", notice="unlocked")


@blueprint.post("/procedure/logout")
def log_out() -> Response:
    """End the visit. `next`: where who logs in again comes to, for sites beside this one."""
    end_visit()
    if goal := local_path(request.form.get("next")):
        set_goal(goal)
    return _go("log_in")


@blueprint.get("/procedure/logout")
def logged_out() -> Response:
    """Nothing ends by a link alone."""
    return _go("top")


def _refused(error: BenchError) -> Response:
    """A refusal of password or code, at its field; a code that is over leads to a new one."""
    if error.code == "daccount.code_expired" and not _challenged_id():
        session.pop(_CHALLENGE, None)
        return _id_page("", {"id": error})
    on_whole = ("daccount.locked", "daccount.too_many_codes", "daccount.resend_too_soon")
    field = "" if error.code in on_whole else "password" if error.code == "daccount.invalid_credentials" else "code"
    return _code_page({field: error})


def _challenged_id() -> str:
    challenge = carrier_services().d_accounts.challenge(session.get(_CHALLENGE, ""))
    return challenge.d_id if challenge else ""


def _pin_page(msisdn: str, errors: Errors, notice: str = "") -> Response:
    page = render_template("procedure/pin.html", shown_number=grouped(msisdn), errors=errors, notice=notice)
    return make_response(page, 422 if errors else 200)


def _id_page(typed: str, errors: Errors, notice: str = "") -> Response:
    page = render_template("procedure/daccount_id.html", d_id=typed[:254], errors=errors, notice=notice)
    return make_response(page, 422 if errors else 200)


def _code_page(errors: Errors, notice: str = "") -> Response:
    d_id = _challenged_id()
    if not d_id:
        return _id_page("", {"id": BenchError("daccount.code_expired")} if session.pop(_CHALLENGE, None) else {})
    minutes = math.ceil(carrier_services().context.settings.security_code_lifetime / 60)
    page = render_template(
        "procedure/daccount_code.html", d_id=d_id, errors=errors, notice=notice, code_minutes=minutes
    )
    return make_response(page, 422 if errors else 200)


def _unlock_page(errors: Errors) -> Response:
    form = request.form
    page = render_template(
        "procedure/unlock.html",
        errors=errors,
        d_id=form.get("d_id", "")[:254] or _challenged_id(),
        msisdn=form.get("msisdn", "")[:40],
    )
    return make_response(page, 422 if errors else 200)

"""The management page: where it begins, log-in, and what was issued (AEON-05, 10…12)."""

from __future__ import annotations

from flask import Response, make_response, render_template, request

from cloud.points.services import points_services
from cloud.sites.aeon.blueprint import blueprint
from cloud.sites.aeon.registration import MAX_TYPED
from cloud.sites.aeon.visitor import begin_log_in, end_log_in, go, shown_service, was_logged_in
from cloud.sites.procedure.dates import day_in_japan, shown_date, shown_time
from core.errors import BenchError


@blueprint.get("/aeon/management")
def management() -> Response:
    """イオン銀行マイナポイント管理ページ: register for the first time, or log in."""
    notice = request.args.get("notice", "")
    if shown_service() is not None:
        return go("issued")
    return make_response(render_template("aeon/management.html", notice=notice))


@blueprint.get("/aeon/management/login")
def log_in_page() -> Response:
    """The log-in of who has a password."""
    return _log_in_page({}, request.args.get("notice", ""))


@blueprint.post("/aeon/management/login")
def log_in() -> Response:
    """「ログイン」."""
    try:
        secret = points_services().bank.log_in(request.form.get("phone", ""), request.form.get("password", ""))
    except BenchError as error:
        return _log_in_page({str(error.params.get("field", "")): error})
    begin_log_in(secret)
    return go("issued")


@blueprint.post("/aeon/management/logout")
def log_out() -> Response:
    """End the visit."""
    end_log_in()
    return go("management", notice="logged-out")


@blueprint.get("/aeon/management/logout")
def logged_out() -> Response:
    """Nothing ends by a link alone."""
    return go("management")


@blueprint.get("/aeon/management/issued")
def issued() -> Response:
    """ID and security code, until the application is completed (AEON-11, 12)."""
    service = shown_service()
    if service is None:
        return go("log_in_page", notice="expired" if was_logged_in() else None)
    page = render_template(
        "aeon/issued.html",
        service=service,
        others=points_services().bank.others_of(service),
        fresh=request.args.get("notice") == "new",
        shown_day=lambda instant: shown_date(day_in_japan(instant)),
        shown_time=shown_time,
    )
    return make_response(page)


def _log_in_page(errors: dict[str, BenchError], notice: str = "") -> Response:
    page = render_template(
        "aeon/login.html", errors=errors, notice=notice, phone=request.form.get("phone", "")[:MAX_TYPED]
    )
    return make_response(page, 422 if errors else 200)

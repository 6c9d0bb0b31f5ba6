"""A d ACCOUNT without a line: the page that says so (BMW-JP-PC-11), and its remedy."""

from __future__ import annotations

from flask import Response, make_response, redirect, render_template, request, url_for

from cloud.carrier.services import carrier_services
from cloud.sites.procedure.blueprint import blueprint
from cloud.sites.procedure.visitor import ask_to_log_in, present_visit, tie_visit
from core.errors import BenchError


def not_tied_page() -> Response:
    """What is missing and how to set it up."""
    return make_response(render_template("procedure/not_tied.html"), 403)


@blueprint.get("/procedure/d-account/setup")
def set_up() -> Response:
    """The form that ties the account to its owner's line."""
    visit = present_visit()
    if not visit.usable:
        return ask_to_log_in()
    if visit.msisdn or visit.d_id is None:
        return redirect(url_for("procedure.top"), 303)  # type: ignore[return-value]
    return _page({})


@blueprint.post("/procedure/d-account/setup")
def tie_line() -> Response:
    """Tie it; the person goes on with the order (BMW-JP-PC-12)."""
    visit = present_visit()
    if not visit.usable:
        return ask_to_log_in(url_for("procedure.set_up"))
    if visit.d_id is not None and not visit.msisdn:
        try:
            account = carrier_services().d_accounts.tie(
                visit.d_id, request.form.get("msisdn", ""), request.form.get("pin", "")
            )
        except BenchError as error:
            return _page({"pin" if error.code.startswith("network_pin.") else "msisdn": error})
        assert account.msisdn is not None
        tie_visit(account.msisdn)
    return redirect(url_for("procedure.order_form", kind="base", notice="tied"), 303)  # type: ignore[return-value]


def _page(errors: dict[str, BenchError]) -> Response:
    page = render_template("procedure/setup.html", errors=errors, msisdn=request.form.get("msisdn", "")[:40])
    return make_response(page, 422 if errors else 200)

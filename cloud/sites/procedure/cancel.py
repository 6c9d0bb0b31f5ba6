"""The end of the service or of the option, refused while more than one accessory is registered (MGMT-TOP2-22, -23)."""

from __future__ import annotations

from flask import Response, abort, make_response, redirect, render_template, request, url_for

from cloud.carrier.contracts import ContractView
from cloud.carrier.rules.contracts import Item, State
from cloud.carrier.services import carrier_services
from cloud.sites.procedure.blueprint import blueprint
from cloud.sites.procedure.set_up import not_tied_page
from cloud.sites.procedure.visitor import ask_to_log_in, present_visit
from core.errors import BenchError

WHAT = ("service", "option")
"""What can be cancelled."""


@blueprint.get("/procedure/cancel/<which>")
def cancel(which: str) -> Response:
    """What ends and what follows from it; or what is to be done before."""
    opened = _open(which)
    return opened if isinstance(opened, Response) else _page(which, opened[1], {})


@blueprint.post("/procedure/cancel/<which>")
def end_contract(which: str) -> Response:
    """「解約する」, with a tick: there is no way back but a new order."""
    opened = _open(which)
    if isinstance(opened, Response):
        return opened
    msisdn, view = opened
    if "understood" not in request.form:
        return _page(which, view, {"understood": BenchError("cancel.understood")})
    contracts = carrier_services().contracts
    try:
        (contracts.cancel_service if which == "service" else contracts.cancel_option)(msisdn)
    except BenchError as error:
        if error.code != "contract.accessories_left":  # one was registered since the page was read
            raise
        return _page(which, contracts.view(msisdn), {})
    return redirect(url_for("procedure.cancelled", which=which), 303)  # type: ignore[return-value]


@blueprint.get("/procedure/cancelled/<which>")
def cancelled(which: str) -> Response:
    """It has ended; also for a reload and a second press."""
    if which not in WHAT:
        abort(404)
    visit = present_visit()
    if not visit.usable:
        return ask_to_log_in()
    view = carrier_services().contracts.view(visit.msisdn) if visit.msisdn else None
    if view is None or _has(view, which):
        return redirect(url_for("procedure.top"), 303)  # type: ignore[return-value]
    return make_response(render_template("procedure/cancelled.html", which=which, view=view))


def _open(which: str) -> tuple[str, ContractView] | Response:
    """The line and its contract, or where the visitor has to go instead."""
    if which not in WHAT:
        abort(404)
    visit = present_visit()
    if not visit.usable:
        return ask_to_log_in(url_for("procedure.cancel", which=which))
    if visit.msisdn is None:
        return not_tied_page()
    view = carrier_services().contracts.view(visit.msisdn)
    if not _has(view, which):
        # Pressed twice: the first press did it.
        ended = url_for("procedure.cancelled", which=which) if request.method == "POST" else url_for("procedure.top")
        return redirect(ended, 303)  # type: ignore[return-value]
    return visit.msisdn, view


def _has(view: ContractView, which: str) -> bool:
    if which == "service":
        return view.state is not State.NONE
    return view.state is State.ONE_NUMBER_MULTI or Item.OPTION in view.ordered


def _page(which: str, view: ContractView, errors: dict[str, BenchError]) -> Response:
    refused = view.accessories > 1
    page = render_template(
        "procedure/cancel.html",
        which=which,
        view=view,
        refused=refused,
        with_option=view.state is State.ONE_NUMBER_MULTI,
        errors=errors,
    )
    return make_response(page, 409 if refused else 422 if errors else 200)

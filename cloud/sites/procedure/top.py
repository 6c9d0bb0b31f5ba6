"""The first page of the procedures: state of the contract, 「更新」, the ways on; and the receipts."""

from __future__ import annotations

from flask import Response, abort, make_response, redirect, render_template, request, url_for

from cloud.carrier.contracts import ContractView
from cloud.carrier.rules.contracts import State
from cloud.carrier.services import carrier_services
from cloud.sites.procedure.blueprint import blueprint
from cloud.sites.procedure.dates import shown_date
from cloud.sites.procedure.drafts import may_order
from cloud.sites.procedure.visitor import Visit, ask_to_log_in, present_visit

ACTIVE = (State.ONE_NUMBER, State.ONE_NUMBER_MULTI)
_NO_CONTRACT = ContractView(State.NONE, frozenset(), accessories=0, most=0, monthly_yen=0)
"""What a d ACCOUNT without a line sees; its order button leads to the page of BMW-JP-PC-11."""
_BADGES = {State.NONE: "none", State.ORDERED: "wait"}


def prices() -> dict[str, int]:
    """Yen a month for each item, with tax."""
    settings = carrier_services().context.settings
    return {"base_yen": settings.one_number_price, "option_yen": settings.multi_device_price}


def view_of(visit: Visit) -> ContractView:
    """The contract of the visitor's line."""
    return carrier_services().contracts.view(visit.msisdn) if visit.msisdn else _NO_CONTRACT


@blueprint.get("/")
def home() -> Response:
    """The operator's front door."""
    return redirect(url_for("procedure.top"), 302)  # type: ignore[return-value]


@blueprint.get("/procedure")
def top() -> Response:
    """The state of the contract and what can be done (BMW-JP-SP-15, 28, 29, 32, 34, 35)."""
    visit = present_visit()
    if not visit.usable:
        return ask_to_log_in()
    view = view_of(visit)
    return make_response(
        render_template(
            "procedure/top.html",
            view=view,
            state=view.state,
            badge=_BADGES.get(view.state, "good"),
            active=view.state in ACTIVE,
            waiting=bool(view.ordered),
            option_waiting=view.state == "one_number" and "option" in view.ordered,
            may_order_base=may_order(view, "base"),
            may_order_option=may_order(view, "option"),
            notice=request.args.get("notice", ""),
            **prices(),
        )
    )


@blueprint.post("/procedure/refresh")
def refresh() -> Response:
    """「更新」 (BMW-JP-SP-28): orders whose time has come become contracts."""
    visit = present_visit()
    if not visit.usable:
        return ask_to_log_in(url_for("procedure.top"))
    if visit.msisdn:
        carrier_services().contracts.refresh(visit.msisdn)
    return redirect(url_for("procedure.top", notice="refreshed"), 303)  # type: ignore[return-value]


@blueprint.get("/procedure/refresh")
def refreshed() -> Response:
    """A reload of what `refresh` answered."""
    return redirect(url_for("procedure.top"), 303)  # type: ignore[return-value]


@blueprint.get("/procedure/receipts")
def receipts() -> Response:
    """All completed orders of the line, newest first."""
    visit = present_visit()
    if not visit.usable:
        return ask_to_log_in()
    found = carrier_services().contracts.receipts(visit.msisdn) if visit.msisdn else []
    return make_response(
        render_template(
            "procedure/receipts.html", receipts=found, shown_date=lambda receipt: shown_date(receipt.applies_from)
        )
    )


@blueprint.get("/procedure/receipts/<order_id>")
def receipt(order_id: str) -> Response:
    """One receipt, to print."""
    return _receipt_page(order_id, fresh=False)


@blueprint.get("/procedure/done/<order_id>")
def done(order_id: str) -> Response:
    """「お手続きが完了いたしました」 (BMW-JP-SP-27, 31). A reload orders nothing."""
    return _receipt_page(order_id, fresh=True)


def _receipt_page(order_id: str, *, fresh: bool) -> Response:
    visit = present_visit()
    if not visit.usable:
        return ask_to_log_in()
    mine = carrier_services().contracts.receipts(visit.msisdn) if visit.msisdn else []
    found = next((one for one in mine if one.order_id == order_id), None)
    if found is None:
        abort(404)
    applies_from = shown_date(found.applies_from)
    return make_response(render_template("procedure/done.html", receipt=found, fresh=fresh, applies_from=applies_from))

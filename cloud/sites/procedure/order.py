"""The order, page by page: details, terms, payment, summary, completion (BMW-JP-SP-15…27, 29…31).

Everything typed is kept on the server at each step; what a POST does is answered by a redirect, so that back and
reload are harmless.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Response, abort, make_response, redirect, render_template, request, url_for

from cloud.carrier.rules.addresses import PREFECTURES
from cloud.carrier.rules.contracts import application_date
from cloud.carrier.rules.order_form import DELIVERIES, PAYMENTS, USER_AGES, Step, check_step
from cloud.carrier.services import carrier_services
from cloud.sites.procedure import typed
from cloud.sites.procedure.blueprint import blueprint
from cloud.sites.procedure.dates import shown_date
from cloud.sites.procedure.drafts import OrderPage, draft_kind, open_page
from cloud.sites.procedure.labels import ITEM_BASE
from cloud.sites.procedure.top import prices
from cloud.sites.procedure.visitor import present_visit
from cloud.web.language import wanted_language
from core.errors import BenchError

ANCHORS = {
    "terms_base": "agree-base",
    "terms_option": "agree-option",
    "user_age": f"age-{USER_AGES[0]}",
    "delivery": f"delivery-{DELIVERIES[0]}",
    "payment": PAYMENTS[0],
}
"""Where the link of an error leads, when not to the field of the same name."""
_KEEPING_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""The page of details also sends what is typed while it is typed."""


@blueprint.get("/procedure/order/<kind>")
def order_form(kind: str) -> Response:
    """Step 16: procedure contents, terms, customer data, user, delivery."""
    page = open_page(kind)
    if isinstance(page, Response):
        return page
    errors = _errors(page.data, "form", page) if request.args.get("check") else {}
    return _form_page(page, page.data, page.version, errors, request.args.get("notice", ""))


@blueprint.post("/procedure/order/<kind>")
def submit_order_form(kind: str) -> Response:
    """「次へ」, the link to the terms, or "go on later": all keep what was typed."""
    page = open_page(kind)
    if isinstance(page, Response):
        return page
    outdated = request.form.get("version") != str(page.version)
    data = typed.merged(kind, page.data, request.form, outdated=outdated)
    version = page.save(data)
    goal = request.form.get("go", "next")
    if goal in ("terms-base", "terms-option"):
        return _go("terms", kind=kind, which=goal.removeprefix("terms-"))
    if goal == "later":
        return _go("top", notice="kept")
    errors = _errors(data, "form", page)
    return _form_page(page, data, version, errors) if errors else _go("payment", kind=kind)


@blueprint.post("/procedure/order/<kind>/draft")
def keep_draft(kind: str) -> Response:
    """What is typed, a moment after it was typed. Nothing is checked yet; a button that was pressed meanwhile wins."""
    page = open_page(kind)
    if isinstance(page, Response):
        return Response(status=409)
    version = request.form.get("version", "")
    try:
        saved = page.save(
            typed.merged(kind, page.data, request.form),
            version=int(version) if version.isdecimal() and len(version) < 10 else -1,
        )
    except BenchError as error:
        if error.code != "draft.outdated":
            raise
        return Response(status=409)
    return Response(str(saved), content_type="text/plain")


@blueprint.get("/procedure/order/<kind>/terms/<which>")
def terms(kind: str, which: str) -> Response:
    """Steps 17 and 30: notes, terms of use, personal data."""
    page = open_page(kind)
    if which not in typed.READ:
        abort(404)
    if isinstance(page, Response):
        return page
    return make_response(render_template("procedure/terms.html", kind=kind, which=which, **prices()))


@blueprint.post("/procedure/order/<kind>/terms/<which>")
def close_terms(kind: str, which: str) -> Response:
    """「閉じる」 (step 18): now the consent can be given."""
    page = open_page(kind)
    if which not in typed.READ:
        abort(404)
    if isinstance(page, Response):
        return page
    page.save({**page.data, typed.READ[which]: True})
    return _go("order_form", kind=kind, _anchor=f"order-agree-{which}")


@blueprint.get("/procedure/order/<kind>/payment")
def payment(kind: str) -> Response:
    """Step 24: the way of payment."""
    page = open_page(kind)
    if isinstance(page, Response):
        return page
    if _errors(page.data, "form", page):
        return _go("order_form", kind=kind, check="1")
    errors = _errors(page.data, "payment", page) if request.args.get("check") else {}
    return _payment_page(page, errors)


@blueprint.post("/procedure/order/<kind>/payment")
def submit_payment(kind: str) -> Response:
    """「次へ」."""
    page = open_page(kind)
    if isinstance(page, Response):
        return page
    chosen = request.form.get("payment", "")
    data = {**page.data, "payment": chosen if chosen in PAYMENTS else ""}
    page.save(data)
    errors = _errors(data, "payment", page)
    return _payment_page(page, errors) if errors else _go("summary", kind=kind)


@blueprint.get("/procedure/order/<kind>/summary")
def summary(kind: str) -> Response:
    """Step 25: everything once more, with a way to change it."""
    page = open_page(kind)
    if isinstance(page, Response):
        return page
    return _first_gap(page) or _summary_page(page)


@blueprint.post("/procedure/order/<kind>/summary")
def complete(kind: str) -> Response:
    """「手続きを完了する」 (step 26). However often it is pressed, in however many windows, it is one order."""
    key = request.form.get("key", "")
    visit, contracts = present_visit(), carrier_services().contracts
    if visit.usable and visit.msisdn and key and (known := contracts.receipt_of(visit.msisdn, key)):
        carrier_services().drafts.drop(visit.owner, draft_kind(kind))
        return _go("done", order_id=known.order_id)
    page = open_page(kind)
    if isinstance(page, Response):
        return page
    if key != page.key or request.form.get("version") != str(page.version):
        return _first_gap(page) or _summary_page(page, changed=True)
    if gap := _first_gap(page):
        return gap
    try:
        receipt = contracts.place(page.line.msisdn, typed.as_form(page.data), key)
    except BenchError as error:
        if error.code == "contract.already_ordered":
            return _go("top", notice="already")
        if not error.code.startswith("contract."):
            raise
        return _summary_page(page, {"": error})
    carrier_services().drafts.drop(page.visit.owner, draft_kind(kind))
    return _go("done", order_id=receipt.order_id)


def _go(endpoint: str, **values: Any) -> Response:
    return redirect(url_for(f"procedure.{endpoint}", **values), 303)  # type: ignore[return-value]


def _errors(data: dict[str, Any], step: Step, page: OrderPage) -> dict[str, BenchError]:
    errors = check_step(typed.as_form(data), step, page.line, today=_applies_from())
    if page.kind == "option" and "base" in errors:  # "nothing ticked" belongs to the only box of this form
        errors = {"option": errors.pop("base"), **errors}
    return errors


def _first_gap(page: OrderPage) -> Response | None:
    """The first page that has something wrong on it."""
    if _errors(page.data, "form", page):
        return _go("order_form", kind=page.kind, check="1")
    if _errors(page.data, "payment", page):
        return _go("payment", kind=page.kind, check="1")
    return None


def _form_page(
    page: OrderPage, data: dict[str, Any], version: int, errors: dict[str, BenchError], notice: str = ""
) -> Response:
    answer = make_response(
        render_template(
            "procedure/order_form.html",
            kind=page.kind,
            form=data,
            version=version,
            errors=errors,
            notice=notice,
            anchors=ANCHORS,
            ages=USER_AGES,
            deliveries=DELIVERIES,
            prefectures=PREFECTURES,
            item_base=ITEM_BASE[wanted_language()],
            applies_from=shown_date(_applies_from()),
            **prices(),
        ),
        422 if errors else 200,
    )
    answer.headers["Content-Security-Policy"] = _KEEPING_POLICY
    return answer


def _payment_page(page: OrderPage, errors: dict[str, BenchError]) -> Response:
    shown = render_template(
        "procedure/payment.html", kind=page.kind, form=page.data, errors=errors, anchors=ANCHORS, payments=PAYMENTS
    )
    return make_response(shown, 422 if errors else 200)


def _summary_page(page: OrderPage, errors: dict[str, BenchError] | None = None, *, changed: bool = False) -> Response:
    form = typed.as_form(page.data)
    birth = form.birth_date()
    shown = render_template(
        "procedure/summary.html",
        kind=page.kind,
        key=page.key,
        version=page.version,
        form=form,
        changed=changed,
        errors=errors or {},
        birth_date=shown_date(birth) if birth else "",
        applies_from=shown_date(_applies_from()),
        monthly_yen=carrier_services().contracts.price(form.items()),
        fee_yen=0 if form.option else carrier_services().context.settings.registration_fee_yen,
    )
    return make_response(shown, 409 if changed else 422 if errors else 200)


def _applies_from() -> date:
    return application_date(carrier_services().context.now())

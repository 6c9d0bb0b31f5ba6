"""Personal data: the telephone numbers of an account (BMW-JP-PC-05…06, MINI-WEB-S1-05…07)."""

from __future__ import annotations

from flask import Response, make_response, redirect, render_template, request, url_for

from cloud.identity.phone_numbers import MOST, StoredNumber, mistakes
from cloud.identity.rules.phone_numbers import NumberKind
from cloud.services import services
from cloud.sites.brand import present_pages
from cloud.sites.portal.association import link_of
from cloud.sites.portal.blueprint import blueprint, visitor
from cloud.sites.problems import problem_page
from core.errors import BenchError

FIELD_OF = {
    "phone.missing": "number",
    "phone.signs": "number",
    "phone.foreign": "number",
    "phone.too_short": "number",
    "phone.too_long": "number",
    "phone.unknown_form": "number",
    "phone.not_mobile": "number",
    "phone.taken": "number",
    "phone.kind_missing": "kind",
}
LONGEST = 40
"""Signs of a typed number that are shown again; no number is longer, however it is written."""
NOTICES = ("added", "changed", "removed")


@blueprint.get("/personal-data")
def data() -> Response:
    """Name, e-mail and numbers, with the way back to the Personal eSIM."""
    numbers = services().phone_numbers.of(visitor().id)
    ready = not link_of(visitor()).is_linked and any(number.is_mobile for number in numbers)
    notice = request.args.get("notice", "")
    return make_response(
        render_template(
            "portal/personal_data.html",
            numbers=numbers,
            most=MOST,
            notice=notice if notice in NOTICES else "",
            esim_address=url_for("portal.activation" if ready else "portal.esim"),
        )
    )


@blueprint.get("/personal-data/numbers/new")
def new_number() -> Response:
    """The form for one more number."""
    return _form(None, "", "")


@blueprint.post("/personal-data/numbers/new")
def add_number() -> Response:
    """Store it."""
    return _store(None)


@blueprint.get("/personal-data/numbers/<int:number_id>")
def edit_number(number_id: int) -> Response:
    """The form for a number that is there."""
    try:
        stored = services().phone_numbers.get(visitor().id, number_id)
    except BenchError:
        return problem_page("not_found", 404)
    return _form(stored, stored.shown, stored.kind)


@blueprint.post("/personal-data/numbers/<int:number_id>")
def change_number(number_id: int) -> Response:
    """Store the correction, or forget the number."""
    if request.form.get("action") == "remove":
        services().phone_numbers.remove(visitor(), number_id)
        return redirect(url_for("portal.data", notice="removed"), 303)  # type: ignore[return-value]
    try:
        return _store(services().phone_numbers.get(visitor().id, number_id))
    except BenchError as error:
        if error.code != "phone.unknown":
            raise
        return problem_page("not_found", 404)


def _store(stored: StoredNumber | None) -> Response:
    text = request.form.get("number", "")
    asks_kind = present_pages().portal.asks_kind
    kind = request.form.get("kind", "") if asks_kind else NumberKind.MOBILE
    if wrong := mistakes(text, kind):
        return _form(stored, text, kind, wrong)
    numbers = services().phone_numbers
    try:
        if stored is None:
            numbers.add(visitor(), text, kind)
        else:
            numbers.change(visitor(), stored.id, text, kind)
    except BenchError as error:
        if error.code not in ("phone.taken", "phone.too_many"):
            raise
        return _form(stored, text, kind, [error])
    notice = "added" if stored is None else "changed"
    return redirect(url_for("portal.data", notice=notice), 303)  # type: ignore[return-value]


def _form(stored: StoredNumber | None, text: str, kind: str, errors: list[BenchError] | None = None) -> Response:
    page = render_template(
        "portal/number.html",
        stored=stored,
        text=text[:LONGEST],
        kind=kind,
        kinds=list(NumberKind),
        errors=errors or [],
        field_of=FIELD_OF,
        wrong={FIELD_OF.get(error.code) for error in errors or ()},
    )
    return make_response(page, 422 if errors else 200)

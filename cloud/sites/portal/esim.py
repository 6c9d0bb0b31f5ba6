"""The Personal eSIM in the portal: how it stands, activate it, what came of that, end it (BMW-JP-PC-03…07, 19)."""

from __future__ import annotations

import re

from flask import Response, make_response, redirect, render_template, request, url_for

from cloud.association.rules import OPERATORS
from cloud.identity.phone_numbers import StoredNumber
from cloud.services import services
from cloud.sites.portal import association
from cloud.sites.portal.blueprint import blueprint, visitor
from core.errors import BenchError

RESULTS = ("linked", "denied", "failed", "expired", "unlinked")
TOLD = ("carrier.unreachable", "carrier.maintenance", "carrier.refused", "esim.number_invalid", "portal.choose")
"""What the form itself says; anything else is a fault of ours."""


@blueprint.get("/esim")
def esim() -> Response:
    """How the Personal eSIM stands; `result` and `reason` come with the return from the operator (BMW-JP-PC-19)."""
    link = association.link_of(visitor())
    result = request.args.get("result", "")
    if result not in RESULTS or (result == "linked") != link.is_linked:
        result = ""  # an address alone must not claim what is not so
    reason = request.args.get("reason", "")
    return make_response(
        render_template(
            "portal/esim.html",
            link=link,
            result=result,
            reason=reason if re.fullmatch(r"[a-z0-9_.]{1,60}", reason) else "",
        )
    )


@blueprint.get("/esim/activation")
def activation() -> Response:
    """Country, operator and number to look at before going to the operator (BMW-JP-PC-04, 07)."""
    if association.link_of(visitor()).is_linked:
        return redirect(url_for("portal.esim"), 302)  # type: ignore[return-value]
    return _review(_mobile_numbers())


@blueprint.post("/esim/activation")
def activate() -> Response:
    """Off to the operator. A second click or tab opens a request of its own; the last one opened counts."""
    numbers = _mobile_numbers()
    country, operator = request.form.get("country", ""), request.form.get("operator", "")
    chosen = next((number for number in numbers if str(number.id) == request.form.get("number")), None)
    if chosen is None or operator not in OPERATORS.get(country, {}):
        return _review(numbers, BenchError("portal.choose"), 422)
    try:
        address = association.begin(visitor(), country=country, operator=operator, number=chosen.number)
    except BenchError as error:
        if error.code == "esim.already_linked":
            return redirect(url_for("portal.esim"), 303)  # type: ignore[return-value]
        if error.code not in TOLD:
            raise
        return _review(numbers, error, 503 if error.code.startswith("carrier.") else 422)
    return redirect(address, 303)  # type: ignore[return-value]


@blueprint.get("/esim/unlink")
def ask_unlink() -> Response:
    """Ask before ending the link."""
    link = association.link_of(visitor())
    if not link.is_linked:
        return redirect(url_for("portal.esim"), 302)  # type: ignore[return-value]
    return make_response(render_template("portal/unlink.html", link=link, error=None))


@blueprint.post("/esim/unlink")
def unlink() -> Response:
    """End the link; done twice it is done once."""
    link = association.link_of(visitor())
    try:
        if link.is_linked:
            association.unlink(visitor())
    except BenchError as error:
        if error.code not in TOLD:
            raise
        return make_response(render_template("portal/unlink.html", link=link, error=error), 503)
    return redirect(url_for("portal.esim", result="unlinked"), 303)  # type: ignore[return-value]


def _mobile_numbers() -> list[StoredNumber]:
    return [number for number in services().phone_numbers.of(visitor().id) if number.is_mobile]


def _review(numbers: list[StoredNumber], error: BenchError | None = None, status: int = 200) -> Response:
    chosen = request.form.get("number") or request.args.get("number") or (str(numbers[0].id) if numbers else "")
    page = render_template(
        "portal/activation.html", numbers=numbers, chosen=chosen, operators=OPERATORS["JP"], error=error
    )
    return make_response(page, status)

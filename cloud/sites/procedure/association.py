"""The account association: from the car maker's request to the driver's yes or no, and back (BMW-JP-SP-34…38).

The request waits as an opaque handle that expires; the browser holds it from the hand-over to the decision.
"""

from __future__ import annotations

import hashlib
import hmac
import math

from flask import Response, make_response, redirect, render_template, request, session, url_for

from cloud.carrier.services import carrier_services
from cloud.sites.procedure.blueprint import blueprint
from cloud.sites.procedure.problems import problem_page
from cloud.sites.procedure.top import ACTIVE, view_of
from cloud.sites.procedure.visitor import ask_to_log_in, present_visit
from core.errors import BenchError

_HANDLE = "association"
_RETURN = "return"
_PROBLEMS = {
    "association.unknown": ("handle_none", 404),
    "association.expired": ("handle_expired", 410),
    "association.used": ("handle_used", 409),
}


@blueprint.get("/oauth/authorize")
def authorize() -> Response:
    """The hand-over from the car maker (RFC 9126 §4): remember its request, then the procedures (BMW-JP-SP-13)."""
    handle, client_id = request.args.get("request_uri", ""), request.args.get("client_id", "")
    try:
        carrier_services().associations.open_request(handle, client_id)
    except BenchError as error:
        return _problem(error)
    session[_HANDLE] = handle
    session.pop(_RETURN, None)
    session.permanent = True
    return redirect(url_for("procedure.top"), 303)  # type: ignore[return-value]


@blueprint.get("/procedure/car")
def use_in_car() -> Response:
    """「クルマで利用する」: the consent page; without a living request, where to begin (MINI-APP-S2-22a)."""
    visit = present_visit()
    if not visit.usable:
        return ask_to_log_in()
    if view_of(visit).state not in ACTIVE:
        return redirect(url_for("procedure.top"), 303)  # type: ignore[return-value]
    return _consent_page({})


@blueprint.post("/procedure/car")
def associate() -> Response:
    """「アカウント連携」 (BMW-JP-SP-37). Without a tick nothing happens, script or not."""
    visit = present_visit()
    if not visit.usable:
        return ask_to_log_in(url_for("procedure.use_in_car"))
    if visit.msisdn is None or view_of(visit).state not in ACTIVE:
        return redirect(url_for("procedure.top"), 303)  # type: ignore[return-value]
    handle = session.get(_HANDLE, "")
    if not _is_same(handle):  # another request took its place in another window: show what is asked now
        return _already_decided() or _consent_page({})
    if "agree" not in request.form:
        return _consent_page({"agree": BenchError("associate.agree")})
    return _decided(handle, visit.msisdn)


@blueprint.post("/procedure/car/refuse")
def refuse_association() -> Response:
    """The driver does not want it: the car maker is told so (`access_denied`)."""
    handle = session.get(_HANDLE, "")
    if not _is_same(handle):
        return _already_decided() or redirect(url_for("procedure.use_in_car"), 303)  # type: ignore[return-value]
    return _decided(handle, None)


@blueprint.get("/procedure/car/refuse")
def refused() -> Response:
    """A reload of what `refuse_association` answered."""
    return redirect(url_for("procedure.use_in_car"), 303)  # type: ignore[return-value]


@blueprint.get("/procedure/car/done")
def decided() -> Response:
    """「サービスの連携を開始しました」 and 「戻る」 (BMW-JP-SP-38); or that nothing was associated."""
    found = session.get(_RETURN)
    if not found:
        return redirect(url_for("procedure.top"), 303)  # type: ignore[return-value]
    present_visit()
    return make_response(render_template("procedure/associated.html", **found))


def _decided(handle: str, msisdn: str | None) -> Response:
    """Store the decision (`msisdn` None: no). The way back is a link, so that a form never leads to a foreign place."""
    associations = carrier_services().associations
    try:
        maker = associations.pending(handle).name
        address = associations.approve(handle, msisdn) if msisdn else associations.refuse(handle)
    except BenchError as error:
        session.pop(_HANDLE, None)
        return _problem(error)
    session[_RETURN] = {"address": address, "agreed": msisdn is not None, "maker": maker, "mark": _mark(handle)}
    session.pop(_HANDLE, None)
    return redirect(url_for("procedure.decided"), 303)  # type: ignore[return-value]


def _consent_page(errors: dict[str, BenchError]) -> Response:
    handle = session.get(_HANDLE, "")
    if not handle:
        return problem_page("handle_none", 404)
    try:
        pending = carrier_services().associations.pending(handle)
    except BenchError as error:
        return _problem(error)
    page = render_template(
        "procedure/associate.html",
        errors=errors,
        maker=pending.name,
        id_name=pending.id_name,
        handle_mark=_mark(handle),
    )
    return make_response(page, 422 if errors else 200)


def _already_decided() -> Response | None:
    """The second press of a double click, or the same page in a second window."""
    found = session.get(_RETURN)
    if found and hmac.compare_digest(found["mark"], request.form.get("handle", "")):
        return redirect(url_for("procedure.decided"), 303)  # type: ignore[return-value]
    return None


def _is_same(handle: str) -> bool:
    return bool(handle) and hmac.compare_digest(_mark(handle), request.form.get("handle", ""))


def _mark(handle: str) -> str:
    """Tells which request a page showed, without being the request."""
    return hashlib.sha256(handle.encode()).hexdigest()[:16]


def _problem(error: BenchError) -> Response:
    kind, status = _PROBLEMS.get(error.code, ("association_failed", 400))
    lifetime = carrier_services().context.settings.link_request_lifetime
    return problem_page(kind, status, minutes=math.ceil(lifetime / 60))

"""The link to the line over HTTP: for the app, for browsers that come back, and for the operator's notices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, redirect, request

from cloud.association.rules import RequestState, clean_number
from cloud.services import services
from cloud.web.answers import answer, oauth_error, refusal
from cloud.web.bearer import Caller, needs
from core.errors import BenchError

blueprint = Blueprint("association", __name__)


def _told(work: Callable[[], Any]) -> Response:
    try:
        return answer(work())
    except BenchError as error:
        return refusal(error)


@blueprint.get("/api/esim/operators")
@needs("esim")
def operators(_caller: Caller) -> Response:
    """Who can be chosen."""
    return answer(services().association.operators())


@blueprint.get("/api/esim")
@needs("esim")
def state(caller: Caller) -> Response:
    """How the caller's link stands."""
    return answer(services().association.state(caller.person).to_json())


@blueprint.post("/api/esim/activation")
@needs("esim")
def begin(caller: Caller) -> Response:
    """Open a link request: `{country, operator, number_last4 | number, return_to}` → `{id, url, expires_in}`."""

    def work() -> object:
        body = request.get_json(silent=True)
        if not isinstance(body, dict):
            raise BenchError("request.invalid", field="body")
        last4 = body.get("number_last4")
        number = clean_number(last4 if last4 is not None else body.get("number"), last4=last4 is not None)
        begun = services().association.begin(
            caller.person,
            country=str(body.get("country", "")),
            operator=str(body.get("operator", "")),
            number=number,
            return_to=str(body.get("return_to", "app")),
            brand=caller.brand,
        )
        return {"id": begun.id, "url": begun.url, "expires_in": begun.expires_in}

    return _told(work)


@blueprint.get("/api/esim/activation/<request_id>")
@needs("esim")
def activation(caller: Caller, request_id: str) -> Response:
    """`{state: open|linked|denied|failed|expired, reason}`; 404 `esim.request_unknown`."""
    return _told(lambda: services().association.request(caller.person, request_id))


@blueprint.delete("/api/esim/link")
@needs("esim")
def unlink(caller: Caller) -> Response:
    """End the link."""

    def work() -> object:
        services().association.unlink(caller.person)
        return {}

    return _told(work)


@blueprint.get("/association/return")
def come_back() -> Response:
    """The redirect from the operator (RFC 6749 §4.1.2): on to the app or the portal. Safe to load again.

    Nobody need be signed in here: the in-app browser is not. `state` says whose request it was.
    """
    wanted = services().association
    given = request.args
    try:
        ended = wanted.finish(state=given.get("state", ""), code=given.get("code", ""), error=given.get("error", ""))
    except BenchError as error:
        if error.code != "esim.request_unknown":
            raise
        from cloud.sites.problems import problem_page

        return problem_page("bad_request", 400)
    told = {"result": "failed" if ended.state is RequestState.EXPIRED else str(ended.state)}
    told |= {"reason": ended.reason} if ended.reason else {}
    target = f"/portal/{ended.brand}/esim"
    if ended.return_to == "app":
        target = f"{services().context.brands[ended.brand].app_scheme}://esim/association"
    return redirect(f"{target}?{urlencode(told)}", 303)  # type: ignore[return-value]


@blueprint.post("/association/notify")
def notified() -> Response:
    """The operator tells that something of a line has changed (TS.43 `notif_action`)."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not services().association.changed(token.strip()):
        return oauth_error("invalid_token", 401)
    return answer({})

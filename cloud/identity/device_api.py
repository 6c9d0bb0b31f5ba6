"""The app's way to approve a car: look at the request behind a scanned code, then say yes or no."""

from __future__ import annotations

from flask import Blueprint, Response, request

from cloud.identity.device_requests import DeviceRequest
from cloud.services import services
from cloud.web.answers import answer, oauth_error, refusal
from cloud.web.bearer import Caller, needs
from core.errors import BenchError
from core.sign_in_link import show_user_code

blueprint = Blueprint("device_api", __name__)


@blueprint.get("/api/device-requests/<user_code>")
@needs("device")
def show(caller: Caller, user_code: str) -> Response:
    """What the code stands for. 404 `unknown_code`, 429 `too_many_attempts`."""
    try:
        return answer(_body(services().device_requests.look_up(user_code, caller.person, source())))
    except BenchError as error:
        return refusal(error)


@blueprint.post("/api/device-requests/<user_code>")
@needs("device")
def decide(caller: Caller, user_code: str) -> Response:
    """`{decision: approve|deny}`; also 409 `already_used`, 410 `expired`."""
    body = request.get_json(silent=True)
    decision = body.get("decision") if isinstance(body, dict) else None
    if decision not in ("approve", "deny"):
        return oauth_error("invalid_request", code="request.invalid", field="decision")
    requests = services().device_requests
    try:
        found = requests.look_up(user_code, caller.person, source())
        approve = decision == "approve"
        requests.decide(found, caller.person, approve=approve, auth_time=caller.auth_time)
    except BenchError as error:
        return refusal(error)
    return answer({**_body(found), "status": "approved" if approve else "denied"})


def source() -> str:
    """The network address whose wrong codes are counted together."""
    return request.remote_addr or "unknown"


def _body(found: DeviceRequest) -> dict[str, object]:
    return {
        "user_code": show_user_code(found.user_code),
        "car": {
            "model": found.model,
            "vin_last7": found.vin[-7:],
            "brand": services().clients.brand_of(found.client_id),
        },
        "expires_in": found.expires_in,
        "status": str(found.status),
    }

"""The entitlement server over HTTP, and where the SM-DP+ tells how downloads go."""

from __future__ import annotations

import hmac

from flask import Blueprint, Response, request

from cloud.carrier.entitlement.accessories import AccessoryRequest
from cloud.carrier.services import carrier_services
from cloud.odsa.document import CONTENT_TYPE
from cloud.odsa.messages import Answer, OperationResult, Request
from cloud.web.answers import answer, oauth_error
from core.errors import BenchError

blueprint = Blueprint("entitlement", __name__)
PROGRESS_PATH = "/gsma/rsp2/es2plus/handleDownloadProgressInfo"
_STATUS = {"request": 400, "network_pin": 403, "line": 404}
INSTALLATION = 4
"""notificationPointId: the profile is on the card (SGP.22 §5.3.5)."""


@blueprint.get("/entitlement")
def entitlement() -> Response:
    """ODSA (TS.43 §6): the association's access token in the header, never in the address."""
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    grant = carrier_services().grants.by_access(secret.strip()) if kind.lower() == "bearer" else None
    if grant is None:
        response = oauth_error("invalid_token", 401)
        response.headers["WWW-Authenticate"] = 'Bearer realm="carrier"'
        return response
    try:
        asked = Request.from_query(request.args.to_dict())
    except ValueError:
        told = Answer(OperationResult.INVALID_PARAMETER)
    else:
        told = carrier_services().entitlement.answer(grant, asked)
    return Response(told.to_bytes(), 200, {"Cache-Control": "no-store"}, content_type=CONTENT_TYPE)


@blueprint.post("/entitlement/accessories")
def accessory() -> Response:
    """An accessory's own set-up (`accessories`): the SIM as JSON, or why not."""
    try:
        body = request.get_json(silent=True)
        return answer(carrier_services().accessories.register(AccessoryRequest.of(body if type(body) is dict else {})))
    except BenchError as error:
        if error.code.startswith("storage."):
            raise
        carrier_services().context.emit("accessory.refused", code=error.code)
        told = {name: error.params[name] for name in ("attempts_left", "most", "reason") if name in error.params}
        return oauth_error("access_denied", _STATUS.get(error.code.partition(".")[0], 409), code=error.code, **told)


@blueprint.post(PROGRESS_PATH)
def progress() -> Response:
    """ES2+ HandleDownloadProgressInfo (SGP.22 §5.3.5), from the operator's own SM-DP+ only."""
    services = carrier_services()
    secret = request.headers.get("Authorization", "").removeprefix("Bearer ").encode()
    if not hmac.compare_digest(secret, services.progress_key.encode()):
        return oauth_error("invalid_token", 401)
    report = request.get_json(silent=True)
    if isinstance(report, dict):
        point, status = report.get("notificationPointId"), report.get("notificationPointStatus")
        done = isinstance(status, dict) and status.get("status") == "Executed-Success"
        iccid, eid = str(report.get("iccid", "")), str(report.get("eid", ""))
        services.context.emit("download.progress", iccid=iccid, point=point, done=done)
        if point == INSTALLATION and done:
            try:
                services.registrations.installed(iccid, eid)
            except BenchError as error:
                if error.code != "registry.unknown":  # released while it was downloaded
                    raise
    return answer({"header": {"functionExecutionStatus": {"status": "Executed-Success"}}})

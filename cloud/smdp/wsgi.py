"""The SM-DP+ as a WSGI application: JSON in, JSON out, each answer with the standard's header (SGP.22 §6.5)."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from cloud.smdp import es2
from cloud.smdp.authentication import authenticate, initiate
from cloud.smdp.context import SmdpContext
from cloud.smdp.delivery import cancel_session, get_package
from cloud.smdp.fields import Body
from cloud.smdp.notifications import handle
from cloud.smdp.rules.refusals import Refusal, Refused
from core.errors import BenchError
from core.events import caused_by
from core.faults import Fault, Faults

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

log = logging.getLogger(__name__)

FAULT_PORT = "smdp.server"
FAULT_KINDS = ("down", "slow", "refuse", *(refusal.fault_kind for refusal in Refusal))
"""`down` HTTP 503, `slow` with its delay, `refuse` 8.2/3.7, any other refusal by its name (`order_expired`, …)."""
PROTOCOL = "gsma/rsp/v2.1.0"
LONGEST_BODY = 256 * 1024
"""Bytes; the largest real body is an authentication of some 3 kB."""

Function = Callable[[SmdpContext, Body], Body]
ES9: dict[str, Function] = {
    "initiateAuthentication": initiate,
    "authenticateClient": authenticate,
    "getBoundProfilePackage": get_package,
    "cancelSession": cancel_session,
}
ES2: dict[str, Function] = {
    "downloadOrder": es2.download_order,
    "confirmOrder": es2.confirm_order,
    "releaseProfile": es2.release_profile,
    "cancelOrder": es2.cancel_order,
}
_PATH = re.compile(r"/gsma/rsp2/(es9plus|es2plus)/([A-Za-z]{1,40})")
_JSON = "application/json;charset=UTF-8"


class SmdpApp:
    """Both interfaces. `may_order` says whether the sender of a request may use ES2+."""

    def __init__(self, context: SmdpContext, faults: Faults, may_order: Callable[[WSGIEnvironment], bool]) -> None:
        self._context = context
        self._faults = faults
        self._may_order = may_order
        faults.declare(FAULT_PORT, FAULT_KINDS)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        status, body = self._answer(environ)
        headers = [("X-Admin-Protocol", PROTOCOL), ("Cache-Control", "no-store")]
        if body is None:
            start_response(status, headers)
            return []
        data = json.dumps(body, ensure_ascii=False).encode()
        start_response(status, [*headers, ("Content-Type", _JSON), ("Content-Length", str(len(data)))])
        return [data]

    def _answer(self, environ: WSGIEnvironment) -> tuple[str, Body | None]:
        found = _PATH.fullmatch(environ.get("PATH_INFO", ""))
        if found is None:
            return "404 Not Found", _failed({}, Refused(Refusal.FUNCTION_UNKNOWN))
        if environ.get("REQUEST_METHOD") != "POST":
            return "405 Method Not Allowed", _failed({}, Refused(Refusal.FUNCTION_INVALID))
        interface, name = found.groups()
        with caused_by(self._context.emit("http.request", operation=f"{interface} {name}").id):
            try:
                return self._carry_out(interface, name, environ)
            except Refused as refused:
                code = refused.refusal.value
                self._context.emit(
                    "refused", operation=name, status=f"{code.subject}/{code.reason}", about=refused.identifier
                )
                forbidden = refused.refusal is Refusal.REQUESTER_REFUSED
                return ("403 Forbidden" if forbidden else "200 OK"), _failed({}, refused)
            except BenchError as error:
                self._context.emit("failed", operation=name, reason=error.code)
                return "500 Internal Server Error", None
            except Exception:
                log.exception("%s failed", name)
                return "500 Internal Server Error", None

    def _carry_out(self, interface: str, name: str, environ: WSGIEnvironment) -> tuple[str, Body | None]:
        fault = self._faults.take(FAULT_PORT, name)
        if fault is not None and (answer := self._show(fault)) is not None:
            return answer
        if interface == "es2plus" and not self._may_order(environ):
            raise Refused(Refusal.REQUESTER_REFUSED)
        _check_protocol(environ)
        body = _read_body(environ)
        if interface == "es9plus" and name == "handleNotification":
            handle(self._context, body)
            return "204 No Content", None
        function = (ES9 if interface == "es9plus" else ES2).get(name)
        if function is None:
            raise Refused(Refusal.FUNCTION_UNKNOWN, name)
        answer_body = function(self._context, body)
        return "200 OK", {"header": {"functionExecutionStatus": {"status": "Executed-Success"}}, **answer_body}

    def _show(self, fault: Fault) -> tuple[str, Body | None] | None:
        if fault.delay:
            self._context.clock.sleep(fault.delay)
        if fault.kind == "slow":
            return None
        if fault.kind == "down":
            return "503 Service Unavailable", None
        if fault.kind == "refuse":
            raise Refused(Refusal.PROFILE_UNAVAILABLE)
        raise Refused(Refusal[fault.kind.upper()])


def _check_protocol(environ: WSGIEnvironment) -> None:
    """`X-Admin-Protocol: gsma/rsp/v2.x.y`; one that is missing is let pass, another version is not."""
    version = environ.get("HTTP_X_ADMIN_PROTOCOL", PROTOCOL)
    if not version.startswith("gsma/rsp/v2."):
        raise Refused(Refusal.PROTOCOL_VERSION, version[:64])


def _read_body(environ: WSGIEnvironment) -> Body:
    try:
        length = int(environ.get("CONTENT_LENGTH") or 0)
    except ValueError:
        length = LONGEST_BODY
    chunked = not environ.get("CONTENT_LENGTH") and environ.get("HTTP_TRANSFER_ENCODING", "").lower() == "chunked"
    if length > LONGEST_BODY or length < 0:
        raise Refused(Refusal.FUNCTION_INVALID, "length")
    data = environ["wsgi.input"].read(LONGEST_BODY if chunked else length)
    try:
        body: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Refused(Refusal.FUNCTION_INVALID, "JSON") from error
    if not isinstance(body, dict):
        raise Refused(Refusal.FUNCTION_INVALID, "JSON")
    return body


def _failed(answer: Body, refused: Refused) -> Body:
    code = refused.refusal.value
    data = {"subjectCode": code.subject, "reasonCode": code.reason, "message": code.message}
    if refused.identifier:
        data["subjectIdentifier"] = refused.identifier
    return {"header": {"functionExecutionStatus": {"status": "Failed", "statusCodeData": data}}, **answer}

"""What the cloud knows of this car and its driver: the mapping, the personal eSIM, the driver profile. Blocking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from core.errors import BenchError
from headunit.services.session import Session

if TYPE_CHECKING:
    from core.http import Answer


@dataclass(frozen=True)
class EsimRecord:
    """The cloud's record of the driver's personal eSIM; `state` none, ready or active."""

    state: str
    iccid: str = ""
    operator: str = ""
    number_last4: str = ""
    reason: str = ""
    activation_code: str = ""


class Vehicle:
    """Calls about the car `vin`. Raises `vehicle.refused {status, reason}` for answers nobody expects.

    `smdp_is_at` is told the port of the SM-DP+ on the cloud's host.
    """

    def __init__(self, vin: str, smdp_is_at: Callable[[int], None] = lambda _: None) -> None:
        self.vin = vin
        self._smdp_is_at = smdp_is_at
        self._path = f"/api/vehicles/{quote(vin, safe='')}"

    def map_driver(self, session: Session, role: str) -> str:
        """Tie the driver to the car as `main` or `co`; the role the cloud gave. Raises `vehicle.too_many_users`."""
        answer = session.call("PUT", f"{self._path}/users/me", json={"role": role})
        if answer.status == 409:
            raise BenchError("vehicle.too_many_users")
        _check(answer)
        return str(answer.body.get("role", role))

    def unmap_driver(self, session: Session) -> None:
        """Untie the driver; one that is not tied is no error."""
        answer = session.call("DELETE", f"{self._path}/users/me")
        if answer.status != 404:
            _check(answer)

    def esim(self, session: Session, *, eid: str = "", refused: str = "") -> EsimRecord:
        """The personal eSIM of the driver for this car; with `eid` and an activation code for that card.

        `refused` is a code that the SM-DP+ did not take. Raises `esim.order_refused`, `esim.order_failed`.
        """
        query = urlencode({"eid": eid, **({"refused": refused} if refused else {})}) if eid else ""
        answer = session.call("GET", f"{self._path}/esim" + (f"?{query}" if query else ""))
        if not answer.ok and str(answer.body.get("code", "")).startswith("esim.order_"):
            raise BenchError(str(answer.body["code"]))
        body = _check(answer)
        state, port = str(body.get("state")), body.get("smdp_port") or 0
        if state not in ("none", "ready", "active"):
            raise BenchError("cloud.broken", field="esim.state")
        if not isinstance(port, int) or not 0 <= port <= 65535:
            raise BenchError("cloud.broken", field="esim.smdp_port")
        names = ("iccid", "operator", "number_last4", "reason", "activation_code")
        words = {name: str(body.get(name) or "") for name in names}
        if port:
            self._smdp_is_at(port)
        return EsimRecord(state, **words)

    def report_esim(self, session: Session, *, active: bool, iccid: str, eid: str) -> None:
        """Tell what the car did with the profile."""
        state = "active" if active else "inactive"
        _check(session.call("PUT", f"{self._path}/esim", json={"state": state, "iccid": iccid, "eid": eid}))

    def load_profile(self, session: Session) -> dict[str, Any]:
        """The driver profile's settings (BMW-JP-CAR-05)."""
        return _check(session.call("GET", "/api/profile"))

    def save_profile(self, session: Session, settings: dict[str, Any]) -> None:
        """Store settings in the driver profile."""
        _check(session.call("PUT", "/api/profile", json=settings))


def _check(answer: Answer) -> dict[str, Any]:
    if not answer.ok:
        reason = answer.body.get("code") or answer.body.get("error") or ""
        raise BenchError("vehicle.refused", status=answer.status, reason=str(reason))
    return answer.body

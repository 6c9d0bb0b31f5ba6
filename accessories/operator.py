"""The operator's entitlement server as an accessory asks it (GSMA TS.43): a number becomes its own too."""

from __future__ import annotations

from typing import Any

from accessories.identity import Identity
from accessories.kinds import AccessoryKind
from core.errors import BenchError
from core.http import HttpClient

PATH = "/entitlement/accessories"


class Operator:
    """Blocking: call it through `core.tasks`."""

    def __init__(self, http: HttpClient | None) -> None:
        """None where the bench has no operator."""
        self._http = http

    def register(self, kind: AccessoryKind, identity: Identity, msisdn: str, network_pin: str) -> dict[str, Any]:
        """The SIM `{imsi, iccid, msisdn, name}`. Raises what the operator refuses with (`network_pin.*`,
        `registry.*`, `line.unknown`) and the errors of `core.http`.
        """
        if self._http is None:
            raise BenchError("cloud.unreachable")
        answer = self._http.request(
            "POST",
            PATH,
            json={
                "msisdn": msisdn,
                "network_pin": network_pin,
                "companion_terminal_model": kind.id,
                "companion_terminal_friendly_name": kind.name,
                "companion_terminal_eid": identity.eid,
                "companion_terminal_id": identity.imei,
            },
        )
        if answer.ok and answer.body.get("imsi"):
            return answer.body
        code = answer.body.get("code")
        if isinstance(code, str) and code:
            told = {name: answer.body[name] for name in ("attempts_left", "most") if name in answer.body}
            raise BenchError(code, **told)
        raise BenchError("cloud.broken", status=answer.status)

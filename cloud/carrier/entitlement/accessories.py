"""How a watch or another accessory registers itself for a line (GSMA TS.43, companion devices; rows ONE-MDO-*).

A phone proves its line by its SIM (EAP-AKA) when it sets an accessory up. Here the accessory brings the number and the
network PIN instead, and gets its SIM in the answer: a download is shown once, by the car.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cloud.carrier.context import CarrierContext
from cloud.carrier.network_pins import NetworkPins
from cloud.carrier.profile_stock import ProfileStock
from cloud.carrier.registry import Registrations
from cloud.carrier.rules.accessories import GRANTS
from cloud.network.rules.numbers import national
from core.errors import BenchError

CAR = "car"
"""A car registers through its maker's cloud only."""
_EID, _IMEI = re.compile(r"89[0-9]{30}"), re.compile(r"[0-9]{15}")


@dataclass(frozen=True)
class AccessoryRequest:
    """What an accessory hands in: TS.43's parameters of ManageSubscription, and who stands for the line."""

    msisdn: str
    network_pin: str
    kind: str
    name: str
    eid: str
    imei: str

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> AccessoryRequest:
        """Read a JSON object. Raises `request.invalid {reason}` with the name of the parameter."""
        told = {name: body.get(name) for name in _PARAMETERS}
        for name, value in told.items():
            if not isinstance(value, str) or not value:
                raise BenchError("request.invalid", reason=name)
        request = cls(**{field: str(told[name]) for name, field in _PARAMETERS.items()})
        if request.kind not in GRANTS or request.kind == CAR:
            raise BenchError("request.invalid", reason="companion_terminal_model")
        if not _EID.fullmatch(request.eid):
            raise BenchError("request.invalid", reason="companion_terminal_eid")
        if not _IMEI.fullmatch(request.imei):
            raise BenchError("request.invalid", reason="companion_terminal_id")
        return request


_PARAMETERS = {
    "msisdn": "msisdn",
    "network_pin": "network_pin",
    "companion_terminal_model": "kind",
    "companion_terminal_friendly_name": "name",
    "companion_terminal_eid": "eid",
    "companion_terminal_id": "imei",
}


class AccessorySetUp:
    """Registers accessories that come by themselves."""

    def __init__(
        self, context: CarrierContext, pins: NetworkPins, registrations: Registrations, stock: ProfileStock
    ) -> None:
        self._context = context
        self._pins = pins
        self._registrations = registrations
        self._stock = stock

    def register(self, request: AccessoryRequest) -> dict[str, str]:
        """Register, or find registered: the SIM and the name in the registry.

        Raises the errors of `NetworkPins.check`, `registry.no_contract`, `registry.no_free_slot {most}`,
        `registry.no_profile`.
        """
        msisdn = national(request.msisdn)
        self._pins.check(msisdn, request.network_pin)
        one = self._registrations.begin(
            msisdn, eid=request.eid, kind=request.kind, name=request.name[:30], imei=request.imei
        )
        self._registrations.activate(msisdn, one.eid)
        self._context.emit("accessory.registered", line=msisdn[-4:], device=one.kind, iccid=one.iccid)
        return {"iccid": one.iccid, "imsi": self._stock.imsi_of(one.iccid), "msisdn": msisdn, "name": one.name}

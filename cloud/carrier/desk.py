"""The operator's desk: whom a subscriber reaches by dialling 151 (`BMW-JP-SP-14a`, domain.md §4.4)."""

from __future__ import annotations

from cloud.carrier.context import CarrierContext
from cloud.carrier.network_pins import NetworkPins

NUMBER = "151"


class Desk:
    """What a conversation with the desk does. The network calls this when such a call has been connected."""

    def __init__(self, context: CarrierContext, network_pins: NetworkPins) -> None:
        self._context = context
        self._network_pins = network_pins

    def service_call(self, number: str, msisdn: str) -> None:
        """`msisdn` has talked to `number`: 151 unlocks its network PIN. Other numbers do nothing.

        Raises `line.unknown`.
        """
        if number == NUMBER:
            self._context.emit("desk.called", line=msisdn[-4:])
            self._network_pins.unlock(msisdn)

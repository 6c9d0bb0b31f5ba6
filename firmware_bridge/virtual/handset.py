"""What the network core says to one modem, carried to its parts under the modem's lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from firmware_bridge.virtual.network_core import Cause

if TYPE_CHECKING:
    from firmware_bridge.virtual.device import Device


class DeviceHandset:
    """The `Handset` of a device. Its methods come on the network's thread."""

    def __init__(self, device: Device, locked: Callable[[Callable[[], None]], None]) -> None:
        self._device = device
        self._locked = locked

    def call_offered(self, line: int, number: str) -> bool:
        """A call arrives."""
        taken: list[bool] = []
        self._locked(lambda: taken.append(self._device.telephony.offered(number, line)))
        return taken[0]

    def call_alerting(self, line: int) -> None:
        """The other side rings."""
        telephony = self._device.telephony
        self._locked(lambda: telephony.alerting(telephony.calls.by_line(line)))

    def call_connected(self, line: int, number: str) -> None:
        """The other side has answered."""
        telephony = self._device.telephony
        self._locked(lambda: telephony.connected(telephony.calls.by_line(line), number))

    def call_ended(self, line: int, cause: Cause) -> None:
        """The call is over."""
        telephony = self._device.telephony
        self._locked(lambda: telephony.ended(telephony.calls.by_line(line), cause))

    def message(self, tpdu: bytes, centre: str) -> None:
        """A short message."""
        self._locked(lambda: self._device.messaging.received(tpdu, centre))

    def ussd(self, kind: int, text: str) -> None:
        """An answer to a service request."""
        self._locked(lambda: self._device.ussd_answered(kind, text))

    def registration_changed(self) -> bool:
        """The network came, went or thought better of it."""
        wanted: list[bool] = []
        self._locked(lambda: wanted.append(self._device.radio.look_again()))
        return wanted[0]

    def data(self, octets: bytes) -> None:
        """Data for the session that is online."""
        self._locked(lambda: self._device.data_arrived(octets))

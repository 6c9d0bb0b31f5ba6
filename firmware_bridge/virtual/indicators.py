"""The indicators of +CIND and their news +CIEV (TS 27.007 §8.9, §8.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firmware_bridge.virtual.calls import State
from firmware_bridge.virtual.radio import ROAMING

if TYPE_CHECKING:
    from firmware_bridge.virtual.device import Device

RANGES = {
    "battchg": "0-5",
    "signal": "0-5",
    "service": "0,1",
    "message": "0,1",
    "call": "0,1",
    "roam": "0,1",
    "smsfull": "0,1",
    "callsetup": "0-3",
    "callheld": "0-2",
}
"""Names and values, in the order of +CIND."""
_BARS_FLOOR, _BAR = -105, 10
"""dBm of the first bar and dB between bars."""


def indicators(device: Device) -> tuple[int, ...]:
    """The values now."""
    radio, calls = device.radio, device.telephony.calls
    bars = 0
    if radio.registered and radio.rssi is not None:
        bars = max(0, min(5, (radio.rssi - _BARS_FLOOR) // _BAR + 1))
    setup = 0
    if calls.ringing:
        setup = 1
    elif calls.in_state(State.DIALING):
        setup = 2
    elif calls.in_state(State.ALERTING):
        setup = 3
    active, held = bool(calls.in_state(State.ACTIVE)), bool(calls.in_state(State.HELD))
    return (
        5,
        bars,
        int(radio.registered),
        int(device.messaging.unread),
        int(active or held),
        int(radio.state == ROAMING),
        int(device.messaging.full),
        setup,
        (1 if active else 2) if held else 0,
    )

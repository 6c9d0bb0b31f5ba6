"""The serial line: AT commands, the eUICC behind them, real modems and a virtual one.

The public face is what this package exports; it is loaded on first use, so that importing the package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firmware_bridge.lpa.assistant import LpaSetup, read_code
    from firmware_bridge.lpa.notifications import Delivery
    from firmware_bridge.lpa.offer import ProfileOffer, Station, Step
    from firmware_bridge.lpa.tls import tls_context
    from firmware_bridge.lpa.transport import HttpsTransport
    from firmware_bridge.modem import Modem, open_modem
    from firmware_bridge.ports import PortInfo, list_ports, probe
    from firmware_bridge.types import (
        Addresses,
        CallEnd,
        EuiccInfo,
        Identity,
        ModemEvent,
        Notification,
        Operator,
        Profile,
        Registration,
        Signal,
        SimState,
        VoiceCall,
    )
    from firmware_bridge.virtual.modem import VirtualModem
    from firmware_bridge.voice import Voice

__all__ = [
    "Addresses",
    "CallEnd",
    "Delivery",
    "EuiccInfo",
    "HttpsTransport",
    "Identity",
    "LpaSetup",
    "Modem",
    "ModemEvent",
    "Notification",
    "Operator",
    "PortInfo",
    "Profile",
    "ProfileOffer",
    "Registration",
    "Signal",
    "SimState",
    "Station",
    "Step",
    "VirtualModem",
    "Voice",
    "VoiceCall",
    "list_ports",
    "open_modem",
    "probe",
    "read_code",
    "tls_context",
]

_HOMES = {
    "Modem": "modem",
    "open_modem": "modem",
    "PortInfo": "ports",
    "list_ports": "ports",
    "probe": "ports",
    "VirtualModem": "virtual.modem",
    "Voice": "voice",
    "LpaSetup": "lpa.assistant",
    "read_code": "lpa.assistant",
    "Delivery": "lpa.notifications",
    "ProfileOffer": "lpa.offer",
    "Station": "lpa.offer",
    "Step": "lpa.offer",
    "HttpsTransport": "lpa.transport",
    "tls_context": "lpa.tls",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES.get(name, 'types')}"), name)

"""The serial line: AT commands, the eUICC behind them, real modems and a virtual one.

The public face is what this package exports; it is loaded on first use, so that importing the package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firmware_bridge.modem import Modem, open_modem
    from firmware_bridge.ports import PortInfo, list_ports, probe
    from firmware_bridge.types import (
        EuiccInfo,
        Identity,
        ModemEvent,
        Notification,
        Operator,
        Profile,
        Registration,
        Signal,
        SimState,
    )
    from firmware_bridge.virtual.modem import VirtualModem

__all__ = [
    "EuiccInfo",
    "Identity",
    "Modem",
    "ModemEvent",
    "Notification",
    "Operator",
    "PortInfo",
    "Profile",
    "Registration",
    "Signal",
    "SimState",
    "VirtualModem",
    "list_ports",
    "open_modem",
    "probe",
]

_HOMES = {
    "Modem": "modem",
    "open_modem": "modem",
    "PortInfo": "ports",
    "list_ports": "ports",
    "probe": "ports",
    "VirtualModem": "virtual.modem",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES.get(name, 'types')}"), name)

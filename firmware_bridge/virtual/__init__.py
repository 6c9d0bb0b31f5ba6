"""A modem without hardware: AT commands on a pseudo-terminal, a radio that registers, a card with an eUICC."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firmware_bridge.virtual.modem import VirtualModem

__all__ = ["LINK_NAME", "VirtualModem"]

LINK_NAME = "ttyBench"
"""The link in the modem's folder under which clients find a virtual modem, whichever pseudo-terminal it got."""


def __getattr__(name: str) -> Any:
    if name != "VirtualModem":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from firmware_bridge.virtual.modem import VirtualModem

    return VirtualModem

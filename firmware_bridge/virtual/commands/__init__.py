"""The AT commands of the virtual modem, one module a subject; importing it fills the table."""

from firmware_bridge.virtual.commands import (
    calls,
    general,
    messages,
    network,
    packet,
    phonebook,
    services,
    settings,
    sim,
    uicc,
)

__all__ = [
    "calls",
    "general",
    "messages",
    "network",
    "packet",
    "phonebook",
    "services",
    "settings",
    "sim",
    "uicc",
]

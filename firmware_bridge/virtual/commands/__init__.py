"""The AT commands of the virtual modem, one module a subject; importing it fills the table."""

from firmware_bridge.virtual.commands import general, network, sim, uicc

__all__ = ["general", "network", "sim", "uicc"]

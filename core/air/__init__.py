"""The air between phone and car: a Bluetooth stand-in over TCP, so that both may run in processes of their own."""

from core.air.client import AirClient
from core.air.hub import AirHub
from core.air.messages import Bond, Device, PairingRequest

__all__ = ["AirClient", "AirHub", "Bond", "Device", "PairingRequest"]

"""The mobile network as its devices reach it: JSON lines over TCP with real short message PDUs in them."""

from core.radio.client import RadioClient
from core.radio.messages import CallEvent, SentElsewhere, Sms

__all__ = ["CallEvent", "RadioClient", "SentElsewhere", "Sms"]

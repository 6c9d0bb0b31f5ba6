"""What the operator's core asks of the mobile network, and the plugs it is connected by.

The network starts after the operator (it needs its lines), so each plug takes its other end later.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import Protocol

SENDER = "NTT DOCOMO"
"""Whom the operator's own messages come from (an alphanumeric sender, TS 23.040 §9.1.2.5)."""
WAITING_MOST = 100
"""Messages kept for a network that is not there yet; more are lost, as the bench then has no network at all."""


class SmsPort(Protocol):
    """The SMS centre. Never blocks; delivery is the network's business."""

    def send(self, msisdn: str, sender: str, text: str, kind: str) -> object:
        """Take a message for `msisdn`. `kind` `security_code` keeps its text out of every log."""


class PacketPort(Protocol):
    """The gateway to the internet, which knows whose bearer a request came over."""

    def msisdn_of(self, session_token: str) -> str | None:
        """The line whose packet session this is; None for one that is over or was never there."""


class SmsPlug:
    """The operator's way to the SMS centre; keeps messages until that is connected."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._port: SmsPort | None = None
        self._waiting: deque[tuple[str, str, str, str]] = deque(maxlen=WAITING_MOST)

    def connect(self, port: SmsPort) -> None:
        """Send through `port` from now on, first what has waited."""
        with self._lock:
            self._port = port
            waiting, self._waiting = list(self._waiting), deque(maxlen=WAITING_MOST)
        for message in waiting:
            port.send(*message)

    def send(self, msisdn: str, sender: str, text: str, kind: str) -> None:
        """Send now, or when a network is there."""
        with self._lock:
            port = self._port
            if port is None:
                self._waiting.append((msisdn, sender, text, kind))
        if port is not None:
            port.send(msisdn, sender, text, kind)


class PacketPlug:
    """The operator's way to the packet gateway; without one nobody is on cellular."""

    def __init__(self) -> None:
        self._port: PacketPort | None = None

    def connect(self, port: PacketPort) -> None:
        """Ask `port` from now on."""
        self._port = port

    def msisdn_of(self, session_token: str | None) -> str | None:
        """The line behind a request that carries this packet session."""
        if not session_token or self._port is None:
            return None
        return self._port.msisdn_of(session_token)

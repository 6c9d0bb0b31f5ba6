"""Packet sessions: the opaque tokens by which the operator's sites know whose cellular request they answer."""

from __future__ import annotations

import threading

from core.randomness import Randomness, token


class PacketSessions:
    """One session for each device that is registered; asked from any thread."""

    def __init__(self, randomness: Randomness) -> None:
        self._randomness = randomness
        self._lock = threading.Lock()
        self._by_token: dict[str, tuple[str, str]] = {}
        self._by_imsi: dict[str, str] = {}

    def open(self, imsi: str, msisdn: str) -> str:
        """A new session; an older one of the same SIM ends."""
        fresh = token(self._randomness)
        with self._lock:
            self._forget(imsi)
            self._by_imsi[imsi] = fresh
            self._by_token[fresh] = (imsi, msisdn)
        return fresh

    def close(self, imsi: str) -> None:
        """The session of a SIM ends."""
        with self._lock:
            self._forget(imsi)

    def msisdn_of(self, session_token: str) -> str | None:
        """The line behind a cellular request; None for a token that is not (or no longer) good."""
        with self._lock:
            found = self._by_token.get(session_token)
        return found[1] if found else None

    def imsi_of(self, session_token: str) -> str | None:
        """The SIM behind it."""
        with self._lock:
            found = self._by_token.get(session_token)
        return found[0] if found else None

    def _forget(self, imsi: str) -> None:
        old = self._by_imsi.pop(imsi, None)
        if old is not None:
            del self._by_token[old]

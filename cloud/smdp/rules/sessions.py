"""Sessions between one card and the SM-DP+: each answer counts once and only in its turn (SGP.22 §3.0.1)."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import Enum, auto

from cryptography import x509

from cloud.smdp.rules.refusals import Refusal, Refused

LIFETIME = 1800.0
"""Seconds; a person may look for a confirmation code meanwhile."""
MOST = 200
"""Sessions kept; the oldest goes first, so that nobody can fill the memory."""


class Step(Enum):
    """What has been done."""

    INITIATED = auto()
    AUTHENTICATED = auto()
    DELIVERED = auto()


@dataclass
class Session:
    """One transaction. The lower half is known once the card has proved itself."""

    transaction_id: bytes
    euicc_challenge: bytes
    server_challenge: bytes
    expires_at: float
    step: Step = Step.INITIATED
    iccid: str = ""
    eid: str = ""
    euicc: x509.Certificate | None = None
    smdp_signature2: bytes = b""


class Sessions:
    """All that are open, oldest first. They end with the server: an LPA then starts again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: dict[str, Session] = {}

    def open(self, session: Session) -> None:
        """Begin, or go on with one that was taken."""
        with self._lock:
            while len(self._open) >= MOST:
                del self._open[next(iter(self._open))]
            self._open[session.transaction_id.hex().upper()] = session

    def get(self, transaction_id: str, *steps: Step, now: float) -> Session:
        """The session in one of `steps`; `Refused(TRANSACTION_UNKNOWN)` when it is over, out of turn or unknown."""
        with self._lock:
            return self._find(transaction_id, steps, now)

    def take(self, transaction_id: str, step: Step, *, now: float) -> Session:
        """Like `get`, and ends it: of two equal requests one gets nothing. `open` it again to go on."""
        with self._lock:
            session = self._find(transaction_id, (step,), now)
            del self._open[transaction_id.upper()]
            return session

    def close(self, session: Session) -> None:
        """End; without effect when it has ended."""
        with self._lock:
            self._open.pop(session.transaction_id.hex().upper(), None)

    def close_for(self, iccid: str) -> None:
        """End all that deal with this profile: only the last one that was authenticated may have it."""
        with self._lock:
            self._open = {name: session for name, session in self._open.items() if session.iccid != iccid}

    def _find(self, transaction_id: str, steps: tuple[Step, ...], now: float) -> Session:
        name = transaction_id.upper()
        session = self._open.get(name)
        if session is None or session.step not in steps:
            raise Refused(Refusal.TRANSACTION_UNKNOWN, transaction_id[:64])
        if now >= session.expires_at:
            del self._open[name]
            raise Refused(Refusal.TRANSACTION_UNKNOWN, transaction_id[:64])
        return session

"""Where messages land before the phone has taken them in: the network forgets what was acknowledged."""

from __future__ import annotations

import threading
from dataclasses import asdict, dataclass
from pathlib import Path

from core.store import JsonStore

KEPT = 20
"""Messages kept here. They need not be removed one by one: taking one in twice does no harm, since its id is known."""


@dataclass(frozen=True)
class Landed:
    """A short message as it came, with the network's id."""

    id: str
    sender: str
    text: str


class Landing:
    """The newest messages in one file (mode 0600), written on the radio's thread before the acknowledgement."""

    def __init__(self, path: Path) -> None:
        self._store = JsonStore(path)
        self._lock = threading.Lock()
        try:
            self._messages = [Landed(**entry) for entry in self._store.load().get("messages", [])]
        except (TypeError, AttributeError):
            self._store.set_aside()
            self._messages = []

    def keep(self, sms: Landed) -> None:
        """Store now; raises `storage.*`."""
        with self._lock:
            if any(one.id == sms.id for one in self._messages):
                return
            self._messages = [*self._messages, sms][-KEPT:]
            self._store.save({"messages": [asdict(one) for one in self._messages]})

    def waiting(self) -> list[Landed]:
        """What landed before the phone was switched off; most of it has been taken in."""
        with self._lock:
            return list(self._messages)

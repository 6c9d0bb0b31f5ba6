"""The one event log: what every actor did, when, and because of which earlier event.

Events are facts for people and machines to read later. They go to subscribers at once and, when a file is
given, to disk as JSON lines. Values under a secret-looking key never enter the log.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from core.clock import Clock

log = logging.getLogger(__name__)

SECRET_WORDS = ("password", "pin", "secret", "token", "code_verifier", "device_code", "authorization_code")
KEPT_IN_MEMORY = 20_000  # one long showroom day; the file holds all

current_cause: ContextVar[str | None] = ContextVar("current_cause", default=None)


@dataclass(frozen=True, slots=True)
class Event:
    """One fact. `time` is ISO 8601 UTC of the bench's clock; `cause` is the id of the event that led here."""

    id: str
    time: str
    actor: str
    kind: str
    cause: str | None = None
    data: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> str:
        """One JSON line, keys in a fixed order."""
        return json.dumps(asdict(self), ensure_ascii=False, default=str)


@contextlib.contextmanager
def caused_by(event_id: str | None) -> Iterator[None]:
    """Everything emitted inside (on this thread) names `event_id` as its cause."""
    mark = current_cause.set(event_id)
    try:
        yield
    finally:
        current_cause.reset(mark)


class EventLog:
    """Collects events from any thread; `actor` and `kind` are dotted lower-case words."""

    def __init__(self, clock: Clock, path: Path | None = None, prefix: str = "e") -> None:
        self._clock = clock
        self._prefix = prefix
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        self._recent: deque[Event] = deque(maxlen=KEPT_IN_MEMORY)
        self._subscribers: list[Callable[[Event], None]] = []
        self._file = path.open("a", encoding="utf-8", buffering=1) if path else None

    def emit(self, actor: str, kind: str, *, cause: str | None = None, **data: Any) -> Event:
        """Record a fact and return it; its id can be handed on as the cause of what follows."""
        event = Event(
            id=f"{self._prefix}{next(self._numbers)}",
            time=self._clock.now().isoformat(timespec="milliseconds"),
            actor=actor,
            kind=kind,
            cause=cause or current_cause.get(),
            data=_without_secrets(data),
        )
        with self._lock:
            self._recent.append(event)
            self._write(event)
            subscribers = list(self._subscribers)
        for subscriber in subscribers:
            try:
                subscriber(event)
            except Exception:
                log.exception("event subscriber failed on %s", event.kind)
        return event

    def subscribe(self, subscriber: Callable[[Event], None]) -> Callable[[], None]:
        """Call `subscriber` on the emitting thread for each event; the answer ends that."""
        with self._lock:
            self._subscribers.append(subscriber)

        def unsubscribe() -> None:
            with self._lock, contextlib.suppress(ValueError):
                self._subscribers.remove(subscriber)

        return unsubscribe

    def recent(self, actor: str | None = None, kind: str | None = None) -> list[Event]:
        """The events kept in memory, oldest first, optionally of one actor or kind."""
        with self._lock:
            return [
                event
                for event in self._recent
                if (actor is None or event.actor == actor) and (kind is None or event.kind == kind)
            ]

    def close(self) -> None:
        """Close the file; later events stay in memory only."""
        with self._lock:
            if self._file is not None:
                self._file.close()
                self._file = None

    def _write(self, event: Event) -> None:
        if self._file is None:
            return
        try:
            self._file.write(event.to_json() + "\n")
        except OSError as error:  # a full disk must not stop the bench
            log.error("the event log cannot be written any more: %s", error)
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None


def _without_secrets(data: dict[str, Any]) -> dict[str, Any]:
    clean: dict[str, Any] = {}
    for key, value in data.items():
        if any(word == key or key.endswith("_" + word) for word in SECRET_WORDS):
            clean[key] = "•••"
        elif isinstance(value, dict):
            clean[key] = _without_secrets(value)
        else:
            clean[key] = value
    return clean

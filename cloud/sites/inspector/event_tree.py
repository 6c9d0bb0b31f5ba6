"""The last events under what caused them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cloud.sites.inspector.tables import text
from core.events import Event
from core.local_time import LOCAL_TIME


@dataclass(frozen=True)
class Twig:
    """One event and how deep it hangs. `outside`: its cause is known but not among the events shown."""

    id: str
    depth: int
    time: str
    actor: str
    kind: str
    data: str
    cause: str | None
    outside: bool


def tree(events: Sequence[Event]) -> list[Twig]:
    """Events (oldest first) as rows: the newest beginnings first, and under each what it led to, in order."""
    known = {event.id for event in events}
    children: dict[str | None, list[Event]] = {}
    for event in events:
        children.setdefault(event.cause if event.cause in known and event.cause != event.id else None, []).append(event)
    twigs: list[Twig] = []
    waiting = [(0, event) for event in children.get(None, [])]  # a stack: the newest beginning is taken first
    while waiting:
        depth, event = waiting.pop()
        twigs.append(_twig(event, depth, known))
        waiting += [(depth + 1, child) for child in reversed(children.get(event.id, []))]
    return twigs


def _twig(event: Event, depth: int, known: set[str]) -> Twig:
    time = datetime.fromisoformat(event.time).astimezone(LOCAL_TIME).strftime("%H:%M:%S.%f")[:-3]
    data = "  ".join(f"{name}={text(name, value)}" for name, value in event.data.items() if value is not None)
    outside = event.cause is not None and event.cause not in known
    return Twig(event.id, depth, time, event.actor, event.kind, data, event.cause, outside)

"""What the bench's log and the car's modem told since the present step of a walk began."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from core.events import Event
from onebench.journeys.bench import Bench
from onebench.journeys.comparison import matches


class Happened:
    """`events` is a list that grows by itself; `begin_step` forgets what was before."""

    def __init__(self, bench: Bench, events: Sequence[Event]) -> None:
        self._bench = bench
        self._events = events
        self._first_event = 0
        self._first_line = 0

    def begin_step(self) -> None:
        """From now on."""
        self._first_event = len(self._events)
        self._first_line = len(self._bench.network.at_lines)

    def events(self, wanted: Mapping[str, Any]) -> list[Event]:
        """Those of a `kind`, of an `actor` (any, if none is named), whose fields fit `data`."""
        return [
            event
            for event in list(self._events[self._first_event :])
            if event.kind == wanted["kind"]
            and event.actor == wanted.get("actor", event.actor)
            and all(matches(event.data.get(key), want) for key, want in wanted.get("data", {}).items())
        ]

    def kinds(self) -> list[str]:
        """What there was, for a message."""
        return list(dict.fromkeys(event.kind for event in list(self._events[self._first_event :])))

    def at_lines(self) -> list[str]:
        """What the modem sent to the car, line by line."""
        return list(self._bench.network.at_lines[self._first_line :])

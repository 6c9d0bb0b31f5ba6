"""What the inspector of one server is handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from flask import current_app

from cloud.sites.inspector.tables import Table
from core.clock import Clock
from core.events import EventLog

EXTENSION = "onebench-inspector"


@dataclass(frozen=True)
class Place:
    """`name` of the server, `tables()` of what it knows now. Whoever starts the servers may add to `neighbours` (other
    servers' inspectors by name) and `more` (tables of parts behind this server, such as an SM-DP+).
    """

    name: str
    clock: Clock
    events: EventLog
    tables: Callable[[], list[Table]]
    neighbours: dict[str, str] = field(default_factory=dict)
    more: list[Callable[[], list[Table]]] = field(default_factory=list)

    def all_tables(self) -> list[Table]:
        """Those of the server and of the parts behind it, raw ones last."""
        found = self.tables() + [one for hand_in in self.more for one in hand_in()]
        return sorted(found, key=lambda one: one.raw)


def place() -> Place:
    """The one of the application that handles the present request."""
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, Place)
    return found

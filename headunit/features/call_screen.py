"""Brings the section `calls` up to date: which call is in front, which waits or is held, and the keys of a call."""

from __future__ import annotations

from typing import Any

from core.person_names import initial_of
from core.phone_numbers import grouped
from headunit.desk import Desk
from headunit.features.contact_names import ContactNames
from headunit.flow.calls import Call, CallBook


class CallScreen:
    """What the display knows of calls. `view` is the call chart's state."""

    def __init__(self, desk: Desk, book: CallBook, names: ContactNames) -> None:
        self._desk = desk
        self._names = names
        self._book = book
        self.view = ""
        self.muted = False
        self.keypad = False
        self.tones = ""
        """The tones that were sent in this call."""

    def reset(self) -> None:
        """No call is left: the next one begins with everything off."""
        self.muted, self.keypad, self.tones = False, False, ""

    def show(self, end: dict[str, Any]) -> None:
        """Fill the section; `end` is the end that is told."""
        front, ringing = self._book.front, self._book.ringing
        waiting = ringing if ringing is not front else None
        self._desk.state.put(
            "calls",
            {
                "view": self.view,
                "front": self._face(front),
                "second": self._face(self._book.second),
                "waiting": self._face(waiting),
                "muted": self.muted,
                "keypad": self.keypad,
                "tones": self.tones,
                "end": end,
            },
        )

    def _face(self, call: Call | None) -> dict[str, Any]:
        if call is None:
            return {}
        name = self._names.of(call.number)
        return {
            "key": str(call.key),
            "name": name,
            "shown": grouped(call.number),
            "initial": initial_of(name) if name else "",
            "state": call.state,
            "outgoing": call.outgoing,
            "seconds": call.seconds(self._desk.clock.timestamp()),
        }

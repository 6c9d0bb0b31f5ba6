"""What is told of a call that is over: how long it was, or why it broke; a normal end goes away by itself."""

from __future__ import annotations

from typing import Any

from core.clock import Timer
from core.phone_numbers import grouped
from headunit.desk import Desk
from headunit.features.contact_names import ContactNames
from headunit.flow.calls import Call

NORMAL = "normal"
LOST = frozenset({"no_service", "modem_gone", "unknown"})
"""Ends for which the operator may have had a reason that comes later, over the cloud."""
OPERATORS_REASONS = frozenset({"released", "used_in_other_vehicle", "no_contract"})


class CallEnds:
    """The end that is shown, one at a time."""

    def __init__(self, desk: Desk, names: ContactNames) -> None:
        self._desk = desk
        self._names = names
        self._timer: Timer | None = None
        self.shown: dict[str, Any] = {}
        """`{name, shown, seconds, talked, reason, again}`, or empty."""
        self.number = ""
        """Whom to call again."""

    def take(self, call: Call, reason: str, now: float) -> bool:
        """Whether the end of this call is to be shown; what rang in vain is in the list of calls."""
        unanswered = not call.connected
        if unanswered and (not call.outgoing or call.closed):
            return False
        reason = NORMAL if call.closed else self._operators(reason)
        self.number = call.number
        self.shown = {
            "name": self._names.of(call.number),
            "shown": grouped(call.number),
            "seconds": call.seconds(now),
            "talked": not unanswered,
            "reason": reason,
            "again": bool(call.number) and call.outgoing and unanswered,
        }
        self._stop_timer()
        if reason == NORMAL:
            pause = self._desk.settings.call_end_shown
            self._timer = self._desk.clock.call_later(pause, lambda: self._desk.tasks.post(self._over))
        return True

    def clear(self) -> None:
        """Something else is shown now."""
        self.shown = {}
        self._stop_timer()

    def stop(self) -> None:
        """No timer runs any more."""
        self._stop_timer()

    def esim_changed(self) -> None:
        """The car learned why its network was taken away."""
        if self.shown and (reason := self._operators(self.shown["reason"])) != self.shown["reason"]:
            self.shown = self.shown | {"reason": reason, "again": False}
            self._desk.state.update("calls", end=self.shown)

    def _operators(self, reason: str) -> str:
        esim = self._desk.state.get("esim")
        taken_away = esim["state"] == "notActivated" and esim["detail"] in OPERATORS_REASONS
        return str(esim["detail"]) if reason in LOST and taken_away else reason

    def _over(self) -> None:
        self._desk.fact("endWasShown")

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

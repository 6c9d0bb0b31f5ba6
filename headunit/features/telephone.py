"""Calls in the car (issue rows ONE-VOICE-01 to -08 as the car sees them): what the modem lists becomes what is shown.

`telephone_line` speaks with the modem, `calls` knows which call is which, `call_view` what is over the screen,
`telephone_page` has the contacts, the calls before and the key pad.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.clock import Timer
from headunit.desk import Desk
from headunit.features.call_end import CallEnds
from headunit.features.call_screen import CallScreen
from headunit.features.contact_names import ContactNames
from headunit.flow.call_view import CallChart
from headunit.flow.calls import PENDING, SETTING_UP, Call, CallBook, past_kind
from headunit.flow.drivers import GUEST
from headunit.flow.telephone import may_ring
from headunit.services.call_log import CallLog
from headunit.services.telephone_line import DIAL, LineReport, TelephoneLine

if TYPE_CHECKING:
    from firmware_bridge import ModemEvent

CALL_NEWS = ("ring", "waiting", "call_ended", "gone")
"""News of the modem after which its list of calls may be another one."""


class Telephone:
    """Listens to the call chart. `connection_lost` is told when a call broke with the network."""

    def __init__(self, desk: Desk, log: CallLog, names: ContactNames, connection_lost: Callable[[], None]) -> None:
        self._desk = desk
        self._log = log
        self._connection_lost = connection_lost
        self._book = CallBook()
        self._screen = CallScreen(desk, self._book, names)
        self._ends = CallEnds(desk, names)
        self._line = TelephoneLine(desk.door, desk.tasks, self._told)
        self._timer: Timer | None = None
        self._driver = GUEST
        """Whose calls these are."""
        self._allowed = False
        self.changed: list[Callable[[], None]] = []
        """Told when the list of calls before has a new one."""
        self.chart = CallChart(listeners=[self])
        desk.state.on_change(self._state_changed)

    # Life

    def start(self) -> None:
        """Have the modem tell callers' numbers from the beginning."""
        self._line.look()

    def stop(self) -> None:
        """Look no more; calls go on without the display, as on any modem."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._ends.stop()

    def heard(self, event: ModemEvent) -> None:
        """News of the modem, on the car's own thread."""
        if event.kind == "restarted":
            self._line.forget()
        if event.kind in CALL_NEWS and (self._book.calls or self._may_ring()):
            self._line.look()

    @property
    def may_begin(self) -> bool:
        """Whether one more call can be begun now."""
        return self._book.may_begin

    def dial(self, number: str) -> None:
        """Call a number."""
        self._begin()
        self._book.begin(number, self._desk.clock.timestamp())
        self._desk.events.emit("car", "call.dial")
        self._desk.fact("callGoesOn")
        self._show()
        self._line.order(DIAL, lambda voice: voice.dial(number))

    # Touches on a call

    def answer_call(self) -> None:
        """Take the call that rings; the one in progress is held."""
        call = self._book.ringing
        if call is None:
            return
        if call.state == "incoming":
            self._line.order("answer", lambda voice: voice.answer())
        elif self._book.second is not None:
            self._line.order("answer", lambda voice: voice.end_and_go_on())
        else:
            self._line.order("answer", lambda voice: voice.hold_and_go_on())

    def reject_call(self) -> None:
        """Refuse it; then it rings nowhere any more."""
        call = self._book.ringing
        if call is None:
            return
        self._book.close(call)
        if call.state == "incoming":
            self._line.order("reject", lambda voice: voice.hang_up())
        else:
            self._line.order("reject", lambda voice: voice.refuse_waiting())

    def end_call(self) -> None:
        """End the call in front; a held one comes back, a waiting one goes on waiting."""
        front = self._book.front
        if front is None:
            return
        self._book.close(front)
        if front.state == "held" and front.index != PENDING:
            self._line.order("end", lambda voice: voice.end_one(front.index))
        elif self._book.second is not None and self._book.ringing is None:
            self._line.order("end", lambda voice: voice.end_and_go_on())
        else:
            self._line.order("end", lambda voice: voice.hang_up())

    def hold_call(self) -> None:
        """Hold the call, or take it back."""
        if self._book.ringing is None and all(call.state in ("active", "held") for call in self._book.calls):
            self._line.order("hold", lambda voice: voice.hold_and_go_on())

    def swap_calls(self) -> None:
        """Change the call in progress for the held one."""
        if self._book.second is not None:
            self.hold_call()

    def mute_call(self) -> None:
        """Switch the microphone off, or on again."""
        muted = not self._screen.muted
        self._screen.muted = muted
        self._line.order("mute", lambda voice: voice.mute(muted))
        self._show()

    def show_keypad(self) -> None:
        """Show the keys for tones, or hide them."""
        self._screen.keypad = not self._screen.keypad
        self._show()

    def send_tone(self, value: object = None) -> None:
        """A tone for the other side's menu."""
        key = str(value)
        front = self._book.front
        if front is not None and front.state == "active" and len(key) == 1 and key in "0123456789*#":
            self._screen.tones = (self._screen.tones + key)[-16:]
            self._line.order("tone", lambda voice: voice.tone(key))
            self._show()

    def call_again(self) -> None:
        """The call that just ended once more."""
        number = self._ends.number
        if number and self._book.may_begin:
            self.dial(number)

    # The modem's list

    def _told(self, report: LineReport) -> None:
        now = self._desk.clock.timestamp()
        if report.lost:
            over, reason = self._book.drop_all(), "modem_gone"
        elif report.calls is None:
            over, reason = [], ""
        else:
            self._begin()
            listed = report.calls if self._book.calls or self._may_ring() else ()
            over = self._book.read(listed, now, dialled=not self._line.dials)
            reason = report.end or "unknown"
        for call in over:
            self._record(call, reason, now)
        self._tell_chart(over, reason, now)
        self._show()
        self._look_later()

    def _record(self, call: Call, reason: str, now: float) -> None:
        kind, seconds = past_kind(call, reason), call.seconds(now)
        self._desk.events.emit("car", "call.ended", how=kind, reason=reason, seconds=seconds)
        if self._driver != GUEST:
            self._log.add(self._driver, call.number, kind, at=call.began, seconds=seconds)
            for tell in self.changed:
                tell()
        if reason in ("no_service", "modem_gone"):
            self._connection_lost()

    def _tell_chart(self, over: list[Call], reason: str, now: float) -> None:
        front = self._book.front
        if front is not None:
            if front.rings:
                self._desk.fact("callRings")
            else:
                self._desk.fact("callGoesOn")
                if self._book.ringing is not None:
                    self._desk.fact("callWaits")
            return
        muted = self._screen.muted
        self._screen.reset()
        if over and self._ends.take(over[-1], reason, now):
            self._desk.fact("callEnded")
        else:
            self._desk.fact("callGone")
        if muted:
            self._line.order("mute", lambda voice: voice.mute(False))

    def _look_later(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self._book.calls:
            return
        settings = self._desk.settings
        being_set_up = any(call.state in SETTING_UP for call in self._book.calls)
        pause = settings.call_set_up_interval if being_set_up else settings.call_look_interval
        self._timer = self._desk.clock.call_later(pause, lambda: self._desk.tasks.post(self._line.look))

    # Who may telephone

    def _begin(self) -> None:
        if not self._book.calls:
            self._driver = str(self._desk.state.get("activeDriver").get("key", GUEST))

    def _may_ring(self) -> bool:
        state = self._desk.state
        return may_ring(str(state.get("activeDriver").get("key", GUEST)), state.get("esim"))

    def _state_changed(self, section: str) -> None:
        if section == "contacts" and self._book.calls:
            self._show()
        if section not in ("esim", "activeDriver"):
            return
        self._ends.esim_changed()
        before, self._allowed = self._allowed, self._may_ring()
        if self._allowed and not before:
            self._line.look()  # a call may go on since before the head unit was switched on
        elif not self._allowed and self._book.calls:
            self._leave_calls()

    def _leave_calls(self) -> None:
        """The car telephones no more: what goes on is ended, what rings goes on ringing elsewhere."""
        if all(call.rings for call in self._book.calls):
            self._book.drop_all()
            self._desk.fact("callGone")
            self._show()
        elif any(call.state != "held" for call in self._book.calls):
            self._line.order("end", lambda voice: voice.hang_up())

    # The chart speaks

    def on_enter_state(self, state: Any) -> None:
        """What is over the screen now."""
        if self._book.calls or state.value == "":
            self._ends.clear()
        if state.value != self._screen.view:
            self._screen.view = str(state.value)
            self._desk.events.emit("car", "call.view", view=self._screen.view)
        self._show()

    def _show(self) -> None:
        self._screen.show(self._ends.shown)

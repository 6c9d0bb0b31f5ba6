"""The telephone app: key pad, calls before, the call screen; service codes are answered in a dialog."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from core.clock import Clock
from core.local_time import LOCAL_TIME
from core.phone_numbers import grouped, is_service_code
from core.radio.call_list import DeviceCall
from phone_app.apps.base import App
from phone_app.apps.dialer.calls import Calls
from phone_app.apps.dialer.recents import Past, Recents
from phone_app.mobile import Mobile

LONGEST = 24
UNSUPPORTED = 4
"""The <m> of +CUSD (TS 27.007 §7.15) for a service that the network does not know."""
NOT_MISSED = ("declined", "answered_elsewhere")
TABS = ("keypad", "recents")


class DialerApp(App):
    """Screens: keypad, recents, call."""

    id = "dialer"

    def __init__(
        self, calls: Calls, recents: Recents, mobile: Mobile, *, name_of: Callable[[str], str], clock: Clock
    ) -> None:
        super().__init__()
        self.screen = "keypad"
        self.calls = calls
        self.shown: Callable[[], None] = lambda: None
        """Brings the app to the front: a call began or was answered."""
        self._recents = recents
        self._mobile = mobile
        self._name_of = name_of
        self._clock = clock
        self.told: Callable[[str, dict[str, str]], None] = lambda kind, params: None
        """A banner: `(kind, params)`."""
        self._typed = ""
        self._tab = "keypad"
        self._pad = False
        self._service: dict[str, str] = {}
        calls.changed = self._calls_changed
        calls.ended = self._call_ended
        mobile.ussd_answer = self._answered

    # -- state

    def state(self) -> dict[str, Any]:
        """`call` is the one in front, `behind` a held one, `incoming` the one that rings, `service` the dialog of a
        service code; `pad`: the key pad of the call screen is open.
        """
        return {
            "screen": self.screen,
            "typed": self._typed,
            "typedShown": grouped(self._typed),
            "name": self._name_of(self._typed) if self._typed else "",
            "service": dict(self._service),
            "call": dict(self.calls.state(self.calls.front, self._name)),
            "behind": dict(self.calls.state(self.calls.behind, self._name)),
            "muted": self.calls.muted,
            "tones": self.calls.tones,
            "pad": self._pad,
            "mayDial": self.calls.may_dial,
            "incoming": dict(self.calls.state(self.calls.incoming, self._name)),
            "busy": self.calls.busy,
            "missed": self._recents.unseen,
            "recents": [self._row(past) for past in self._recents.calls],
        }

    @property
    def overlay(self) -> str:
        """`incoming` while somebody calls, `service` while a service code's dialog is open, else ""."""
        return "incoming" if self.calls.incoming is not None else "service" if self._service else ""

    def _row(self, past: Past) -> dict[str, Any]:
        then = datetime.fromtimestamp(past.at, UTC).astimezone(LOCAL_TIME)
        today = self._clock.now().astimezone(LOCAL_TIME).date() == then.date()
        return {
            "key": past.key,
            "name": self._name(past.number),
            "incoming": past.incoming,
            "missed": past.missed,
            "seconds": past.seconds,
            "time": f"{then:%H:%M}" if today else f"{then.month}/{then.day}",
        }

    def _name(self, number: str) -> str:
        return self._name_of(number) or grouped(number)

    # -- the person

    def opened(self) -> None:
        """What is on the screen counts as seen."""
        if self.screen == "recents":
            self._recents.seen()

    def back(self) -> bool:
        """From the call screen to the pad: the call goes on."""
        if self.screen == "keypad":
            return False
        self.go("keypad", "back")
        return True

    def on_open_tab(self, tab: Any) -> None:
        """Key pad or calls before."""
        if self.screen in TABS and tab in TABS and tab != self.screen:
            self._tab = str(tab)
            if tab == "recents":
                self._recents.seen()
            self.go(self._tab, "forward" if tab == "recents" else "back")

    def on_digit(self, key: Any) -> None:
        """A key of the pad."""
        if str(key) in "0123456789*#+" and len(str(key)) == 1 and len(self._typed) < LONGEST:
            self._typed += str(key)
            self.changed()

    def on_erase(self, _: Any) -> None:
        """The last digit."""
        self._typed = self._typed[:-1]
        self.changed()

    def on_call(self, number: Any) -> None:
        """The green button; `number` is what a contact or a row gives, None for what was typed."""
        wanted = str(number or self._typed)
        if is_service_code(wanted):
            self._ask_service(wanted)
        elif wanted.strip("+*#") and self.calls.dial(wanted):
            self._typed = ""
            self.go("call")
        elif not number and not wanted and self._recents.calls:
            # As phones do: an empty pad offers the last number.
            self._typed = self._recents.calls[0].number
            self.changed()

    def on_redial(self, key: Any) -> None:
        """A row of the calls before."""
        past = next((call for call in self._recents.calls if call.key == key), None)
        if past is not None:
            self.on_call(past.number)

    def on_clear_recents(self, _: Any) -> None:
        """Forget the calls before."""
        self._recents.clear()
        self.changed()

    def on_hang_up(self, _: Any) -> None:
        """The red button."""
        self.calls.hang_up()

    def on_hold(self, held: Any) -> None:
        """Hold the call in front, or take it back."""
        self.calls.hold(bool(held))

    def on_swap(self, _: Any) -> None:
        """Change the two calls."""
        self.calls.swap()

    def on_mute(self, muted: Any) -> None:
        """The microphone."""
        self.calls.mute(bool(muted))

    def on_pad(self, shown: Any) -> None:
        """The key pad over the call screen."""
        self._pad = bool(shown)
        self.changed()

    def on_tone(self, key: Any) -> None:
        """A key of that pad."""
        if len(str(key)) == 1 and str(key) in "0123456789*#":
            self.calls.tone(str(key))

    def on_add_call(self, _: Any) -> None:
        """To the key pad, for a second call."""
        if self.screen == "call" and self.calls.may_dial:
            self._tab = "keypad"
            self.go("keypad", "back")

    def on_show_call(self, _: Any) -> None:
        """Back to the call that goes on."""
        if self.calls.front is not None:
            self.go("call")

    def answer(self, how: str) -> None:
        """What the person does with a call that rings: `accept`, `reject`, or `replace` the one in progress."""
        if self.calls.incoming is None:
            return
        if how != "reject":
            if how == "replace":
                self.calls.end_and_answer()
            else:
                self.calls.answer()
            self._pad = False
            self.screen = "call"
            self.shown()
            self.go("call")
        else:
            self.calls.reject()

    def close_service(self) -> None:
        """The answer of a service code was read."""
        self._service = {}
        self.changed()

    # -- the network

    def _ask_service(self, code: str) -> None:
        self._typed = ""
        self._service = {"state": "waiting", "code": code, "text": ""}
        self.changed()

        def failed(reason: str) -> None:
            if self._service.get("state") == "waiting":
                self._service = {"state": "failed", "code": code, "text": reason}
                self.changed()

        self._mobile.ask(code, self._answered, failed)

    def _answered(self, kind: int, text: str) -> None:
        """The network's words; it may also speak unasked (network-initiated USSD, TS 22.090)."""
        state = "failed" if kind == UNSUPPORTED else "answer"
        self._service = {"state": state, "code": self._service.get("code", ""), "text": text}
        self.changed()

    def _calls_changed(self) -> None:
        front = self.calls.front
        self._pad = self._pad and front is not None and front.state == "connected"
        if self.screen == "call" and self.calls.front is None and self.calls.incoming is None:
            self.go(self._tab, "back")
        else:
            self.changed()

    def _call_ended(self, call: DeviceCall) -> None:
        missed = call.incoming and not call.connected and call.cause not in NOT_MISSED
        seconds = self.calls.seconds(call)
        self._recents.add(call.number, incoming=call.incoming, at=call.began, seconds=seconds, missed=missed)
        if missed:
            self.told("missed", {"name": self._name(call.number)})

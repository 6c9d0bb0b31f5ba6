"""Service codes of an accessory: dialled, or behind the menu of the receive priority (ONE-SMS-09, -15, -16)."""

from __future__ import annotations

from collections.abc import Callable

from accessories.air import Air

ASK, PREFER_THIS = "*#103#", "*103*1#"


class Services:
    """`dialog` is what was dialled and answered, `priority` what the menu shows: `{state, text}`, state `waiting`,
    `answered` (the network's words) or `failed` (a code).
    """

    def __init__(self, air: Air) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.dialog: dict[str, str] = {}
        self.priority: dict[str, str] = {}
        self._air = air
        air.ussd = self._answered

    def dial(self, code: str) -> None:
        """A code was typed."""
        self.dialog = {"state": "waiting", "code": code, "text": ""}
        self._send(code)

    def close(self) -> None:
        """The answer was read."""
        self.dialog = {}
        self.changed()

    def ask_priority(self) -> None:
        """The menu was opened."""
        self._send_for_menu(ASK)

    def prefer_this(self) -> None:
        """Prefer this accessory."""
        self._send_for_menu(PREFER_THIS)

    def network_lost(self) -> None:
        """A question that was open is answered by nobody."""
        if "waiting" in (self.priority.get("state"), self.dialog.get("state")):
            self._take("failed", "radio.no_coverage")

    def _send_for_menu(self, code: str) -> None:
        self.priority = {"state": "waiting", "text": ""}
        self._send(code)

    def _send(self, code: str) -> None:
        self.changed()
        self._air.order(lambda radio: radio.ussd(code), failed=lambda reason: self._take("failed", reason))

    def _answered(self, _kind: int, text: str) -> None:
        self._take("answered", text)

    def _take(self, state: str, text: str) -> None:
        if self.priority.get("state") == "waiting":
            self.priority = {"state": state, "text": text}
        else:
            self.dialog = {"code": self.dialog.get("code", ""), "state": state, "text": text}
        self.changed()

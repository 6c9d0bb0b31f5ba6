"""The One Number settings: which device surely receives messages, asked and set at the network (ONE-SMS-08, -09)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.phone_numbers import grouped
from phone_app.mobile import Mobile

ASK, PREFER_PHONE = "*#103#", "*103*0#"
"""Service codes of the receive priority (ONE-SMS-14, -16): the app is a menu over them."""


class OneNumber:
    """State `asking`, `answered` (the network's words in `text`) or `failed` (`text` is the code)."""

    def __init__(self, mobile: Mobile) -> None:
        self.changed: Callable[[], None] = lambda: None
        self._mobile = mobile
        self._state, self._text = "asking", ""

    def state(self) -> dict[str, Any]:
        """For the view; `number` is the line's own."""
        return {"state": self._state, "text": self._text, "number": grouped(self._mobile.number)}

    def ask(self) -> None:
        """Which device is preferred?"""
        self._send(ASK)

    def prefer_phone(self) -> None:
        """Prefer this phone."""
        self._send(PREFER_PHONE)

    def _send(self, code: str) -> None:
        self._state, self._text = "asking", ""
        self.changed()
        self._mobile.ask(code, self._answered, self._failed)

    def _answered(self, _kind: int, text: str) -> None:
        self._state, self._text = "answered", text
        self.changed()

    def _failed(self, code: str) -> None:
        self._state, self._text = "failed", code
        self.changed()

"""What QML sees of an accessory: properties, and `send` as the only way in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QJSValue

MAP: Any = "QVariantMap"
LIST: Any = "QVariantList"


class AccessoryViewModel(QObject):
    """Holds the last state that `read` gave; `refresh` reads anew and tells what has changed."""

    screen_changed = Signal()
    overlay_changed = Signal()
    status_changed = Signal()
    set_up_changed = Signal()
    telephone_changed = Signal()
    dial_changed = Signal()
    messages_changed = Signal()
    newest_changed = Signal()
    write_changed = Signal()
    service_changed = Signal()
    priority_changed = Signal()

    def __init__(self, read: Callable[[], dict[str, Any]], take: Callable[[str, Any], None]) -> None:
        super().__init__()
        self._read = read
        self._take = take
        self._state = read()

    @Slot(str)
    @Slot(str, "QVariant")
    def send(self, event: str, value: Any = None) -> None:
        """Every touch: the events of `accessories.device`."""
        if isinstance(value, QJSValue):
            value = value.toVariant()
        self._take(event, value)

    def refresh(self) -> None:
        """Something changed; call it as often as you like."""
        old, self._state = self._state, self._read()
        for name in self._state:
            if name != "kind" and old.get(name) != self._state[name]:
                getattr(self, f"{'set_up' if name == 'setUp' else name}_changed").emit()

    def _map(self, name: str) -> dict[str, Any]:
        return dict(self._state[name])

    def _get_kind(self) -> dict[str, Any]:
        return self._map("kind")

    def _get_screen(self) -> str:
        return str(self._state["screen"])

    def _get_overlay(self) -> str:
        return str(self._state["overlay"])

    def _get_status(self) -> dict[str, Any]:
        return self._map("status")

    def _get_set_up(self) -> dict[str, Any]:
        return self._map("setUp")

    def _get_telephone(self) -> dict[str, Any]:
        return self._map("telephone")

    def _get_dial(self) -> dict[str, Any]:
        return self._map("dial")

    def _get_messages(self) -> list[Any]:
        return list(self._state["messages"])

    def _get_newest(self) -> dict[str, Any]:
        return self._map("newest")

    def _get_write(self) -> dict[str, Any]:
        return self._map("write")

    def _get_service(self) -> dict[str, Any]:
        return self._map("service")

    def _get_priority(self) -> dict[str, Any]:
        return self._map("priority")

    kind = Property(MAP, _get_kind, constant=True)
    """`{id, name, body: watch|handset, menu}`"""
    screen = Property(str, _get_screen, notify=screen_changed)
    overlay = Property(str, _get_overlay, notify=overlay_changed)
    """"" or `incoming`, `call`, `service`"""
    status = Property(MAP, _get_status, notify=status_changed)
    """`{time, inNetwork, number, name}`"""
    setUp = Property(MAP, _get_set_up, notify=set_up_changed)
    """`{stage: intro|pin|working|problem, number, digits, problem: {code, …}}`"""
    telephone = Property(MAP, _get_telephone, notify=telephone_changed)
    """`{call, behind, incoming: {number, state, seconds, cause}, muted}`"""
    dial = Property(MAP, _get_dial, notify=dial_changed)
    messages = Property(LIST, _get_messages, notify=messages_changed)
    """`[{id, number, mine, text, state, mayReply}]`, the newest first"""
    newest = Property(MAP, _get_newest, notify=newest_changed)
    """The newest text that nobody has looked at: `{number, text, unread}`, or {}"""
    write = Property(MAP, _get_write, notify=write_changed)
    service = Property(MAP, _get_service, notify=service_changed)
    priority = Property(MAP, _get_priority, notify=priority_changed)

"""The keys of the on-screen keyboard, which have no ids of their own: found by what is written on them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem

from core.ui.screen import Screen
from core.ui.screen.touch import tap


def drawn(root: QQuickItem) -> Iterator[QQuickItem]:
    """All items that are drawn."""
    for child in root.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child
            yield from drawn(child)


def keys(screen: Screen) -> dict[str, QQuickItem]:
    """What is written on the keys that are shown, by its text."""
    panel = screen.find("phone.keyboard")
    found = (item for item in (drawn(panel.item) if panel else ()) if item.inherits("QQuickText"))
    return {str(item.property("text")): item for item in found if item.property("text")}


def key_of(written: QQuickItem) -> QQuickItem:
    """The face of the key that bears this text."""
    face = written.parentItem()
    assert face is not None
    return face


def touch_key(screen: Screen, text: str) -> None:
    """A finger on one key. (An item's own `window()` is not asked: PySide would give the window away to the item.)"""
    key = keys(screen)[text]
    tap(screen.window, key.mapToScene(QPointF(key.width() / 2, key.height() / 2)))

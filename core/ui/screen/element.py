"""What a window shows at this moment: its items with the part of each that can really be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont
from PySide6.QtQuick import QQuickItem, QQuickWindow

from core.ui.phrases import without_joiners

OPAQUE_ENOUGH = 0.05  # fainter than this nobody sees it
TEXT_CLASSES = ("QQuickText", "QQuickTextInput", "QQuickTextEdit")
WEB_CLASS = "QQuickWebEngineView"
LINE_BREAK = re.compile(r"<br\s*/?>")
MARKUP = re.compile(r"</?(?:a|b|em|font|h[1-6]|i|p|span|strong|u)(?:\s[^>]*)?>")


@dataclass(frozen=True)
class Element:
    """One drawn item. `rect` is where it lies and `shown` the part not clipped away, both in window coordinates."""

    id: str
    item: QQuickItem
    rect: QRectF
    shown: QRectF
    opacity: float
    enabled: bool

    @property
    def on_screen(self) -> bool:
        """True if at least half of it lies inside the window and all its clipping ancestors."""
        area = self.rect.width() * self.rect.height()
        return area > 0 and self.shown.width() * self.shown.height() >= 0.5 * area

    @property
    def centre(self) -> QPointF:
        """The middle of the part that can be seen."""
        return self.shown.center()


def elements(window: QQuickWindow) -> Iterator[Element]:
    """All items that are drawn, in the order of painting; hidden and faded-out branches are left out."""
    yield from _walk(window.contentItem(), QRectF(0, 0, window.width(), window.height()), 1.0)


def _walk(item: QQuickItem, clip: QRectF, opacity: float) -> Iterator[Element]:
    opacity *= item.opacity()
    if not item.isVisible() or opacity <= OPAQUE_ENOUGH:
        return
    rect = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    yield Element(item.objectName(), item, rect, rect.intersected(clip), opacity, item.isEnabled())
    if item.inherits(WEB_CLASS):
        return  # what is inside belongs to Chromium and must not be wrapped: PySide dies of it
    if item.clip():
        clip = clip.intersected(rect)
    for child in sorted(item.childItems(), key=QQuickItem.z):
        yield from _walk(child, clip, opacity)


def drawn_text(element: Element) -> str | None:
    """The text of a text item as a person reads it, or None for other items, texts out of sight and cut ones."""
    return None if is_cut(element) else _text_in_sight(element)


def is_cut(element: Element) -> bool:
    """True for a text that ends in an ellipsis because its place is too small."""
    return element.item.inherits("QQuickText") and bool(element.item.property("truncated"))


def cut_text(element: Element) -> str | None:
    """The whole text of an item that shows only a part of it, else None."""
    return _text_in_sight(element) if is_cut(element) else None


def _text_in_sight(element: Element) -> str | None:
    item = element.item
    if not any(item.inherits(name) for name in TEXT_CLASSES):
        return None
    # Fields show bullets for a password: what is displayed counts, not what was typed.
    text = without_joiners(str(item.property("displayText" if item.inherits("QQuickTextInput") else "text") or ""))
    if not text.strip() or not element.on_screen:
        return None
    # `textFormat` cannot be asked for (PySide has no converter for QQuickText's enums), so the tags tell.
    text = MARKUP.sub("", LINE_BREAK.sub("\n", text))
    font: Any = item.property("font")
    if isinstance(font, QFont) and font.capitalization() == QFont.Capitalization.AllUppercase:
        text = text.upper()
    return text

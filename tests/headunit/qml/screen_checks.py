"""What every screen of the head unit must keep, whatever its shape: nothing cut, everything to be found and hit."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from car_stage import CarStage
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QQmlProperty, qmlContext
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

SMALLEST_TEXT = 26
ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Slider,
    QAccessible.Role.EditableText,
}
ID = re.compile(r"car(\.[a-z][A-Za-z0-9]*)+")


def visible_items(item: QQuickItem) -> Iterator[QQuickItem]:
    """All items that are drawn, the parents first."""
    if not item.isVisible() or item.opacity() == 0:
        return
    yield item
    for child in item.childItems():
        yield from visible_items(child)


def in_keyboard(item: QQuickItem | None) -> bool:
    while item is not None:
        if item.objectName() == "car.keyboard":
            return True
        item = item.parentItem()
    return False


def accessible_name(item: QQuickItem) -> str:
    """The name given in QML. Qt hides that of password fields; there the label above the field counts."""
    if item.property("passwordCharacter") and item.objectName().endswith("password"):
        field = item.parentItem()
        while field.property("label") is None:
            field = field.parentItem()
        return field.property("label")
    return QQmlProperty(item, "Accessible.name", qmlContext(item)).read() or ""


def controls(stage: CarStage) -> list[QQuickItem]:
    """What a finger can touch."""
    found = []
    for item in visible_items(stage.window.contentItem()):
        if in_keyboard(item) or not item.isEnabled():
            continue
        if item.inherits("QQuickAbstractButton") or item.inherits("QQuickSlider") or item.inherits("QQuickTextInput"):
            found.append(item)
    return found


def assert_whole(stage: CarStage) -> None:
    """No text cut or outside its place, none too small."""
    display = stage.window.findChild(QQuickItem, "car.display")
    frame = display.mapRectToScene(display.boundingRect()).adjusted(-0.5, -0.5, 0.5, 0.5)
    texts = 0
    for item in visible_items(stage.window.contentItem()):
        if not item.inherits("QQuickText") or in_keyboard(item) or not item.property("text"):
            continue
        texts += 1
        words = item.property("text")
        assert not item.property("truncated"), words
        assert item.property("contentWidth") <= item.width() + 1, words
        assert item.property("contentHeight") <= item.height() + 1, words
        assert item.property("font").pixelSize() >= SMALLEST_TEXT, words
        if not scrolls(item):
            assert frame.contains(item.mapRectToScene(item.boundingRect())), words
            assert_inside_parents(item, words)
            if stage.brand.display_width == stage.brand.display_height:
                assert_in_circle(item, display, words)
    assert texts >= 3


def scrolls(item: QQuickItem) -> bool:
    """True for what may lie outside since it can be scrolled into sight."""
    parent = item.parentItem()
    while parent is not None:
        if parent.inherits("QQuickFlickable"):
            return True
        parent = parent.parentItem()
    return False


def assert_inside_parents(item: QQuickItem, words: str) -> None:
    """No text may hang out of the card, row or button that holds it."""
    parent = item.parentItem()
    while parent is not None:
        if parent.inherits("QQuickAbstractButton") or parent.property("radius") is not None:
            outer = parent.mapRectToScene(parent.boundingRect()).adjusted(-1, -1, 1, 1)
            assert outer.contains(item.mapRectToScene(item.boundingRect())), words
        parent = parent.parentItem()


def assert_in_circle(item: QQuickItem, display: QQuickItem, words: str) -> None:
    """Nothing that is read lies where a round display ends. PySide tells no alignment: both are tried."""
    middle = display.width() / 2
    spare = QPointF(item.width() - item.property("contentWidth"), item.height() - item.property("contentHeight"))

    def farthest(x: float, y: float) -> float:
        drawn = QRectF(x, y, item.property("contentWidth"), item.property("contentHeight"))
        place = item.mapRectToItem(display, drawn)
        corners = (place.topLeft(), place.topRight(), place.bottomLeft(), place.bottomRight())
        return max(math.hypot(corner.x() - middle, corner.y() - middle) for corner in corners)

    assert min(farthest(0, 0), farthest(spare.x() / 2, spare.y() / 2)) <= middle * 0.98, words


def assert_touchable(stage: CarStage, least: float) -> None:
    """Unique ids without words, a name, a role, and room for a finger (`least` pixels)."""
    found = controls(stage)
    assert found, "a screen without a way on"
    names = [item.objectName() for item in found]
    assert len(set(names)) == len(names), names
    for item in found:
        assert ID.fullmatch(item.objectName()), item
        assert accessible_name(item), item.objectName()
        assert QAccessible.queryAccessibleInterface(item).role() in ROLES, item.objectName()
        size = item.mapRectToScene(QRectF(0, 0, item.width(), item.height())).size()
        assert size.width() >= least - 0.5, item.objectName()
        assert size.height() >= least - 0.5, item.objectName()


def find(stage: CarStage, name: str) -> QQuickItem | None:
    """The drawn item with this id; what a list makes is no child of its QObject, so the items are walked."""
    return next((item for item in visible_items(stage.window.contentItem()) if item.objectName() == name), None)


def tap(stage: CarStage, qtbot, name: str) -> None:
    item = find(stage, name)
    assert item is not None, name
    place: QPoint = item.mapToScene(item.boundingRect().center()).toPoint()
    QTest.mouseClick(stage.window, Qt.MouseButton.LeftButton, pos=place)

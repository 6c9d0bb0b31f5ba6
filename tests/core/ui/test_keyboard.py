"""The on-screen keyboard goes to the window that is typed into: touches on its keys, two windows, two engines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from core.ui.keyboard import OnScreenKeyboard, on_screen_keyboard
from core.ui.screen import Screen
from core.ui.theme import prepare_engine

WINDOW = """
import QtQuick
import Bench
BenchWindow {
    objectName: "NAME"; designWidth: 420; designHeight: 880; visible: true
    TextInputField { fieldId: "NAME.plain"; y: 20; width: 400 }
    KeyboardPlace { id: place; objectName: "place"; anchors.bottom: parent.bottom; width: 420; height: 240 }
}
"""


class Desk:
    """Two windows with a field each; `shown` tells whose keyboard is to be seen."""

    def __init__(self, folder: Path) -> None:
        self.keyboard: OnScreenKeyboard = on_screen_keyboard()
        self.engines: dict[str, QQmlApplicationEngine] = {}
        self.windows: dict[str, QQuickWindow] = {}
        for name in ("car", "phone"):
            self._open(folder, name)

    def _open(self, folder: Path, name: str) -> None:
        path = folder / f"{name}.qml"
        path.write_text(WINDOW.replace("NAME", name))
        engine = QQmlApplicationEngine()
        prepare_engine(engine, "phone", "day", motion=False)
        engine.load(QUrl.fromLocalFile(str(path)))
        self.engines[name] = engine
        self.windows[name] = engine.rootObjects()[0]  # type: ignore[assignment]
        self.keyboard.serve(self.windows[name], engine)

    def place(self, name: str) -> QQuickItem:
        place = self.windows[name].property("keyboardPlace")
        assert isinstance(place, QQuickItem)
        return place

    @property
    def shown(self) -> list[str]:
        return [name for name in self.windows if self.place(name).property("shown")]

    def text(self, name: str) -> str:
        return str(Screen(name, self.windows[name]).value(f"{name}.plain", "text"))

    def touch_field(self, name: str) -> None:
        self.windows[name].requestActivate()
        Screen(name, self.windows[name]).tap(f"{name}.plain")

    def keys(self, name: str) -> dict[str, QQuickItem]:
        return {item.property("text"): item for item in _drawn(self.place(name)) if item.inherits("QQuickText")}

    def touch_key(self, name: str, letter: str) -> None:
        key = self.keys(name)[letter]
        middle = key.mapToScene(QPointF(key.width() / 2, key.height() / 2)).toPoint()
        QTest.mouseClick(self.windows[name], Qt.MouseButton.LeftButton, pos=middle)

    def close(self, name: str) -> None:
        self.keyboard.leave(self.windows[name])
        self.windows.pop(name).close()
        delete(self.engines.pop(name))


def _drawn(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child
            yield from _drawn(child)


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    for name in list(desk.windows):
        desk.close(name)


def test_the_keyboard_types_into_the_window_that_has_the_focus(desk: Desk, qtbot: QtBot) -> None:
    assert desk.shown == []
    expected = {"car": "", "phone": ""}
    for name in ("car", "phone", "car", "phone"):
        desk.touch_field(name)
        qtbot.waitUntil(lambda name=name: desk.shown == [name] and "h" in desk.keys(name))
        desk.touch_key(name, "h")
        expected[name] += "h"
        qtbot.waitUntil(lambda name=name: desk.text(name).lower() == expected[name])
    for letter in (Qt.Key.Key_O, Qt.Key.Key_K):  # a keyboard with keys still works
        QTest.keyClick(desk.windows["phone"], letter)
    qtbot.waitUntil(lambda: desk.text("phone").lower() == "hhok")
    assert desk.text("car").lower() == "hh"


def test_it_goes_when_nothing_is_typed_and_comes_back(desk: Desk, qtbot: QtBot) -> None:
    desk.touch_field("phone")
    qtbot.waitUntil(lambda: desk.shown == ["phone"])
    QGuiApplication.inputMethod().hide()
    qtbot.waitUntil(lambda: desk.shown == [])
    desk.touch_field("phone")
    qtbot.waitUntil(lambda: desk.shown == ["phone"])


def test_a_window_that_closes_takes_nothing_with_it(desk: Desk, qtbot: QtBot) -> None:
    desk.touch_field("phone")
    qtbot.waitUntil(lambda: desk.shown == ["phone"])
    desk.close("phone")
    desk.touch_field("car")
    qtbot.waitUntil(lambda: desk.shown == ["car"] and "h" in desk.keys("car"))
    desk.touch_key("car", "h")
    qtbot.waitUntil(lambda: desk.text("car").lower() == "h")

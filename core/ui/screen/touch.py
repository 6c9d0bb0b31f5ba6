"""A finger and a keyboard: real touch and key events that go through Qt as those of a device do."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QPointingDevice
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from core.errors import BenchError
from core.ui.screen.pump import pump_until

FINGER = 0
LONGER = 0.15  # s beyond the platform's press-and-hold time, so that timers of that length have fired


@cache
def _touch_screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def tap(window: QQuickWindow, point: QPointF, hold: float = 0.0) -> None:
    """Put a finger down at `point` (window coordinates), keep it there for `hold` wall seconds, lift it."""
    place = point.toPoint()
    sequence = QTest.touchEvent(window, _touch_screen(), False)
    sequence.press(FINGER, place, window)
    sequence.commit(True)
    if hold:
        pump_until(lambda: False, hold)
    sequence = QTest.touchEvent(window, _touch_screen(), False)
    sequence.release(FINGER, place, window)
    sequence.commit(True)


def long_press_time() -> float:
    """Wall seconds that this platform takes for a long press."""
    return QGuiApplication.styleHints().mousePressAndHoldInterval() / 1000 + LONGER


def press_key(window: QQuickWindow, name: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press and release a key by Qt's name without `Key_` (`Return`, `Escape`, `Left`); raises `key.unknown`."""
    try:
        key = Qt.Key[f"Key_{name}"]
    except KeyError as error:
        raise BenchError("key.unknown", name=name) from error
    QTest.sendKeyEvent(QTest.KeyAction.Click, window, key, "", modifier)


def type_text(window: QQuickWindow, text: str) -> None:
    """Type into whatever has the focus: keys for ASCII, an input method's commit for the rest (Japanese)."""
    for letter in text:
        if " " <= letter <= "~":
            shift = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else Qt.KeyboardModifier.NoModifier
            key = Qt.Key(ord(letter.upper()))
            QTest.sendKeyEvent(QTest.KeyAction.Click, window, key, letter, shift)
        else:
            commit = QInputMethodEvent()
            commit.setCommitString(letter)
            QCoreApplication.sendEvent(window.focusObject(), commit)


def hide_keyboard_over(point: QPointF) -> bool:
    """Put the on-screen keyboard away if it lies over `point`, as a person does who wants what is below; True if so."""
    method = QGuiApplication.inputMethod()
    if not method.isVisible() or not method.keyboardRectangle().contains(point):
        return False
    method.hide()
    return pump_until(lambda: not method.isVisible(), 1.0)

"""Makes the phone's window around a view model."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from core.errors import BenchError
from core.ui.keyboard import on_screen_keyboard
from core.ui.language import apply_language
from core.ui.theme import prepare_engine
from phone_app.view_model import PhoneViewModel

QML = Path(__file__).parent / "qml" / "PhoneMain.qml"


def make_window(
    view_model: PhoneViewModel, *, theme: str, language: str, show: bool, motion: bool = True
) -> tuple[QQmlApplicationEngine, QQuickWindow]:
    """The engine and its window; raises `phone.window_failed`. The engine must be deleted before `view_model`."""
    engine = QQmlApplicationEngine()
    prepare_engine(engine, theme, "day", motion=motion)
    apply_language(engine, "phone", language)
    engine.setInitialProperties({"phone": view_model, "visible": show})
    engine.load(QUrl.fromLocalFile(str(QML)))
    window = engine.rootObjects()[0] if engine.rootObjects() else None
    if not isinstance(window, QQuickWindow):
        raise BenchError("phone.window_failed", file=str(QML))
    on_screen_keyboard().serve(window, engine)
    return engine, window

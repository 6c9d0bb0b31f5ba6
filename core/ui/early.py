"""A QML engine begun early: Qt's own threads read, compile and look up while Python still imports the bench."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent, QQmlFileSelector

from core.paths import QML_MODULES
from core.ui.app import make_application


class EarlyEngine:
    """Make it on the Qt thread, import the rest, then `take` the engine and load the same `files` at once.

    What it begins costs the first frame 25 ms otherwise: the QML files and their plug-ins (on Qt's loader thread), the
    list of the machine's fonts and the plug-in that draws SVG (on a thread of this class). `view` is the file selector
    whose twins it loads: the engine shows no other view afterwards.
    """

    def __init__(self, *files: Path, view: str = "") -> None:
        application = make_application()
        self.view = view
        self._engine = QQmlApplicationEngine()
        select_view(self._engine, view)
        self._engine.addImportPath(str(QML_MODULES))
        for file in files:
            # The engine keeps it, and with it what was compiled.
            url, mode = QUrl.fromLocalFile(str(file)), QQmlComponent.CompilationMode.Asynchronous
            QQmlComponent(self._engine, url, mode, self._engine)
        self._warming = Thread(target=_warm_up, args=(QFont(application.font()),), name="early")
        self._warming.start()

    def take(self) -> QQmlApplicationEngine:
        """The engine, which now belongs to the caller."""
        self._warming.join()
        return self._engine


def select_view(engine: QQmlApplicationEngine, view: str) -> None:
    """Have `engine` take `+<view>/File.qml` wherever there is one beside `File.qml`. Before anything is loaded."""
    if view:
        QQmlFileSelector(engine, engine).setExtraSelectors([view])


def _warm_up(font: QFont) -> None:
    QFontInfo(font).family()
    from core.ui.icons import draw_gradient

    draw_gradient("#000000", "#ffffff", QSize(1, 1))

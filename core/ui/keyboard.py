"""The process's one on-screen keyboard: it comes to whichever window is typed into.

Qt's virtual keyboard serves only the QML engine that loaded it last, so car and phone in one process cannot each have
one. This one lives in an engine of its own, and its panel moves to the place that the window with the focus offers
(`BenchWindow.keyboardPlace`), in that window's theme.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QGuiApplication, QInputMethod
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from shiboken6 import delete, isValid

from core.ui.theme import prepare_engine, theme_object

PANEL = Path(__file__).resolve().parent / "qml" / "KeyboardPanel.qml"
_FOLLOWED = ("tokens", "mode", "motion", "pixelScale")
"""What the keyboard takes over from the theme of the window it stands in."""


class OnScreenKeyboard(QObject):
    """Make it through `on_screen_keyboard`; the plug-in is loaded when somebody first types."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._windows: dict[QQuickWindow, tuple[QQmlEngine, str]] = {}
        self._engine: QQmlEngine | None = None
        self._component: QQmlComponent | None = None
        self._panel: QQuickItem | None = None
        self._place: QQuickItem | None = None
        self._home: QQuickWindow | None = None
        # Queued: Qt's own part must have heard of the new focus first.
        application.focusObjectChanged.connect(self._look, Qt.ConnectionType.QueuedConnection)
        # A web page takes the focus before one of its fields does; this tells of both.
        application.inputMethod().cursorRectangleChanged.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def serve(self, window: QQuickWindow, engine: QQmlEngine) -> None:
        """Come to `window` when it is typed into; `engine` is the one whose theme it has."""
        self._windows[window] = (engine, window.objectName())
        window.keyboardPlaceChanged.connect(self._look, Qt.ConnectionType.QueuedConnection)  # type: ignore[attr-defined]

    def leave(self, window: QQuickWindow) -> None:
        """`window` will be closed."""
        if self._windows.pop(window, None) is None:
            return
        window.keyboardPlaceChanged.disconnect(self._look)  # type: ignore[attr-defined]
        if self._panel is not None and self._home is window:
            self._panel.setParentItem(None)  # type: ignore[arg-type]
            self._place = self._home = None
        if not self._windows:
            self._unload()

    @Slot()
    def _look(self) -> None:
        window = QGuiApplication.focusWindow()
        if not isinstance(window, QQuickWindow) or window not in self._windows or not _accepts_text():
            return
        place = window.property("keyboardPlace")
        if not isinstance(place, QQuickItem):
            return
        engine, part = self._windows[window]
        first = self._panel is None
        panel = self._panel or self._load()
        theme, own = theme_object(engine), theme_object(self._engine)  # type: ignore[arg-type]
        for name in _FOLLOWED:
            own.setProperty(name, theme.property(name))
        if place is not self._place:
            self._tell_place(shown=False)
            self._place, self._home = place, window
            panel.setParentItem(place)
            panel.setObjectName(f"{part}.keyboard")
        for name in ("language", "upright"):
            panel.setProperty(name, place.property(name))
        if first:
            # The field asked for a keyboard before there was one.
            QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImQueryAll)
            QGuiApplication.inputMethod().show()
        self._panel_changed()

    def _load(self) -> QQuickItem:
        self._engine = QQmlEngine()
        # Any theme, for the moment of creation; `_look` gives it the window's own.
        prepare_engine(self._engine, "bmw")
        # The component owns what it made, for Python.
        self._component = QQmlComponent(self._engine, QUrl.fromLocalFile(str(PANEL)))
        panel = self._component.create()
        assert isinstance(panel, QQuickItem), self._component.errorString()
        self._panel = panel
        panel.activeChanged.connect(self._panel_changed)  # type: ignore[attr-defined]
        panel.heightChanged.connect(self._panel_changed)
        return panel

    def _unload(self) -> None:
        parts = [self._panel, self._component, self._engine]
        self._panel = self._component = self._engine = self._place = self._home = None
        for part in parts:
            if part is not None:
                delete(part)

    @Slot()
    def _panel_changed(self) -> None:
        if self._panel is not None and isValid(self._panel):
            self._tell_place(shown=bool(self._panel.property("active")))

    def _tell_place(self, *, shown: bool) -> None:
        if self._place is not None and self._panel is not None and isValid(self._place):
            self._place.setProperty("keyboardHeight", self._panel.height())
            self._place.setProperty("shown", shown)


def on_screen_keyboard() -> OnScreenKeyboard:
    """The application's keyboard."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return application.findChild(OnScreenKeyboard) or OnScreenKeyboard(application)


def _accepts_text() -> bool:
    # Not by the focus object itself: a web page's belongs to Chromium, and Python must not wrap it.
    return bool(QInputMethod.queryFocusObject(Qt.InputMethodQuery.ImEnabled, None))

"""The head unit's screens, begun before the modules behind them are imported."""

from __future__ import annotations

from pathlib import Path

from core.ui.early import EarlyEngine

QML = Path(__file__).resolve().parent / "qml"
MAIN = QML / "Main.qml"


def begin_screens(view: str = "") -> EarlyEngine:
    """An engine that compiles the window and the first page for `headunit.app.HeadUnit`; `view` is the `car_view`."""
    return EarlyEngine(MAIN, QML / "pages" / "CarHomePage.qml", view=view)

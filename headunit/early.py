"""The head unit's screens, begun before the modules behind them are imported."""

from __future__ import annotations

from pathlib import Path

from core.ui.early import EarlyEngine

QML = Path(__file__).resolve().parent / "qml"
MAIN = QML / "Main.qml"


def main_file(view: str = "") -> Path:
    """The window's file for a brand's `car_view`."""
    return _twin(MAIN, view)


def begin_screens(view: str = "") -> EarlyEngine:
    """An engine that compiles the window and the first page for `headunit.app.HeadUnit`; `view` is the `car_view`."""
    return EarlyEngine(main_file(view), _twin(QML / "pages" / "CarHomePage.qml", view), view=view)


def _twin(file: Path, view: str) -> Path:
    # Named outright: Qt resolves what a file loaded as the first imports from where its plain twin would be.
    twin = file.parent / f"+{view}" / file.name
    return twin if view and twin.is_file() else file

"""Gives a QML engine the design system: the `Bench` module, the icons, and one theme's tokens, by day or by night."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine

from core.errors import BenchError
from core.paths import ASSETS, QML_MODULES
from core.ui.icons import BackdropProvider, IconProvider

MODES = ("day", "night")


@cache
def load_theme(name: str) -> dict[str, Any]:
    """The tokens of `assets/themes/<name>.json`; raises `theme.unknown`. Treat them as read-only."""
    path = ASSETS / "themes" / f"{name}.json"
    if not path.is_file():
        raise BenchError("theme.unknown", theme=name, known=", ".join(theme_names()))
    tokens: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return tokens


def theme_names() -> list[str]:
    """The themes that exist."""
    return sorted(path.stem for path in (ASSETS / "themes").glob("*.json"))


def prepare_engine(engine: QQmlEngine, theme: str, mode: str = "night", *, motion: bool = True) -> None:
    """Make `import Bench`, `image://icon` and `image://backdrop` work in `engine`; call before loading any QML.

    `mode` is `day` or `night`. `motion=False` makes every transition take no time (tests, reduced motion).
    """
    if str(QML_MODULES) not in engine.importPathList():
        engine.addImportPath(str(QML_MODULES))
    if engine.imageProvider("icon") is None:
        engine.addImageProvider("icon", IconProvider())
        engine.addImageProvider("backdrop", BackdropProvider())
    singleton = theme_object(engine)
    singleton.setProperty("tokens", load_theme(theme))
    singleton.setProperty("mode", mode)
    singleton.setProperty("fontFamily", QGuiApplication.font().family())
    singleton.setProperty("motion", 1.0 if motion else 0.0)


def change_theme(engine: QQmlEngine, theme: str) -> None:
    """Give the whole window another theme; raises `theme.unknown`."""
    theme_object(engine).setProperty("tokens", load_theme(theme))


def set_mode(engine: QQmlEngine, mode: str) -> None:
    """Change the whole window to `day` or `night`."""
    if mode not in MODES:
        raise BenchError("theme.unknown", theme=mode, known=", ".join(MODES))
    theme_object(engine).setProperty("mode", mode)


def theme_object(engine: QQmlEngine) -> QObject:
    """The engine's `Theme` singleton."""
    singleton = engine.singletonInstance("Bench", "Theme")
    if not isinstance(singleton, QObject):
        raise BenchError("theme.unusable", path=str(QML_MODULES))
    return singleton

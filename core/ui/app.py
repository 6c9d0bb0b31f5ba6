"""Makes the Qt application the same way for every window, with a display or without one."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

FONT_FAMILIES = ["Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", "Noto Sans"]


def has_display() -> bool:
    """True where windows can be shown to a person."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def prepare_environment(offscreen: bool = False) -> None:
    """Set what Qt reads from the environment; call before any Qt module is imported. Values already set are kept."""
    if offscreen or not has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        # No graphics card to ask: the software renderer draws every screen there.
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
        os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu --log-level=3")
    # Qt's own keyboard and its sounds say this each time; nobody at the bench can mend it.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false;qt.qml.propertyCache.append=false")
    os.environ.setdefault("QT_IM_MODULE", "qtvirtualkeyboard")
    os.environ.setdefault("QT_VIRTUALKEYBOARD_DESKTOP_DISABLE", "1")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium refuses to start its sandbox as root.
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")


def make_application() -> QGuiApplication:
    """The application with the bench's fonts, or the one that exists."""
    from PySide6.QtGui import QFont, QGuiApplication

    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    application = QGuiApplication(sys.argv[:1])
    application.setApplicationName("One Number Bench")
    application.setApplicationDisplayName("One Number Bench")
    font = QFont()
    font.setFamilies(FONT_FAMILIES)
    application.setFont(font)
    return application

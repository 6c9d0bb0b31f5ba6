"""The PC as a part of the bench: a window with a browser, its start page, and its state for journeys."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from shiboken6 import delete

from core.brand import portal_brand
from core.errors import BenchError
from core.events import EventLog
from core.ui.keyboard import on_screen_keyboard
from core.ui.language import apply_language
from core.ui.theme import prepare_engine
from onebench.pc.addresses import completed

QML = Path(__file__).parent / "qml" / "PcMain.qml"
MAP: Any = "QVariantMap"
LIST: Any = "QVariantList"
THEME = "phone"
"""A PC's frame is as plain and light as the phone's."""


class PcViewModel(QObject):
    """What the window reads: the sites of the bench by name, and the page that is open."""

    changed = Signal()
    wanted = Signal(str)
    """The window shall go to this address."""

    def __init__(self, sites: Mapping[str, str], language: str) -> None:
        super().__init__()
        self._sites = dict(sites)
        self._language = language
        self._page = {"url": "", "title": "", "state": "blank"}

    @Slot(str, "QVariant")
    def send(self, event: str, value: Any = None) -> None:
        """Touches of the window: `go <typed text>`, `shown {url, title, state}`."""
        if event == "go":
            self.wanted.emit(completed(str(value), self._sites))
        elif event == "shown":
            found = value.toVariant() if hasattr(value, "toVariant") else dict(value)
            self._page = {key: str(found.get(key, "")) for key in ("url", "title", "state")}
            self.changed.emit()

    def open_site(self, name: str) -> None:
        """Go to one of the bench's sites; raises `site.unknown`."""
        if name not in self._sites:
            raise BenchError("site.unknown", name=name, known=", ".join(sorted(self._sites)))
        self.wanted.emit(self._sites[name])

    def present(self) -> dict[str, str]:
        """The page that is open: `{url, title, state: blank|loading|shown|failed}`."""
        return dict(self._page)

    def _get_sites(self) -> list[dict[str, str]]:
        return [{"key": name, "url": url, "brand": portal_brand(name)} for name, url in self._sites.items()]

    def _get_language(self) -> str:
        return self._language

    page = Property(MAP, present, notify=changed)
    sites = Property(LIST, _get_sites, constant=True)
    language = Property(str, _get_language, constant=True)


class Computer:
    """Make it on the Qt thread when an application exists. It keeps nothing: cookies end with the window."""

    def __init__(
        self, *, sites: Mapping[str, str], language: str, events: EventLog, show: bool = True, motion: bool = True
    ) -> None:
        """`sites`: name → address of the pages that the start page offers. Raises `pc.window_failed`."""
        self.view_model = PcViewModel(sites, language)
        self._events = events
        self.engine = QQmlApplicationEngine()
        prepare_engine(self.engine, THEME, "day", motion=motion)
        apply_language(self.engine, "pc", language)
        self.engine.setInitialProperties({"pc": self.view_model, "visible": show})
        self.engine.load(QUrl.fromLocalFile(str(QML)))
        window = self.engine.rootObjects()[0] if self.engine.rootObjects() else None
        if not isinstance(window, QQuickWindow):
            raise BenchError("pc.window_failed", file=str(QML))
        self.window = window
        self.view_model.changed.connect(self._tell)

    def open_site(self, name: str) -> None:
        """Go to one of the bench's sites."""
        self.view_model.open_site(name)

    def close(self) -> None:
        """Close the window; everything it knew is gone."""
        on_screen_keyboard().leave(self.window)
        self.window.close()
        delete(self.engine)  # at once: it must go before the objects that its bindings read

    def _tell(self) -> None:
        page = self.view_model.present()
        if page["state"] in ("shown", "failed"):
            self._events.emit("pc", f"page.{page['state']}", address=page["url"].partition("?")[0])

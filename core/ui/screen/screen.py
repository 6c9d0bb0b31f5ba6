"""The screen of one actor: find, touch, type and read by element id."""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from core.errors import BenchError
from core.ui.screen import touch
from core.ui.screen.element import Element, cut_text, drawn_text, elements
from core.ui.screen.pump import pump_once, pump_until
from core.ui.screen.web_page import WebPage

ACTIVATION_TIME = 1.0  # wall seconds for the window manager; some have none and never answer
FOCUS_TIME = 1.0  # wall seconds until a touched field must have the focus
ACTIVE_ID = "JSON.stringify(document.activeElement.id)"
TOUCH_TRIES = 3
SCROLL_TRIES = 3
TYPING_TRIES = 2  # a web page that moves below the keyboard may lose what is typed meanwhile; a person types it again


class Screen:
    """A window as `actor` ("car", "phone") shows it. Use it on the Qt thread.

    Ids are `objectName`s; those of web pages are `<actor>.web.<HTML id>`. Raises `element.not_found` (with the nearest
    ids), `element.disabled` and `element.not_editable`.
    """

    def __init__(self, actor: str, window: QQuickWindow) -> None:
        self.actor = actor
        self.window = window
        self._web_id = f"{actor}.web"
        self._pages: dict[int, WebPage] = {}

    # -- reading

    def find(self, element_id: str) -> Element | None:
        """The drawn element with this id, the topmost if there are several; None if nothing like it is drawn."""
        if (html_id := self._html_id(element_id)) is not None:
            return self._find_on_page(element_id, html_id, scroll=False)
        found = [element for element in elements(self.window) if element.id == element_id]
        return next((element for element in reversed(found) if element.on_screen), found[-1] if found else None)

    def ids(self) -> list[str]:
        """Ids of all that is drawn, those of a web page last."""
        own = [e.id for e in elements(self.window) if e.id.startswith(self.actor)]
        page = self._page()
        return own + ([f"{self._web_id}.{html_id}" for html_id in page.ids()] if page else [])

    def labels(self) -> list[str]:
        """Every text a person can read on the screen now, in the order of painting; none that is cut short."""
        texts = [text for element in elements(self.window) if (text := drawn_text(element)) is not None]
        page = self._page()
        return texts + (page.labels() if page else [])

    def cut_labels(self) -> list[str]:
        """The whole wording of texts that end in an ellipsis because their place is too small."""
        return [text for element in elements(self.window) if (text := cut_text(element)) is not None]

    def value(self, element_id: str, name: str) -> Any:
        """A property of an element: of the QML item, or of the HTML element."""
        html_id = self._html_id(element_id)
        page = self._page()
        if html_id is not None and page is not None:
            return page.value(html_id, name)
        value = self._need(element_id).item.property(name)
        return value.toVariant() if hasattr(value, "toVariant") else value

    def spot(self, element_id: str) -> tuple[float, float, float, float] | None:
        """Where an element can be seen, as fractions of the window (left, top, width, height); None when it cannot."""
        element = self.find(element_id)
        width, height = self.window.width(), self.window.height()
        if element is None or element.shown.isEmpty() or not width or not height:
            return None
        shown = element.shown
        return shown.x() / width, shown.y() / height, shown.width() / width, shown.height() / height

    def grab(self) -> QImage:
        """A picture of the window as it is now."""
        page = self._page()
        if page is not None:
            page.wait_drawn()
        pump_once()
        return self.window.grabWindow()

    def save(self, path: Path) -> Path:
        """Write a picture as PNG; raises `picture.not_saved`."""
        if not self.grab().save(str(path)):
            raise BenchError("picture.not_saved", path=str(path))
        return path

    # -- acting

    def tap(self, element_id: str) -> None:
        """Touch the middle of an element, scrolled into sight first."""
        self._touch(element_id, 0.0)

    def long_press(self, element_id: str) -> None:
        """Keep the finger on an element for the platform's press-and-hold time."""
        self._touch(element_id, touch.long_press_time())

    def type_text(self, element_id: str, text: str) -> None:
        """Touch a field and type."""
        self._focus(element_id)
        html_id, page = self._html_id(element_id), self._page()
        if html_id is None or page is None or not text:
            touch.type_text(self.window, text)
            pump_once()
            return
        before = page.value(html_id, "value")
        for _ in range(TYPING_TRIES):
            touch.type_text(self.window, text)
            if self.wait(lambda: page.value(html_id, "value") != before, FOCUS_TIME):
                return
            self._focus(element_id)

    def choose(self, element_id: str, text: str) -> None:
        """Choose an entry of a web page's list by its text or value, with the keys as a person without a mouse does.

        A list that was touched opens in a window of the system, which off screen nobody can touch. Raises
        `element.not_found` for a text that is no entry.
        """
        self.show(element_id)
        html_id, page = self._html_id(element_id), self._page()
        if html_id is None or page is None:
            raise BenchError("element.not_editable", id=element_id)
        self._activate()
        page.item.forceActiveFocus()
        steps = page.steps_to_option(html_id, text)
        if steps is None:
            raise BenchError("element.not_found", id=f"{element_id} = {text}", nearest="-")
        for _ in range(abs(steps)):
            touch.press_key(self.window, "Down" if steps > 0 else "Up")
        if not self.wait(lambda: page.steps_to_option(html_id, text) == 0, FOCUS_TIME):
            raise BenchError("element.not_editable", id=element_id)
        pump_once()

    def clear(self, element_id: str) -> None:
        """Touch a field, select all and delete."""
        self._focus(element_id)
        touch.press_key(self.window, "A", Qt.KeyboardModifier.ControlModifier)
        touch.press_key(self.window, "Backspace")
        pump_once()

    def key(self, name: str) -> None:
        """Press a key by Qt's name without `Key_`: `Return`, `Escape`, `Left`; raises `key.unknown`."""
        self._activate()
        touch.press_key(self.window, name)
        pump_once()

    def show(self, element_id: str) -> None:
        """Scroll until an element is in sight."""
        if (html_id := self._html_id(element_id)) is not None:
            self._find_on_page(element_id, html_id, scroll=True)
        else:
            self._scroll_to(self._need(element_id))

    def wait(self, condition: Callable[[], object], timeout: float = 10.0) -> bool:
        """Let the bench run until `condition()` holds; False when `timeout` wall seconds have passed."""
        return pump_until(condition, timeout)

    # -- inside

    def _html_id(self, element_id: str) -> str | None:
        prefix = f"{self._web_id}."
        return element_id.removeprefix(prefix) if element_id.startswith(prefix) else None

    def _page(self) -> WebPage | None:
        for element in elements(self.window):
            if element.id == self._web_id and element.on_screen:
                key = id(element.item)
                if key not in self._pages or self._pages[key].item is not element.item:
                    self._pages = {key: WebPage(element.item)}
                return self._pages[key]
        return None

    def _find_on_page(self, element_id: str, html_id: str, *, scroll: bool) -> Element | None:
        page = self._page()
        found = page.find(html_id, scroll=scroll) if page else None
        if page is None or found is None or not found[1]:
            return None
        frame = page.item.mapRectToScene(QRectF(0, 0, page.item.width(), page.item.height()))
        return Element(element_id, page.item, found[0], found[0].intersected(frame), 1.0, found[2])

    def _need(self, element_id: str) -> Element:
        if (element := self.find(element_id)) is not None:
            return element
        known = sorted(set(self.ids()))
        nearest = ", ".join(difflib.get_close_matches(element_id, known, n=3, cutoff=0.3)) or "-"
        raise BenchError("element.not_found", id=element_id, nearest=nearest)

    def _activate(self) -> None:
        """Bring the window to the front, as a window manager does when a person touches it: keys go to that window."""
        if not self.window.isActive():
            self.window.requestActivate()
            self.wait(self.window.isActive, ACTIVATION_TIME)

    def _touch(self, element_id: str, hold: float) -> Element:
        element = self._need(element_id)
        if not element.enabled:
            raise BenchError("element.disabled", id=element_id)
        _lay_out(element.item)
        element = self._bring_into_sight(element_id)
        self._activate()
        if touch.hide_keyboard_over(element.centre):
            self._bring_into_sight(element_id)  # the room that the keyboard leaves moves what was above it
        page, html_id = self._page(), self._html_id(element_id)
        if page is None or html_id is None or hold:
            touch.tap(self.window, self._need(element_id).centre, hold)
        else:
            self._touch_page(page, element_id, html_id)
        pump_once()
        return element

    def _bring_into_sight(self, element_id: str) -> Element:
        """Scroll to an element and wait until its page lies still; raises `element.out_of_sight`.

        It may take more than once: when the keyboard goes, Chromium scrolls back to the field that was typed into.
        """
        html_id = self._html_id(element_id)
        for _ in range(SCROLL_TRIES):
            self.show(element_id)
            page = self._page()
            if page is not None and html_id is not None:
                page.wait_still(html_id)
            element = self._need(element_id)
            if not element.shown.isEmpty():
                return element
        raise BenchError("element.out_of_sight", id=element_id)

    def _touch_page(self, page: WebPage, element_id: str, html_id: str) -> None:
        """Touch an element of a page, and again when the page did not notice, as a person does."""
        for _ in range(TOUCH_TRIES):
            page.watch_touch(html_id)
            touch.tap(self.window, self._need(element_id).centre, 0.0)
            with contextlib.suppress(BenchError):  # the page went away: the touch did its work
                if page.was_touched():
                    return
                self._bring_into_sight(element_id)
                continue
            return

    def _focus(self, element_id: str) -> None:
        element = self._touch(element_id, 0.0)
        html_id = self._html_id(element_id)

        def has_focus() -> bool:
            if html_id is None:
                return _has_focus(element.item)
            page = self._page()
            in_front = bool(element.item.property("activeFocus"))
            return in_front and page is not None and page.evaluate(ACTIVE_ID) == html_id

        if not self.wait(has_focus, FOCUS_TIME):
            raise BenchError("element.not_editable", id=element_id)

    def _scroll_to(self, element: Element) -> None:
        ancestor = element.item.parentItem()
        while ancestor is not None:
            if ancestor.inherits("QQuickFlickable"):
                _bring_into(ancestor, element.item)
            ancestor = ancestor.parentItem()


def _has_focus(item: QQuickItem) -> bool:
    return bool(item.property("activeFocus")) or any(_has_focus(child) for child in item.childItems())


def _lay_out(item: QQuickItem) -> None:
    """What has just become visible gets its place from rows and columns with the next picture only: give it now."""
    place: QQuickItem | None = item
    while place is not None:
        place.ensurePolished()
        place = place.parentItem()


def _bring_into(flickable: QQuickItem, item: QQuickItem) -> None:
    """Move a Flickable's content by no more than needed, within its limits."""
    top = item.mapToItem(flickable, QPointF(0, 0))
    end = item.mapToItem(flickable, QPointF(item.width(), item.height()))
    for axis, low, high, size, extent, origin in (
        ("contentY", top.y(), end.y(), flickable.height(), "contentHeight", "originY"),
        ("contentX", top.x(), end.x(), flickable.width(), "contentWidth", "originX"),
    ):
        if low >= 0 and high <= size:
            continue
        at = float(flickable.property(axis))
        start = float(flickable.property(origin) or 0.0)
        last = max(start, start + float(flickable.property(extent)) - size)
        wanted = at + (low + high - size) / 2
        flickable.setProperty(axis, min(max(wanted, start), last))
    pump_once()

"""Elements of a web page shown in a window: found by their HTML id, touched through the window."""

from __future__ import annotations

import itertools
import json
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from shiboken6 import isValid

from core.errors import BenchError
from core.ui.screen.pump import pump_until

ANSWER_TIME = 5.0  # wall seconds; a page that is busy for longer is broken

STILL_LOOKS = 5
STILL_TIME = 2.0  # wall seconds; a page that moves for longer is touched all the same

_STILL = """(() => { const e = document.getElementById(%s); const box = e ? e.getBoundingClientRect() : {};
  return JSON.stringify({drawn: performance.getEntriesByType("paint").length > 0, height: innerHeight,
    x: box.x, y: box.y}); })()"""

CLICK_TIME = 1.0  # wall seconds until the page must have felt a touch
SLOW_CLICK_TIME = 5.0  # wall seconds until a touch that the page has felt becomes a click, when the machine is busy
_WATCH_TOUCH = """(() => { const e = document.getElementById(%s), labels = e && e.labels ? [...e.labels] : [];
  const told = window.benchTouch = {felt: false, hit: false, lost: false};
  const on = (name, act) => addEventListener(name, act, {capture: true, once: true});
  on("pointerdown", () => { told.felt = true; });
  on("pointercancel", () => { told.lost = true; });
  on("click", event => { const at = event.target;
    told.hit = !e || e.contains(at) || labels.some(label => label.contains(at)); told.lost = !told.hit; });
  return "true"; })()"""
_TOUCH = "JSON.stringify(window.benchTouch || null)"

FRAME_TIME = 0.3  # wall seconds; a page that draws nothing is taken as it is
_COUNT_FRAMES = """(() => { window.benchDrawn = false;
  requestAnimationFrame(() => requestAnimationFrame(() => { window.benchDrawn = true; })); return "true"; })()"""
_FRAMES_PASSED = "JSON.stringify(window.benchDrawn === true)"

_FIND = """(() => {
  const e = document.getElementById(%s); if (!e) return "null";
  const label = e.closest("label") || document.querySelector(`label[for="${e.id}"]`);
  let box = e.getBoundingClientRect();
  if ((box.width < 2 || box.height < 2) && label) box = label.getBoundingClientRect();
  const inside = box.top >= 0 && box.bottom <= innerHeight;
  if (!inside && %s) { e.scrollIntoView({block: "center", behavior: "instant"}); box = e.getBoundingClientRect(); }
  const style = getComputedStyle(e);
  return JSON.stringify({x: box.x, y: box.y, width: box.width, height: box.height, enabled: !e.disabled,
    visible: box.width > 0 && box.height > 0 && style.visibility !== "hidden" && style.display !== "none"});
})()"""

_IDS = """JSON.stringify(document.readyState === "loading" ? [] :
  [...document.querySelectorAll("[id]")].filter(e => e.getClientRects().length).map(e => e.id))"""

_LABELS = """(() => {
  const body = document.body; if (!body) return "[]";
  const texts = body.innerText.split("\\n");
  for (const e of body.querySelectorAll("a, button, label, option:checked, summary, input, textarea")) {
    if (!e.getClientRects().length && e.tagName !== "OPTION") continue;
    if (e.tagName !== "INPUT" && e.tagName !== "TEXTAREA") { texts.push(e.innerText); continue; }
    if (["checkbox", "radio", "hidden"].includes(e.type)) continue;
    if (e.type !== "password" && e.value) texts.push(e.value);
    if (e.placeholder && !e.value) texts.push(e.placeholder);
  }
  return JSON.stringify([...new Set(texts.map(t => t.trim()).filter(t => t))]);
})()"""

_VALUE = """(() => { const e = document.getElementById(%s); if (!e) return "null";
  const v = e[%s]; return JSON.stringify(v === undefined ? e.getAttribute(%s) : v); })()"""

_STEPS = """(() => { const e = document.getElementById(%s), text = %s; if (!e || !e.options) return "null"; e.focus();
  const at = [...e.options].findIndex(o => o.value === text || o.label === text);
  return JSON.stringify(at < 0 ? null : at - e.selectedIndex); })()"""


class WebPage:
    """A QML item with `evaluate(ticket, script)`, the signal `evaluated(ticket, result)`, `url` and `loading`."""

    def __init__(self, item: Any) -> None:
        self.item = item
        self._tickets = itertools.count(1)
        self._answers: dict[int, Any] = {}
        self.item.evaluated.connect(self._take)

    def _take(self, ticket: int, result: Any) -> None:
        self._answers[ticket] = result.toVariant() if hasattr(result, "toVariant") else result

    def evaluate(self, script: str) -> Any:
        """The parsed JSON text that `script` yields; raises `web.silent` when the page does not answer or is gone."""
        ticket, url = next(self._tickets), self.url
        if self.is_there:
            self.item.evaluate(ticket, script)
        pump_until(lambda: ticket in self._answers or not self.is_there, ANSWER_TIME)
        if ticket not in self._answers:
            raise BenchError("web.silent", url=url)
        answer = self._answers.pop(ticket)
        return json.loads(answer) if isinstance(answer, str) else None

    @property
    def is_there(self) -> bool:
        """False when its window has taken it away, as it may while one waits."""
        return isValid(self.item)

    def wait_still(self, html_id: str) -> None:
        """Let the page be drawn, and let it take the size that its window has: a person does not touch what moves, and
        Chromium drops touches on a page that nobody can have seen yet."""
        before: Any = None
        looks = 0

        def still() -> bool:
            nonlocal before, looks
            now = None if self.loading else self.evaluate(_STILL % json.dumps(html_id))
            same, before = now == before, now
            if now is None or not same or not now["drawn"]:
                looks = 0
                return False
            zoom = float(self.item.property("zoomFactor") or 1.0)
            # What the page reports comes a few pictures before Chromium finds touches by it.
            looks = looks + 1 if abs(now["height"] * zoom - self.item.height()) < 2 * zoom else 0
            return looks >= STILL_LOOKS

        pump_until(still, STILL_TIME)

    def watch_touch(self, html_id: str) -> None:
        """From now on `was_touched` tells of the next touch, which is meant for this element."""
        self.evaluate(_WATCH_TOUCH % json.dumps(html_id))

    def was_touched(self) -> bool:
        """Whether a touch has become a click on its element since `watch_touch`, or has led away already.

        Chromium drops a touch while the page moves under it, as when the keyboard goes, or finds something else there.
        It waits `CLICK_TIME`, and longer for a touch that the page has felt: made anew, it would undo a tick that only
        comes late.
        """
        told: dict[str, bool] | None = {}

        def decided() -> bool:
            nonlocal told
            told = None if self.loading else self.evaluate(_TOUCH)
            return told is None or told["hit"] or told["lost"]

        if not pump_until(decided, CLICK_TIME) and told and told["felt"]:
            pump_until(decided, SLOW_CLICK_TIME)
        return told is None or told["hit"]

    def wait_drawn(self) -> None:
        """Let two pictures pass, so that what was typed just now is in the next one; not longer than `FRAME_TIME`."""
        if not self.loading:
            self.evaluate(_COUNT_FRAMES)
            pump_until(lambda: self.evaluate(_FRAMES_PASSED), FRAME_TIME)

    @property
    def url(self) -> str:
        """Address of the page; "" when it was taken away."""
        return str(self.item.property("url").toString()) if self.is_there else ""

    @property
    def loading(self) -> bool:
        """True while the page is not yet there, or there no more."""
        return not self.is_there or bool(self.item.property("loading"))

    def find(self, html_id: str, *, scroll: bool = False) -> tuple[QRectF, bool, bool] | None:
        """(rectangle in window coordinates, visible, enabled) of an element, or None."""
        if self.loading:
            return None
        found = self.evaluate(_FIND % (json.dumps(html_id), json.dumps(scroll)))
        if found is None:
            return None
        zoom = float(self.item.property("zoomFactor") or 1.0)
        corner = QPointF(found["x"] * zoom, found["y"] * zoom)
        rect = QRectF(corner.x(), corner.y(), found["width"] * zoom, found["height"] * zoom)
        return self.item.mapRectToScene(rect), bool(found["visible"]), bool(found["enabled"])

    def ids(self) -> list[str]:
        """HTML ids of all elements that take room on the page."""
        return [] if self.loading else list(self.evaluate(_IDS) or [])

    def labels(self) -> list[str]:
        """The page's lines of text, the values of its fields and buttons, and the hints in empty fields."""
        return [] if self.loading else list(self.evaluate(_LABELS) or [])

    def value(self, html_id: str, name: str) -> Any:
        """Property `name` of an element (`value`, `checked`), else its attribute."""
        return self.evaluate(_VALUE % (json.dumps(html_id), json.dumps(name), json.dumps(name)))

    def steps_to_option(self, html_id: str, text: str) -> int | None:
        """How many entries further the entry `text` (or value) of a list is, which gets the focus. None: no entry."""
        steps = self.evaluate(_STEPS % (json.dumps(html_id), json.dumps(text)))
        return None if steps is None else int(steps)

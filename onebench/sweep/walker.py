"""Does an errand on a bench by the rules, one touch at a time, and notes what the screens said went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from core.clock import Clock
from core.errors import BenchError
from onebench.journeys.bench import Bench
from onebench.journeys.conditions import normal
from onebench.journeys.people import fact
from onebench.sweep.rules import Errand, Rule

PATIENCE = 15.0
"""Wall seconds without anything new on the screens after which a walk is stuck: 90 s of a clock six times as fast."""
AT_MOST = 60.0
"""Wall seconds for a whole walk; one that runs in circles ends here."""
SETTLE_TIME = 1.0
"""Wall seconds that a screen has to draw what its state says already."""
GONE = ("element.not_found", "element.disabled", "element.out_of_sight", "element.not_editable", "web.silent")
"""What touching a control says that leaves the screen at this moment."""
ERRORS = {"car": ("car.error",), "phone": ("phone.app.error", "phone.app.garage.error", "phone.app.esim.problem")}
IN_FRONT = {"phone.screen.app": ("mybmw", "mini")}
SHOWN_WHILE: dict[str, dict[str, Any]] = {
    "phone.app.error": IN_FRONT,
    "phone.app.garage.error": IN_FRONT | {"phone.app.screen": "car"},
    "phone.app.esim.problem": IN_FRONT | {"phone.app.screen": "esim"},
}
"""Errors that wait for their page."""
PROGRESS = (
    "car.screen", "car.overlay", "car.qr.state", "car.qr.userCode", "car.error.code", "car.login.step", "car.pin",
    "car.esim.state", "car.esim.station", "car.esim.detail", "car.credentials.busy",
    "phone.screen.name", "phone.app.screen", "phone.app.pin", "phone.app.error.code", "phone.app.terms",
    "phone.app.garage.state", "phone.app.esim.state", "phone.app.esim.form.number",
)  # fmt: skip
"""What tells that something moved."""


@dataclass
class Walk:
    """How an errand went. `said` are the errors that the screens put into words, `vague` those without fitting ones."""

    reached: bool = False
    said: list[str] = field(default_factory=list)
    vague: list[str] = field(default_factory=list)
    seconds: float = 0.0
    where: str = ""
    """Where it stopped, when the goal was not reached."""


class Walker:
    """Walks on one bench. `words` tells for each part what it says about an error. Call it on the Qt thread."""

    def __init__(self, bench: Bench, words: Mapping[str, Any], wall: Clock) -> None:
        self._bench = bench
        self._words = words
        self._wall = wall

    def walk(self, errand: Errand) -> Walk:
        """Follow the rules until the goal is reached or nothing moves any more."""
        walk = Walk()
        began = moved = self._wall.monotonic()
        seen: Any = None
        while not self._holds(errand.goal):
            self._listen(walk)
            now = self._wall.monotonic()
            if (shown := [self._read(path) for path in PROGRESS]) != seen:
                seen, moved = shown, now
            if now - moved > PATIENCE or now - began > AT_MOST:
                walk.where = f"car {self._read('car.screen')}, phone {self._read('phone.app.screen')}"
                break
            if not self._touch(errand):
                self._look_on(shown)
        else:
            walk.reached = True
        walk.seconds = self._wall.monotonic() - began
        return walk

    def _look_on(self, shown: list[Any]) -> None:
        """Let the bench run for a moment, or until something moves."""
        screen = next(iter(self._bench.actors.values())).screen
        screen.wait(lambda: [self._read(path) for path in PROGRESS] != shown, 0.1)

    def _touch(self, errand: Errand) -> bool:
        return any(self._holds(rule.when) and self._follow(rule, errand.person) for rule in errand.rules)

    def _follow(self, rule: Rule, person: str) -> bool:
        control = rule.control.format(self._read(rule.of)) if rule.of else rule.control
        actor = self._bench.actors.get(control.partition(".")[0])
        if actor is None:
            return False
        screen = actor.screen
        if rule.differ is not None and self._read(rule.differ[0]) == self._read(rule.differ[1]):
            return False
        if rule.sees and screen.find(rule.sees) is None:
            return False
        element = screen.find(control)
        if element is None or not element.enabled:
            return False
        try:
            if not rule.text:
                screen.tap(control)
                return True
            text = str(fact(person, rule.text))
            if screen.value(control, "value" if ".web." in control else "text") == text:
                return False
            screen.clear(control)
            screen.type_text(control, text)
        except BenchError as error:
            # It went away while the finger came down.
            if error.code not in GONE:
                raise
        return True

    def _listen(self, walk: Walk) -> None:
        for part, paths in ERRORS.items():
            for path in paths:
                error = self._read(path)
                if not isinstance(error, Mapping) or not error.get("code"):
                    continue
                if not self._holds(SHOWN_WHILE.get(path, {})):
                    continue
                notes = walk.said if self._is_said(part, path, error) else walk.vague
                if (entry := f"{part}: {error['code']}") not in notes:
                    notes.append(entry)

    def _is_said(self, part: str, path: str, error: Mapping[str, Any]) -> bool:
        """Whether the screen says what the error is; one that is gone before it was drawn needs no words."""
        wanted, vague = normal(self._words[part].of(error)), normal(self._words[part].vague)
        screen = self._bench.actors[part].screen

        def settled() -> bool:
            return any(wanted in normal(label) for label in screen.labels()) or self._read(path) != error

        return screen.wait(settled, SETTLE_TIME) and wanted != vague

    def _holds(self, states: Mapping[str, Any]) -> bool:
        return all(
            (value := self._read(path)) == wanted or (isinstance(wanted, tuple) and value in wanted)
            for path, wanted in states.items()
        )

    def _read(self, path: str) -> Any:
        part, _, rest = path.partition(".")
        actor = self._bench.actors.get(part)
        if actor is None:
            return None
        try:
            return actor.state(rest)
        except BenchError:
            return None

"""Checks journeys without running them: rows, ids, states, exceptions, and the journeys that `use` names."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.brand import brand_ids
from onebench.guide.catalogue import Row
from onebench.guide.labels import quoted_labels
from onebench.guide.tracks import NETWORK, TRACKS, full_id, is_known, tracks_of, window_of
from onebench.journeys import vocabulary as words
from onebench.journeys.model import Action, Condition, Journey, Step, Use
from onebench.journeys.parse import Finding, nearest, read_journey


def lint_folder(folder: Path, rows: Mapping[str, Row]) -> list[Finding]:
    """Everything that is wrong with the journeys of a folder."""
    findings: list[Finding] = []
    journeys = {}
    for path in sorted(folder.rglob("*.yaml")):
        journey, found = read_journey(path, path.relative_to(folder).with_suffix("").as_posix())
        findings += found
        if journey is not None:
            journeys[journey.name] = journey
    for journey in journeys.values():
        findings += lint_journey(journey, rows, journeys)
    return findings


def lint_journey(journey: Journey, rows: Mapping[str, Row], journeys: Mapping[str, Journey]) -> list[Finding]:
    """What is wrong with one journey beyond its form; `journeys` are those that `use` may name."""
    linter = _Linter(journey, rows)
    if journey.brand not in brand_ids():
        linter.find("journey", f'unknown brand "{journey.brand}"{nearest(journey.brand, brand_ids())}')
    if journey.track and journey.track not in tracks_of(journey.brand):
        linter.find("journey", f'no track "{journey.track}"{nearest(journey.track, tracks_of(journey.brand))}')
    if _circle(journey.name, journeys, ()):
        linter.find("journey", "uses itself")
    for part, entries in (("start", journey.start), ("step", journey.steps)):
        for number, entry in enumerate(entries, 1):
            if not isinstance(entry, Use):
                linter.step(entry, f"{part} {number}")
            elif entry.journey not in journeys:
                linter.find(f"{part} {number}", f'no journey "{entry.journey}"{nearest(entry.journey, journeys)}')
    return linter.findings


def _circle(name: str, journeys: Mapping[str, Journey], above: tuple[str, ...]) -> bool:
    if name in above:
        return True
    if name not in journeys:
        return False
    entries = (*journeys[name].start, *journeys[name].steps)
    used = [entry.journey for entry in entries if isinstance(entry, Use)]
    return any(_circle(other, journeys, (*above, name)) for other in used)


@dataclasses.dataclass
class _Linter:
    journey: Journey
    rows: Mapping[str, Row]
    findings: list[Finding] = dataclasses.field(default_factory=list)

    def find(self, where: str, message: str) -> None:
        self.findings.append(Finding(self.journey.name, where, message))

    def step(self, step: Step, where: str) -> None:
        for action in step.do:
            self.action(action, where)
        for condition in (*step.wait, *step.expect):
            self.condition(condition, where)
        for row in step.rows:
            self.row(row, step, where)
        for exception in step.look_for:
            if exception.row not in step.rows:
                self.find(where, f"look_for names {exception.row}, which this step does not perform")
            elif exception.label is not None and exception.label not in self.labels(exception.row):
                self.find(where, f'{exception.row} does not quote "{exception.label}"')

    def row(self, short: str, step: Step, where: str) -> None:
        if not any(is_known(short, brand, self.rows) for brand in self.brands()):
            self.find(where, f'the guide has no row "{short}"{nearest(short, self.short_ids())}')
            return
        for row_id, language in self.performed(short):
            row = self.rows[row_id]
            if not row.actionable:
                self.find(where, f"{row_id} is text only ({row.actor}): nobody can perform it")
            elif window_of(row, step.actor) != step.actor:
                self.find(where, f"{row_id} is performed on the {window_of(row, step.actor)}, not on the {step.actor}")
            if not quoted_labels(row.text(language), language) and not (step.wait or step.expect):
                self.find(where, f"{row_id} quotes no label: give the step a wait or an expect that can fail")
            if row.actor == NETWORK and not any(c.kind in words.WITNESSES for c in (*step.wait, *step.expect)):
                self.find(where, f"{row_id} is kept by the network: ask it ({', '.join(words.WITNESSES)})")

    def action(self, action: Action, where: str) -> None:
        shape, argument = words.ACTIONS[action.kind], action.argument
        fault = _SHAPES[shape](argument)
        if fault:
            self.find(where, f"{action.kind}: {fault}")

    def condition(self, condition: Condition, where: str) -> None:
        if condition.kind == "state":
            self.state(condition, where)
        elif words.CONDITIONS[condition.kind] in ("text", "line", "event"):
            shape = _event if condition.kind in ("event", "no_event") else _text
            if fault := shape(condition.expected):
                self.find(where, f"{condition.kind}: {fault}")
        elif fault := _id(condition.subject):
            self.find(where, f"{condition.kind}: {fault}")

    def state(self, condition: Condition, where: str) -> None:
        path = condition.subject
        if not words.STATE_PATH.fullmatch(path):
            self.find(where, f'"{path}" is no state path (car.screen, car.esim.state){nearest(path, words.CONDITIONS)}')
            return
        actor, first = path.split(".")[:2]
        if actor == "car" and first not in words.CAR_STATE:
            self.find(where, f'the car has no state "{first}"{nearest(first, words.CAR_STATE)}')
        wanted = condition.expected
        if path == "car.screen" and isinstance(wanted, str) and wanted not in words.CAR_SCREENS:
            self.find(where, f'the car has no screen "{wanted}"{nearest(wanted, words.CAR_SCREENS)}')
        if isinstance(wanted, dict) and not set(wanted) <= {*words.OPERATORS, *words.LANGUAGES}:
            odd = next(key for key in wanted if key not in words.OPERATORS)
            self.find(where, f'unknown comparison "{odd}"{nearest(odd, words.OPERATORS)}')

    def labels(self, short: str) -> set[str]:
        quoted: set[str] = set()
        for row_id, language in self.performed(short):
            quoted.update(quoted_labels(self.rows[row_id].text(language), language))
        return quoted

    def brands(self) -> list[str]:
        """A chapter serves the journeys of all brands."""
        return list(TRACKS) if self.journey.name.startswith("chapters/") else [self.journey.brand]

    def performed(self, short: str) -> list[tuple[str, str]]:
        """The rows, each with its language, that a walk may perform where a step says `short`."""
        track = self.journey.track
        found = {
            (full_id(short, brand, language, self.rows, track), language)
            for brand in self.brands()
            for language in words.LANGUAGES
        }
        return sorted((row_id, language) for row_id, language in found if row_id is not None)

    def short_ids(self) -> list[str]:
        return [row_id.split("-", 2)[-1] for row_id in self.rows] + list(self.rows)


def _id(value: Any) -> str:
    # What a variable stands for is only known in a walk; any key may stand in its place here.
    known = isinstance(value, str) and words.ELEMENT_ID.fullmatch(words.VARIABLE.sub("key", value))
    return "" if known else f"{value!r} is no element id"


def _text(value: Any) -> str:
    if isinstance(value, str) and value.strip():
        return ""
    if isinstance(value, dict) and value and set(value) <= set(words.LANGUAGES):
        return ""
    return f"{value!r} is no text"


def _ids_with_text(value: Any) -> str:
    if not isinstance(value, dict) or not value:
        return f"{value!r} is not written {{id: text}}"
    return next((fault for key, text in value.items() if (fault := _id(key) or _text(text))), "")


def _notes(value: Any) -> str:
    if not isinstance(value, dict) or not value:
        return f"{value!r} is not written {{name: id}}"
    odd = [name for name in value if not isinstance(name, str) or not name.isidentifier()]
    return f"{odd[0]!r} is no name" if odd else next((fault for one in value.values() if (fault := _id(one))), "")


def _pin(value: Any) -> str:
    if not isinstance(value, dict) or not value:
        return f'{value!r} is not written {{prefix: "1234"}}'
    for prefix, digits in value.items():
        if not words.ID_PREFIX.fullmatch(str(prefix)):
            return f"{prefix!r} is no start of an element id"
        if not isinstance(digits, str) or not words.VARIABLE.sub("0", digits).isdecimal():
            return f'{digits!r} are no digits in quotation marks ("0123")'
    return ""


def _time(value: Any) -> str:
    return "" if isinstance(value, str) and words.JUMP.fullmatch(value) else f"{value!r} is no time to go on (+10m)"


def _fault(value: Any) -> str:
    if not isinstance(value, dict) or not {"port", "kind"} <= set(value):
        return f"{value!r} is not written {{port: …, kind: …}}"
    odd = [key for key in value if key not in words.FAULT_KEYS]
    return f'unknown key "{odd[0]}"{nearest(odd[0], words.FAULT_KEYS)}' if odd else ""


def _part(value: Any) -> str:
    known = value in words.PARTS or words.is_accessory(value)
    return "" if known else f'unknown part "{value}"{nearest(value, words.PARTS)}'


def _mapping(value: Any, known: tuple[str, ...], needed: tuple[str, ...]) -> str:
    if not isinstance(value, dict) or not set(needed) <= set(value):
        return f"{value!r} is not written {{{', '.join(f'{key}: …' for key in needed)}}}"
    odd = [key for key in value if key not in known]
    return f'unknown key "{odd[0]}"{nearest(odd[0], known)}' if odd else ""


def _call(value: Any) -> str:
    return _mapping(value, words.CALL_KEYS, ("number",)) or _number(value["number"])


def _message(value: Any) -> str:
    return _mapping(value, words.MESSAGE_KEYS, ("number", "text")) or _number(value["number"]) or _text(value["text"])


def _number(value: Any) -> str:
    return "" if isinstance(value, str) else f'{value!r} is no number in quotation marks ("09000002001")'


def _covered(value: Any) -> str:
    if not isinstance(value, dict) or not value or not all(isinstance(on, bool) for on in value.values()):
        return f"{value!r} is not written {{car: off}}"
    odd = [name for name in value if name == "pc" or not words.is_actor(name)]
    return f'"{odd[0]}" has no radio{nearest(odd[0], words.WINDOWS)}' if odd else ""


def _event(value: Any) -> str:
    fault = _mapping(value, words.EVENT_KEYS, ("kind",))
    if not fault and not isinstance(value.get("data", {}), dict):
        fault = f"data is a mapping, not {value['data']!r}"
    if not fault and (not isinstance(value.get("count", 1), int) or value.get("count", 1) < 1):
        fault = f"count is a number from 1, not {value['count']!r}"
    return fault


def _names(value: Any) -> str:
    return "" if isinstance(value, list) and all(isinstance(n, str) for n in value) else f"{value!r} is no list of keys"


_SHAPES = {
    "id": _id,
    "text": _text,
    "id: text": _ids_with_text,
    "name: id": _notes,
    "prefix: digits": _pin,
    "name": lambda value: "" if isinstance(value, str) else f"{value!r} is no key",
    "names": _names,
    "time": _time,
    "fault": _fault,
    "port": lambda value: "" if isinstance(value, str) else f"{value!r} is no port",
    "modem": lambda value: "" if value == "modem" else f'only "modem" can be plugged, not {value!r}',
    "part": _part,
    "site": _text,
    "call": _call,
    "number": _number,
    "message": _message,
    "actor: on|off": _covered,
    "accessory": _text,
    "car": lambda value: "" if value == "car" else f"only the car drives, not {value!r}",
    "place": lambda value: "" if value in words.PLACES else f"{value!r} is none of {', '.join(words.PLACES)}",
    "brand": lambda value: "" if value in brand_ids() else f'unknown brand "{value}"{nearest(value, brand_ids())}',
}

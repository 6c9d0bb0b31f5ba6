"""Whether a condition of a journey holds now, and in words what it wants and what there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from core.errors import BenchError
from onebench.guide.labels import is_seen, normal
from onebench.journeys.bench import Bench, ScreenPort
from onebench.journeys.comparison import matches, wish
from onebench.journeys.happened import Happened
from onebench.journeys.model import Condition
from onebench.journeys.people import OWNER
from onebench.journeys.wording import fill_in, in_language


class Checker:
    """Evaluates conditions on a bench in one language."""

    def __init__(self, bench: Bench, language: str) -> None:
        self._bench = bench
        self._language = language
        self.persona = OWNER
        """Whose phone it is in the journey that is walked."""
        self.brand = ""
        """The id of that journey's brand."""
        self.memos: dict[str, str] = {}
        """What the journey noted from its screens, by name."""
        self.happened = Happened(bench, [])
        """What there was since the step began."""

    def read(self, path: str) -> Any:
        """State at `car.esim.state`: actor, then the path below its view model. `memo.<name>` is what was noted."""
        actor, _, rest = path.partition(".")
        if actor == "memo":
            return self.memos.get(rest)
        return self._bench.actors[actor].state(rest)

    def resolve(self, value: Any) -> Any:
        """A value of the file in this run's language with its variables filled in."""
        if isinstance(value, Mapping) and not set(value) <= {"ja", "en"}:
            return {key: self.resolve(entry) for key, entry in value.items()}
        return fill_in(in_language(value, self._language), self.read, self.persona, self.brand)

    def holds(self, condition: Condition, actor: str) -> bool:
        """True if it holds at this moment. A state that cannot be read yet does not hold."""
        try:
            return self._holds(condition, condition.on or actor)
        except BenchError as error:
            if error.code in ("element.not_found", "web.silent", "journey.variable_unknown"):
                return False
            raise

    def describe(self, condition: Condition, actor: str) -> str:
        """What is wanted: `car.screen = qr`, `phone shows "OK"`."""
        on = condition.on or actor
        wanted = self._safely(lambda: self.resolve(condition.expected))
        match condition.kind:
            case "state":
                return f"{condition.subject} {wish(wanted)}"
            case "text" | "contains":
                return f'{on} shows "{wanted}"'
            case "no_text":
                return f'{on} does not show "{wanted}"'
            case "value":
                return f"{condition.subject}: {wanted}"
            case "event" | "no_event":
                return f"{_NEGATED[condition.kind]}event {_event_in_words(wanted)}"
            case "at" | "no_at":
                return f"{_NEGATED[condition.kind]}line of the modem {wanted!r}"
            case _:
                return f"{condition.kind} {condition.subject}"

    def found(self, condition: Condition, actor: str) -> str:
        """What there is instead, for a condition that does not hold."""
        screen = self._bench.actors[condition.on or actor].screen
        match condition.kind:
            case "state":
                return f"it is {self._safely(lambda: self.read(condition.subject))!r}"
            case "text" | "contains":
                return f"the screen shows {self._safely(lambda: shown(screen))}"
            case "value":
                values = {
                    name: self._safely(partial(screen.value, condition.subject, name)) for name in condition.expected
                }
                return f"it is {values}"
            case "see":
                return "it is not on the screen"
            case "event":
                alike = self.happened.events({"kind": condition.subject})
                return f"there was {[event.data for event in alike] if alike else self.happened.kinds()}"
            case "no_event":
                return f"there was {[event.data for event in self.happened.events(self.resolve(condition.expected))]}"
            case "at" | "no_at":
                return f"it sent {self.happened.at_lines()}"
            case _:
                return "it is otherwise"

    def _holds(self, condition: Condition, actor: str) -> bool:
        screen = self._bench.actors[actor].screen
        subject = self.resolve(condition.subject)
        match condition.kind:
            case "state":
                return matches(self.read(subject), self.resolve(condition.expected))
            case "see" | "gone":
                element = screen.find(subject)
                return (element is not None) == (condition.kind == "see")
            case "enabled" | "disabled":
                element = screen.find(subject)
                return element is not None and bool(element.enabled) == (condition.kind == "enabled")
            case "text":
                return is_seen(self._text(condition), screen.labels())
            case "no_text":
                # A sentence that must not be there must not be there as a part of another either.
                return not any(normal(self._text(condition)) in normal(label) for label in screen.labels())
            case "contains":
                return any(normal(self._text(condition)) in normal(label) for label in screen.labels())
            case "event" | "no_event":
                wanted = self.resolve(condition.expected)
                found = len(self.happened.events(wanted)) >= wanted.get("count", 1)
                return found == (condition.kind == "event")
            case "at" | "no_at":
                told = any(line.startswith(self._text(condition)) for line in self.happened.at_lines())
                return told == (condition.kind == "at")
            case _:
                wanted = self.resolve(condition.expected)
                return all(matches(screen.value(subject, name), want) for name, want in wanted.items())

    def _text(self, condition: Condition) -> str:
        return str(self.resolve(condition.expected))

    def _safely(self, read: Callable[[], Any]) -> Any:
        try:
            return read()
        except BenchError as error:
            return str(error)


_NEGATED = {"event": "", "at": "", "no_event": "no ", "no_at": "no "}


def _event_in_words(wanted: Any) -> str:
    if not isinstance(wanted, Mapping):
        return str(wanted)
    data = ", ".join(f"{key} {wish(want)}" for key, want in wanted.get("data", {}).items())
    times = f" ({wanted['count']} times)" if "count" in wanted else ""
    return f"{wanted.get('kind')} {data}".rstrip() + times


def shown(screen: ScreenPort) -> str:
    """The texts of a screen in one line, cut ones marked, for a message."""
    cut = [f"{text} (cut short)" for text in screen.cut_labels()]
    return " · ".join([normal(text) for text in screen.labels()] + cut) or "nothing"

"""Reads a journey file into the model; every slip is a finding with its place and, where there is one, a suggestion."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from onebench.journeys import vocabulary as words
from onebench.journeys.model import DEFAULT_WITHIN, Action, Condition, Journey, LookFor, Step, Text, Use


@dataclass(frozen=True)
class Finding:
    """One slip in a journey: where it is and what is wrong, in words for the person who writes journeys."""

    journey: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.journey}: {self.where}: {self.message}"


def nearest(word: str, known: Iterable[str]) -> str:
    """`; did you mean "tap"?` or nothing."""
    found = difflib.get_close_matches(str(word), list(known), n=1, cutoff=0.5)
    return f'; did you mean "{found[0]}"?' if found else ""


def read_journey(path: Path, name: str | None = None) -> tuple[Journey | None, list[Finding]]:
    """The journey of a file and what is wrong with it; None where nothing could be made of it."""
    content = path.read_bytes()
    reader = _Reader(name or path.stem)
    try:
        raw = yaml.safe_load(content.decode("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        reader.find("file", f"is not YAML: {error}")
        return None, reader.findings
    journey = reader.journey(raw, hashlib.sha256(content).hexdigest())
    return journey, reader.findings


@dataclass
class _Reader:
    name: str
    findings: list[Finding] = field(default_factory=list)

    def find(self, where: str, message: str) -> None:
        self.findings.append(Finding(self.name, where, message))

    def journey(self, raw: Any, digest: str) -> Journey | None:
        if not self.keys(raw, words.JOURNEY_KEYS, "journey", needed=("brand", "title", "steps")):
            return None
        entries = enumerate(self.items(raw["steps"], "steps"), 1)
        steps = tuple(step for i, entry in entries if (step := self.entry(entry, f"step {i}")))
        if not steps:
            self.find("steps", "there are none")
        entries = enumerate(self.items(raw.get("start"), "start"), 1)
        start = tuple(first for i, entry in entries if (first := self.entry(entry, f"start {i}", setup=True)))
        about = self.text(raw["about"], "about") if "about" in raw else {}
        title, persona = self.text(raw["title"], "title"), str(raw.get("persona", ""))
        track = str(raw.get("track", ""))
        return Journey(self.name, str(raw["brand"]), title, start, steps, about, persona, track, digest)

    def entry(self, raw: Any, where: str, *, setup: bool = False) -> Step | Use | None:
        if isinstance(raw, dict) and "use" in raw:
            self.keys(raw, words.USE_KEYS, where)
            actor = str(raw.get("as", ""))
            if actor:
                self.actor(actor, where)
            return Use(str(raw["use"]), actor)
        return self.step(raw, where, setup=setup)

    def step(self, raw: Any, where: str, *, setup: bool = False) -> Step | None:
        if not self.keys(raw, words.STEP_KEYS, where, needed=("actor",) if setup else ("actor", "say")):
            return None
        self.actor(raw["actor"], where)
        do = tuple(a for entry in self.items(raw.get("do"), where) if (a := self.action(entry, where)))
        labels = raw.get("labels", "before" if do else "after")
        if labels not in ("before", "after"):
            self.find(where, f'labels is "before" or "after", not "{labels}"')
        within = raw.get("within", DEFAULT_WITHIN)
        if isinstance(within, bool) or not isinstance(within, (int, float)) or within <= 0:
            self.find(where, f"within is a number of wall seconds, not {within!r}")
            within = DEFAULT_WITHIN
        return Step(
            say=self.text(raw["say"], f"{where}, say") if "say" in raw else {},
            actor=str(raw["actor"]),
            rows=tuple(str(row) for row in self.items(raw.get("row"), where)),
            labels="before" if labels == "before" else "after",
            do=do,
            wait=self.conditions(raw.get("wait"), f"{where}, wait"),
            within=float(within),
            expect=self.conditions(raw.get("expect"), f"{where}, expect"),
            look_for=self.look_for(raw.get("look_for"), f"{where}, look_for"),
        )

    def action(self, raw: Any, where: str) -> Action | None:
        if not isinstance(raw, dict) or len(raw) != 1:
            self.find(where, f"an action is one word with its argument, not {raw!r}")
            return None
        ((kind, argument),) = raw.items()
        if kind not in words.ACTIONS:
            self.find(where, f'unknown action "{kind}"{nearest(kind, words.ACTIONS)}')
            return None
        return Action(kind, argument)

    def actor(self, name: Any, where: str) -> None:
        if not words.is_actor(name):
            self.find(where, f'unknown actor "{name}"{nearest(name, words.WINDOWS)}')

    def conditions(self, raw: Any, where: str) -> tuple[Condition, ...]:
        found = []
        for entry in self.items(raw, where):
            if not isinstance(entry, dict) or not entry:
                self.find(where, f"a condition is a word with what it wants, not {entry!r}")
                continue
            rest = {key: value for key, value in entry.items() if key != "actor"}
            on = entry.get("actor")
            if on is not None:
                self.actor(on, where)
            if len(rest) != 1:
                self.find(where, f"one condition an entry, not {entry!r}")
                continue
            ((key, value),) = rest.items()
            found += self.condition(str(key), value, on, where)
        return tuple(found)

    def condition(self, key: str, value: Any, on: str | None, where: str) -> list[Condition]:
        if key == "value":
            if not isinstance(value, dict) or not all(isinstance(want, dict) for want in value.values()):
                self.find(where, f"value is written {{id: {{property: value}}}}, not {value!r}")
                return []
            return [Condition("value", str(k), want, on) for k, want in value.items()]
        if key in ("text", "no_text", "contains"):
            return [Condition(key, "", value, on)]
        if key in ("event", "no_event"):
            wanted = value if isinstance(value, dict) else {"kind": value}
            return [Condition(key, str(wanted.get("kind", "")), wanted, on)]
        if key in ("at", "no_at"):
            return [Condition(key, "", value, on)]
        if key in words.CONDITIONS:
            return [Condition(key, str(value), None, on)]
        if "." in key:
            return [Condition("state", key, value, on)]
        self.find(where, f'unknown condition "{key}"{nearest(key, words.CONDITIONS)}')
        return []

    def look_for(self, raw: Any, where: str) -> tuple[LookFor, ...]:
        if raw is None:
            return ()
        if not isinstance(raw, dict):
            self.find(where, "look_for is written {row: {text: …, reason: …}}")
            return ()
        found = []
        for row, entries in raw.items():
            for entry in self.items(entries, where):
                if self.keys(entry, words.LOOK_FOR_KEYS, where, needed=("text", "reason")):
                    text = entry["text"]
                    label = entry.get("label")
                    found.append(
                        LookFor(
                            str(row),
                            dict(text) if isinstance(text, dict) else dict.fromkeys(words.LANGUAGES, str(text)),
                            self.text(entry["reason"], where),
                            None if label is None else str(label),
                        )
                    )
        return tuple(found)

    def text(self, raw: Any, where: str) -> Text:
        if isinstance(raw, dict) and set(raw) == set(words.LANGUAGES) and all(str(value) for value in raw.values()):
            return {language: " ".join(str(raw[language]).split()) for language in words.LANGUAGES}
        self.find(where, f"is written {{ja: …, en: …}}, not {raw!r}")
        return dict.fromkeys(words.LANGUAGES, str(raw))

    def items(self, raw: Any, where: str) -> list[Any]:
        if raw is None:
            return []
        return raw if isinstance(raw, list) else [raw]

    def keys(self, raw: Any, known: tuple[str, ...], where: str, needed: tuple[str, ...] = ()) -> bool:
        if not isinstance(raw, dict):
            self.find(where, f"is a mapping of {', '.join(known)}, not {raw!r}")
            return False
        for key in raw:
            if key not in known:
                self.find(where, f'unknown key "{key}"{nearest(key, known)}')
        missing = [key for key in needed if key not in raw]
        for key in missing:
            self.find(where, f'"{key}" is missing')
        return not missing

"""A journey as read from its file: plain data, the same for the test, the tour and the handbook."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Text = dict[str, str]
"""One wording for each language: `{"ja": …, "en": …}`."""

DEFAULT_WITHIN = 10.0
"""Wall seconds for a `wait`: longer than any step takes, short enough for a person who watches a failure."""


@dataclass(frozen=True)
class Action:
    """One thing a person (or the desk: clock, faults, cables) does. `argument` has the shape of the file."""

    kind: str
    argument: Any


@dataclass(frozen=True)
class Condition:
    """Something that must come true. `kind` is `see`, `text`… or `state` with the path in `subject`."""

    kind: str
    subject: str
    expected: Any = None
    on: str | None = None
    """Whose screen; None: the step's actor."""


@dataclass(frozen=True)
class LookFor:
    """An exception from the label rule: what to look for on the screen instead of a quoted text, and why."""

    row: str
    text: Text
    """A language that is missing here keeps the quoted label."""
    reason: Text
    label: str | None = None
    """The quoted text that it replaces; None: all that the row quotes."""


@dataclass(frozen=True)
class Step:
    """One step: what is told, what is done, what must come of it, and the guide rows it performs."""

    say: Text
    actor: str
    rows: tuple[str, ...] = ()
    labels: Literal["before", "after"] = "after"
    """When the rows' labels must be on the screen: before the actions or when all waits have held."""
    do: tuple[Action, ...] = ()
    wait: tuple[Condition, ...] = ()
    within: float = DEFAULT_WITHIN
    expect: tuple[Condition, ...] = ()
    look_for: tuple[LookFor, ...] = ()


@dataclass(frozen=True)
class Use:
    """All steps of another journey or chapter: in `start` without pictures and rows, in `steps` as if written there."""

    journey: str
    actor: str = ""
    """Who does the phone's steps instead, in a browser of its own: `pc`."""


@dataclass(frozen=True)
class Journey:
    """One file of `assets/journeys`; its name is the file's."""

    name: str
    brand: str
    title: Text
    start: tuple[Step | Use, ...]
    steps: tuple[Step | Use, ...]
    about: Text = field(default_factory=dict)
    persona: str = ""
    """Whose phone it is: the first name of a person of `assets/demo/demo.toml`; "": the demonstration's owner."""
    track: str = ""
    """Which track of its brand's guide the short ids of rows belong to (`MINI-WEB`); "": the first."""
    digest: str = ""
    """SHA-256 of the file and of all that it uses, so that records of an older wording do not count."""

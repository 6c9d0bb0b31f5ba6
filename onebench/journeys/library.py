"""Finds the journeys of the project by name."""

from __future__ import annotations

import difflib
import fnmatch
import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from core.errors import BenchError
from core.paths import ASSETS
from onebench.journeys.model import Journey, Use
from onebench.journeys.parse import read_journey

FOLDER = ASSETS / "journeys"
NAME = re.compile(r"(chapters/)?[a-z0-9-]+")
"""What lies in `chapters/` is no journey of its own: others `use` it, as their start or as steps of theirs."""


def journey_names(folder: Path = FOLDER) -> list[str]:
    """Names of all journeys, those of the guide first, then those where something goes wrong."""
    names = sorted(path.stem for path in folder.glob("*.yaml"))
    return sorted(names, key=lambda name: (name.startswith("error-"), name))


def matching(patterns: Iterable[str], folder: Path = FOLDER) -> list[str]:
    """The journeys that names or patterns (`mini-*`) mean, each once; one that means none stays, to be told of."""
    known = journey_names(folder)
    return list(dict.fromkeys(name for pattern in patterns for name in fnmatch.filter(known, pattern) or [pattern]))


def load_journey(name: str, folder: Path = FOLDER, above: tuple[str, ...] = ()) -> Journey:
    """The journey `name`; its digest covers all that it uses. `above` are the journeys that lead here by `use`.

    Raises `journey.unknown` with the nearest name, `journey.invalid` with what is wrong.
    """
    path = folder / f"{name}.yaml"
    if not NAME.fullmatch(name) or not path.is_file():
        near = difflib.get_close_matches(name, journey_names(folder), n=1, cutoff=0.3)
        raise BenchError("journey.unknown", name=name, nearest=", ".join(near) or "-")
    journey, findings = read_journey(path, name)
    if journey is None or findings:
        raise BenchError("journey.invalid", name=name, findings="; ".join(str(finding) for finding in findings))
    if name in above:
        raise BenchError("journey.invalid", name=name, findings="it uses itself")
    used = [entry.journey for entry in (*journey.start, *journey.steps) if isinstance(entry, Use)]
    digests = [journey.digest, *(load_journey(other, folder, (*above, name)).digest for other in used)]
    return replace(journey, digest=hashlib.sha256("".join(digests).encode()).hexdigest())

"""Language and variables in a journey's values: `{ja: …, en: …}` becomes one wording, `${…}` a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.demo import demo_data
from core.errors import BenchError
from onebench.journeys.vocabulary import LANGUAGES, VARIABLE


def in_language(value: Any, language: str) -> Any:
    """The wording of `language` where a value is written once for each; any other value as it is."""
    if isinstance(value, dict) and value and set(value) <= set(LANGUAGES):
        return value.get(language)
    return value


def fill_in(value: Any, read: Callable[[str], Any]) -> Any:
    """`value` with every `${path}` replaced: `${hana.email}` from the demonstration's people, `${car.qr.userCode}`
    by `read`. Raises `journey.variable_unknown`."""
    if isinstance(value, dict):
        return {fill_in(key, read): fill_in(entry, read) for key, entry in value.items()}
    if isinstance(value, list):
        return [fill_in(entry, read) for entry in value]
    if not isinstance(value, str):
        return value
    return VARIABLE.sub(lambda found: str(_variable(found[1].strip(), read)), value)


def people() -> dict[str, dict[str, Any]]:
    """The demonstration's accounts by the first name in their address: `hana` for hana.aoki@example.com."""
    return {account["email"].partition(".")[0]: account for account in demo_data()["accounts"]}


def _variable(path: str, read: Callable[[str], Any]) -> Any:
    first, _, rest = path.partition(".")
    known = people()
    if first in known and rest in known[first]:
        return known[first][rest]
    value = read(path) if first in ("car", "phone", "pc") else None
    if value is None:
        raise BenchError("journey.variable_unknown", name=path)
    return value

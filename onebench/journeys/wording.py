"""Language and variables in a journey's values: `{ja: …, en: …}` becomes one wording, `${…}` a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.brand import load_brand
from core.errors import BenchError
from onebench.journeys.people import OWNER, fact, people
from onebench.journeys.vocabulary import LANGUAGES, VARIABLE, is_accessory

_READ = ("car", "phone", "pc", "memo")
"""What a variable may begin with to be read from the bench, or from what the journey noted."""


def in_language(value: Any, language: str) -> Any:
    """The wording of `language` where a value is written once for each; any other value as it is."""
    if isinstance(value, dict) and value and set(value) <= set(LANGUAGES):
        return value.get(language)
    return value


def fill_in(value: Any, read: Callable[[str], Any], persona: str = OWNER, brand: str = "") -> Any:
    """`value` with every `${path}` replaced; raises `journey.variable_unknown`.

    `${hana.email}` comes from the demonstration's people, `${persona.line.msisdn}` from whoever has the phone,
    `${brand.id_name}` from the brand's pack, `${car.qr.userCode}` and `${memo.code}` from `read`.
    """
    if isinstance(value, dict):
        return {
            fill_in(key, read, persona, brand): fill_in(entry, read, persona, brand) for key, entry in value.items()
        }
    if isinstance(value, list):
        return [fill_in(entry, read, persona, brand) for entry in value]
    if not isinstance(value, str):
        return value
    return VARIABLE.sub(lambda found: str(_variable(found[1].strip(), read, persona, brand)), value)


def _variable(path: str, read: Callable[[str], Any], persona: str, brand: str) -> Any:
    first, _, rest = path.partition(".")
    if first == "brand" and brand:
        fact_of_brand = getattr(load_brand(brand), rest, None)
        if isinstance(fact_of_brand, str):
            return fact_of_brand
    person = persona if first == "persona" else first
    value = fact(person, rest) if person in people() else read(path) if first in _READ or is_accessory(first) else None
    if value is None:
        raise BenchError("journey.variable_unknown", name=path)
    return value

"""A person's name in the language of the screen that shows it (OpenID Connect Core §5.2: claims tagged by language)."""

from __future__ import annotations

from collections.abc import Mapping


def names_of(claims: Mapping[str, object]) -> dict[str, str]:
    """The names in `claims` by language tag, lower case; "" is the name without a language.

    A given name stands in for a full name that is missing.
    """
    names: dict[str, str] = {}
    for claim in ("given_name", "name"):
        for key, value in claims.items():
            base, _, language = key.partition("#")
            if base == claim and isinstance(value, str) and value.strip():
                names[language.lower()] = value.strip()
    return names


def name_in(names: Mapping[str, str], language: str) -> str:
    """The name for `language`: tagged exactly so, else with a region or script, else untagged, else any; or ""."""
    nearby = sorted(tag for tag in names if tag.startswith(f"{language}-"))
    for tag in (language, *nearby, "", *sorted(names)):
        if names.get(tag):
            return names[tag]
    return ""


def initial_of(name: str) -> str:
    """The letter that stands for a person in a ring: "H", 「青」."""
    return name.strip()[:1].upper()

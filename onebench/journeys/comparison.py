"""Compares a value of the bench with what a journey wants: equality, or operators such as `{at_least: 2}`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from onebench.journeys.vocabulary import OPERATORS


def matches(value: Any, wanted: Any) -> bool:
    """Equality, or the operators of a mapping such as `{at_least: 2}`; all of them must hold."""
    if has_operators(wanted):
        return all(_operator(name, value, want) for name, want in wanted.items())
    return bool(value == wanted)


def has_operators(wanted: Any) -> bool:
    """Whether this is a mapping of operators."""
    return isinstance(wanted, Mapping) and bool(wanted) and set(wanted) <= set(OPERATORS)


def wish(wanted: Any) -> str:
    """In words: `= 3`, `at least 2`."""
    if has_operators(wanted):
        return " and ".join(f"{name.replace('_', ' ')} {want!r}" for name, want in wanted.items())
    return f"= {wanted!r}"


def _operator(name: str, value: Any, want: Any) -> bool:
    match name:
        case "is":
            return bool(value == want)
        case "not":
            return bool(value != want)
        case "in":
            return value in want
        case "at_least":
            return value is not None and value >= want
        case "at_most":
            return value is not None and value <= want
        case "has":
            return value is not None and want in value
        case "count":
            return value is not None and len(value) == want
        case _:
            return value is not None and re.search(str(want), str(value)) is not None

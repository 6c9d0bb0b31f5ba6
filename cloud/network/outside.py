"""Who can be reached outside the operator's lines: test line, operator's desk, emergency desks, the demo's contacts."""

from __future__ import annotations

from collections.abc import Iterable

from cloud.network.rules.call import Party
from cloud.network.rules.numbers import ECHO_LINE, EMERGENCY, OPERATOR, national
from core.demo import demo_data

ECHO_ANSWERS, CONTACT_ANSWERS, DESK_ANSWERS = 1.5, 2.0, 1.0
"""Seconds until somebody answers: long enough to see that it rings, short enough for a demonstration."""
DESK_TALKS = 4.0
"""Seconds that the operator's desk needs for its part of the talk."""


def parties(contacts: Iterable[str] | None = None) -> dict[str, Party]:
    """By number in national form; `contacts` are those of the demonstration's phone by default."""
    if contacts is None:
        contacts = [number for item in demo_data()["phone"]["contacts"] for number in item["numbers"]]
    numbers = [national(number) for number in contacts]
    return (
        {number: Party(number, CONTACT_ANSWERS) for number in numbers}
        | {number: Party(number, DESK_ANSWERS) for number in EMERGENCY}  # a stand-in: nobody real is ever reached
        | {ECHO_LINE: Party(ECHO_LINE, ECHO_ANSWERS), OPERATOR: Party(OPERATOR, DESK_ANSWERS, DESK_TALKS, desk=True)}
    )

"""A chapter's web pages on another window: what is done in the phone's browser is done in the PC's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from onebench.journeys.model import Action, Condition, Step, Use

PHONE = "phone"


def recast(entries: Iterable[Step | Use], actor: str) -> tuple[Step | Use, ...]:
    """The entries of a chapter with the phone's steps done by `actor`; "" leaves them as they are.

    Only web pages are the same in both windows: ids `phone.web.…` become `pc.web.…`, all others stay the phone's.
    """
    if not actor or actor == PHONE:
        return tuple(entries)
    return tuple(_entry(entry, actor) for entry in entries)


def _entry(entry: Step | Use, actor: str) -> Step | Use:
    if isinstance(entry, Use):
        return replace(entry, actor=actor)
    if entry.actor != PHONE:
        return entry
    return replace(
        entry,
        actor=actor,
        do=tuple(Action(action.kind, _moved(action.argument, actor)) for action in entry.do),
        wait=tuple(_condition(condition, actor) for condition in entry.wait),
        expect=tuple(_condition(condition, actor) for condition in entry.expect),
    )


def _condition(condition: Condition, actor: str) -> Condition:
    return replace(condition, subject=_moved(condition.subject, actor), expected=_moved(condition.expected, actor))


def _moved(value: Any, actor: str) -> Any:
    if isinstance(value, dict):
        return {_moved(key, actor): _moved(entry, actor) for key, entry in value.items()}
    if isinstance(value, list):
        return [_moved(entry, actor) for entry in value]
    return value.replace(f"{PHONE}.web.", f"{actor}.web.") if isinstance(value, str) else value

"""What people typed into forms and have not sent yet: kept here, so that no reload, restart or log-out loses it.

`owner` is whatever stays the same for the person meanwhile: the secret of their visit, or their line. `kind` is the
form; two tabs that shall not disturb each other use two kinds (`order:<tab>`). Each draft has a `key`, which becomes
the key of its order: however often it is sent, it is one order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select

from cloud.carrier.context import CarrierContext
from cloud.carrier.models import DraftRow
from cloud.context import fingerprint
from core.errors import BenchError


@dataclass(frozen=True)
class Draft:
    """One form. `version` counts how often it was saved; 0 is one that nobody saved yet."""

    key: str
    version: int
    data: dict[str, Any]


class Drafts:
    """All forms that wait to be sent."""

    def __init__(self, context: CarrierContext) -> None:
        self._context = context

    def load(self, owner: str, kind: str) -> dict[str, Any]:
        """What was typed so far; empty when nothing was."""
        draft = self.find(owner, kind)
        return draft.data if draft else {}

    def find(self, owner: str, kind: str) -> Draft | None:
        """The living draft."""
        with self._context.database.reading() as session:
            row = session.get(DraftRow, (fingerprint(owner), kind))
        if row is None or row.saved_at + self._context.settings.draft_lifetime <= self._context.now():
            return None
        return _draft(row)

    def open(self, owner: str, kind: str) -> Draft:
        """The living draft, or a new empty one."""
        return self.find(owner, kind) or self.save(owner, kind, {})

    def save(self, owner: str, kind: str, data: Mapping[str, Any], *, version: int | None = None) -> Draft:
        """Keep `data` instead of what was there.

        Raises `draft.outdated {version}` when `version` is given and another tab has saved since: nothing is changed.
        """
        now, lifetime = self._context.now(), self._context.settings.draft_lifetime
        with self._context.database.writing() as session:
            session.execute(delete(DraftRow).where(DraftRow.saved_at <= now - lifetime))
            row = session.get(DraftRow, (fingerprint(owner), kind))
            if version is not None and row is not None and row.version != version:
                raise BenchError("draft.outdated", version=row.version)
            if row is None:
                row = DraftRow(owner=fingerprint(owner), kind=kind, key=self._context.secret(), version=0)
                session.add(row)
            row.content, row.version, row.saved_at = dict(data), row.version + 1, now
        return _draft(row)

    def drop(self, owner: str, kind: str) -> None:
        """Forget it: it was sent, or given up."""
        with self._context.database.writing() as session:
            session.execute(delete(DraftRow).where(DraftRow.owner == fingerprint(owner), DraftRow.kind == kind))

    def hand_over(self, owner: str, heir: str) -> None:
        """All drafts of `owner` are `heir`'s now (the same person, logged in again), but for those that `heir` has."""
        with self._context.database.writing() as session:
            for row in session.scalars(select(DraftRow).where(DraftRow.owner == fingerprint(owner))).all():
                if session.get(DraftRow, (fingerprint(heir), row.kind)) is None:
                    row.owner = fingerprint(heir)


def _draft(row: DraftRow) -> Draft:
    return Draft(row.key, row.version, dict(row.content))

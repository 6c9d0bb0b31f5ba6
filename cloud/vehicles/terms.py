"""The terms that a person accepts in the app (BMW-JP-SP-08); consents are kept by version."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cloud.context import Context
from cloud.storage.models import Consent
from core.errors import BenchError

CURRENT_TERMS = {"terms_of_use": "2026-01", "connected_services": "2026-01", "privacy": "2026-01"}
"""Ids and versions of the terms in force. A new version asks everybody anew."""


class Terms:
    """Who accepted what."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of(self, account_id: int) -> list[dict[str, object]]:
        """The terms in force: `{id, version, accepted}`."""
        with self._context.database.reading() as session:
            rows = session.scalars(select(Consent).where(Consent.account_id == account_id))
            given = {(row.terms_id, row.version) for row in rows}
        return [
            {"id": terms_id, "version": version, "accepted": (terms_id, version) in given}
            for terms_id, version in CURRENT_TERMS.items()
        ]

    def put(self, account_id: int, gcid: str, body: object) -> list[dict[str, object]]:
        """Store `{terms: [{id, version, accepted}]}`. Raises `request.invalid`, `terms.outdated` for an old version."""
        entries = body.get("terms") if isinstance(body, dict) else None
        if not isinstance(entries, list) or len(entries) > 20:
            raise BenchError("request.invalid", field="terms")
        changes: list[tuple[str, bool]] = []
        for entry in entries:
            if not isinstance(entry, dict) or not isinstance(entry.get("accepted"), bool):
                raise BenchError("request.invalid", field="terms")
            terms_id = entry.get("id")
            if not isinstance(terms_id, str) or terms_id not in CURRENT_TERMS:
                raise BenchError("request.invalid", field="terms.id")
            if entry.get("version") != CURRENT_TERMS[terms_id]:
                raise BenchError("terms.outdated", id=terms_id, version=CURRENT_TERMS[terms_id])
            changes.append((terms_id, entry["accepted"]))
        with self._context.database.writing() as session:
            for terms_id, accepted in changes:
                self._store(session, account_id, terms_id, accepted)
        self._context.emit("terms.stored", account=gcid, accepted=[name for name, yes in changes if yes])
        return self.of(account_id)

    def _store(self, session: Session, account_id: int, terms_id: str, accepted: bool) -> None:
        key = (account_id, terms_id, CURRENT_TERMS[terms_id])
        row = session.get(Consent, key)
        if accepted and row is None:
            session.add(
                Consent(account_id=account_id, terms_id=terms_id, version=key[2], accepted_at=self._context.now())
            )
        elif not accepted and row is not None:
            session.delete(row)

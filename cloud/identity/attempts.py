"""Keeps the counts of wrong tries, so that a restart does not forgive them."""

from __future__ import annotations

import math

from sqlalchemy import delete

from cloud.context import Context
from cloud.identity.rules.attempts import Attempts, after_failure, rest_left
from cloud.storage.models import FailedAttempts


def rest_of(context: Context, subject: str, limit: int) -> int:
    """Whole seconds that `subject` must still wait; 0 when it may try."""
    with context.database.reading() as session:
        row = session.get(FailedAttempts, subject)
        present = Attempts(row.failures, row.until) if row else Attempts()
    return math.ceil(rest_left(present, now=context.now(), limit=limit))


def note_failure(context: Context, subject: str, window: float) -> int:
    """Count one wrong try of `subject`; the number so far in this window."""
    with context.database.writing() as session:
        row = session.get(FailedAttempts, subject)
        present = Attempts(row.failures, row.until) if row else Attempts()
        counted = after_failure(present, now=context.now(), window=window)
        session.merge(FailedAttempts(subject=subject, failures=counted.failures, until=counted.until))
        session.execute(delete(FailedAttempts).where(FailedAttempts.until < context.now()))
    return counted.failures


def forget(context: Context, subject: str) -> None:
    """The subject proved itself: its wrong tries do not count any more."""
    with context.database.reading() as session:
        if session.get(FailedAttempts, subject) is None:
            return
    with context.database.writing() as session:
        session.execute(delete(FailedAttempts).where(FailedAttempts.subject == subject))

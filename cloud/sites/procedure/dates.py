"""Dates and times as the reader's language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from flask_babel import format_date, format_time

JAPAN = timezone(timedelta(hours=9))
"""The operator's time zone; Japan has no summer time."""


def shown_date(value: str | date) -> str:
    """A day (ISO 8601 or a date): 2026年4月1日, April 1, 2026."""
    day = date.fromisoformat(value) if isinstance(value, str) else value
    return str(format_date(day, "long", rebase=False))


def day_in_japan(timestamp: float) -> date:
    """The day of an instant (seconds since 1970)."""
    return datetime.fromtimestamp(timestamp, JAPAN).date()


def shown_time(timestamp: float) -> str:
    """The time of day in Japan of an instant (seconds since 1970)."""
    there = datetime.fromtimestamp(timestamp, UTC).astimezone(JAPAN)
    return str(format_time(there.replace(tzinfo=None), "short", rebase=False))

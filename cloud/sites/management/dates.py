"""Dates and times as the management site prints them: 2021年07月20日, 16:43."""

from __future__ import annotations

from datetime import UTC, datetime

from flask_babel import format_date

from cloud.sites.procedure.dates import JAPAN
from cloud.web.language import wanted_language


def _there(timestamp: float) -> datetime:
    return datetime.fromtimestamp(timestamp, UTC).astimezone(JAPAN)


def printed_date(timestamp: float | None) -> str:
    """The day in Japan of an instant (seconds since 1970), "" for None. In Japanese with two digits (MGMT-TOP1-09)."""
    if timestamp is None:
        return ""
    day = _there(timestamp).date()
    return f"{day:%Y年%m月%d日}" if wanted_language() == "ja" else str(format_date(day, "long", rebase=False))


def printed_time(timestamp: float) -> str:
    """The time of that day, HH:MM (MGMT-HIST-06)."""
    return f"{_there(timestamp):%H:%M}"


def machine_time(timestamp: float) -> str:
    """The same for programs: the `datetime` of HTML."""
    return _there(timestamp).isoformat(timespec="minutes")

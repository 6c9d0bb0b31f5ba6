"""Driver profiles: the settings that a car stores in the cloud and loads again in any car of its driver."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from cloud.context import Context
from cloud.storage.models import DriverProfile
from core.errors import BenchError

MAX_BYTES = 16_384
"""A profile is a handful of settings; more is a mistake."""


class DriverProfiles:
    """One profile a person. The last car to store wins."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def get(self, account_id: int) -> dict[str, Any]:
        """The settings with `updated` (ISO 8601 UTC, None when nothing was ever stored)."""
        with self._context.database.reading() as session:
            row = session.get(DriverProfile, account_id)
        if row is None:
            return {"updated": None}
        return {**row.content, "updated": _iso(row.updated_at)}

    def put(self, account_id: int, gcid: str, content: object) -> dict[str, Any]:
        """Replace the settings; `updated` is the cloud's to say. Raises `request.invalid`."""
        if not isinstance(content, dict) or len(json.dumps(content).encode()) > MAX_BYTES:
            raise BenchError("request.invalid", field="profile")
        kept = {str(key): value for key, value in content.items() if key != "updated"}
        now = self._context.now()
        with self._context.database.writing() as session:
            session.merge(DriverProfile(account_id=account_id, content=kept, updated_at=now))
        self._context.emit("profile.stored", account=gcid, settings=sorted(kept))
        return {**kept, "updated": _iso(now)}


def _iso(timestamp: float) -> str:
    return datetime.fromtimestamp(timestamp, UTC).isoformat(timespec="milliseconds")

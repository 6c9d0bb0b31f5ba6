"""How long a short message may wait (TP-VP, TS 23.040 §9.2.3.12)."""

from __future__ import annotations

from datetime import datetime

from core.sms.fields import PduError, decode_time

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0


def validity_of(octets: bytes, now: datetime, most: float) -> float:
    """Seconds that a message with this TP-VP may wait, at most `most`; `most` when it has none or an unknown format."""
    if len(octets) == 1:
        return min(_relative(octets[0]), most)
    if len(octets) == 7:
        try:
            return min(max(0.0, (decode_time(octets) - now).total_seconds()), most)
        except PduError:
            return most
    return most


def _relative(value: int) -> float:
    if value <= 143:
        return (value + 1) * 5 * MINUTE
    if value <= 167:
        return 12 * HOUR + (value - 143) * 30 * MINUTE
    if value <= 196:
        return (value - 166) * DAY
    return (value - 192) * 7 * DAY

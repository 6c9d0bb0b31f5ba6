"""Which sound belongs to what the screens show: a tick for a touch, and few others, so that each means something."""

from __future__ import annotations

from typing import Any

TOUCH, CONFIRM, REFUSE, RING = "touch", "confirm", "refuse", "ring"
SOUNDS = (TOUCH, CONFIRM, REFUSE, RING)
"""Files in `assets/sounds/<brand>/`, made by `scripts/make-sounds`."""
DONE = frozenset({"pinDone", "profileReady"})
ASKING = frozenset({"telephony", "pairing"})
TOLD = frozenset(
    {
        "telephone.busy",
        "telephone.service_code",
        "roaming.no_effect",
        "telephony.needs_phone",
        "users.joined",
        "consent.esim_missing",
    }
)
"""Messages that are no failure."""


def cue_for(section: str, before: Any, after: Any) -> str:
    """The sound for a section of the contract that changed from `before` to `after`; "" for silence."""
    if section == "screen":
        return CONFIRM if after in DONE else ""
    if section == "overlay":
        return RING if after in ASKING else ""
    if section == "error":
        code = after.get("code", "")
        return REFUSE if code and code not in TOLD and code != before.get("code", "") else ""
    if section == "pin":
        return REFUSE if after["mistakes"] > before["mistakes"] else ""
    if section == "esim":
        return CONFIRM if after["state"] == "connected" and before["state"] == "settingUp" else ""
    return ""

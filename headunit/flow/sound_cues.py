"""Which sound belongs to what the screens show: a tick for a touch, and few others, so that each means something."""

from __future__ import annotations

from typing import Any

TOUCH, CONFIRM, REFUSE, RING, CALL, ENDED = "touch", "confirm", "refuse", "ring", "call", "ended"
SOUNDS = (TOUCH, CONFIRM, REFUSE, RING, CALL, ENDED)
"""Files in `assets/sounds/<brand>/`, made by `scripts/make-sounds`."""
RINGBACK, BUSY, WAITING = "ringback", "busy", "waiting"
KEYS = {**{digit: f"key{digit}" for digit in "0123456789"}, "*": "keyStar", "#": "keyHash"}
TONES = (RINGBACK, BUSY, WAITING, *KEYS.values())
"""What a network plays, in `assets/sounds/tones/`: the same in every car."""
BUSY_ENDS = frozenset({"busy", "rejected", "line_in_use"})
DONE = frozenset({"pinDone", "profileReady"})
ASKING = frozenset({"telephony", "pairing"})
TOLD = frozenset(
    {
        "telephone.busy",
        "telephone.service_code",
        "telephone.bad_number",
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
    return _call_cue(before, after) if section == "calls" else ""


def loop_for(calls: dict[str, Any]) -> str:
    """What sounds on and on while the section `calls` is so; "" for silence."""
    if calls["view"] == "incoming":
        return CALL
    if calls["waiting"]:
        return WAITING
    front = calls["front"] if calls["view"] in ("talking", "minimised") else {}
    return RINGBACK if front.get("state") == "alerting" else ""


def _call_cue(before: Any, after: Any) -> str:
    if len(after["tones"]) > len(before["tones"]):
        return KEYS[after["tones"][-1]]
    if after["view"] != "ended" or before["view"] == "ended":
        return ""
    return BUSY if after["end"].get("reason") in BUSY_ENDS else ENDED

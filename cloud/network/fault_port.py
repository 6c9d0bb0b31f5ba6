"""The network's port on the board of faults."""

from __future__ import annotations

from core.faults import Fault, Faults

PORT = "radio.network"
KINDS = ("sms_lost", "sms_late", "down", "denied")
"""`sms_lost` and `sms_late` (`delay`; operation `sms <kind>`), `down` (all radio links break; operation = the message's
word, such as `attach`), `denied` (operation `attach`)."""


def strike(faults: Faults, operation: str, *kinds: str) -> Fault | None:
    """The fault to show for this use, if one of `kinds` is switched on: others are for other uses and stay."""
    active = faults.active(PORT)
    if active is None or active.kind not in kinds:
        return None
    return faults.take(PORT, operation)

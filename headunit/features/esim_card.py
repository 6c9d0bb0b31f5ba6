"""What the set-up reads from the card, and asks of it. Blocking."""

from __future__ import annotations

import contextlib

from core.errors import BenchError
from headunit.services.modem_door import ModemFace


def is_enabled(modem: ModemFace, iccid: str) -> bool | None:
    """Whether the profile is enabled; None when the card does not hold it."""
    for profile in modem.profiles():
        if profile.iccid == iccid:
            return profile.state == "enabled"
    return None


def find(modem: ModemFace, iccid: str) -> bool:
    """Whether the profile is enabled; raises `esim.profile_not_found` when the card does not hold it."""
    enabled = is_enabled(modem, iccid)
    if enabled is None:
        raise BenchError("esim.profile_not_found", iccid=iccid)
    return enabled


def standing(modem: ModemFace, iccid: str) -> str:
    """The fact that the card's state amounts to."""
    if not is_enabled(modem, iccid):
        return "esimReady"
    return "esimRunning" if modem.registration().registered else "esimEnabled"


def disable(modem: ModemFace, iccid: str) -> str:
    """Have the profile disabled; the card's EID, for the report."""
    eid = modem.euicc().eid
    if is_enabled(modem, iccid):
        modem.disable(iccid)
    return eid


def withdraw(modem: ModemFace, iccid: str, *, delete: bool) -> bool:
    """Take a profile out of use, and from the card; whether it is not there any more.

    A card that will not delete it (SGP.22 §2.9.1, policy rule 2) keeps it disabled.
    """
    enabled = is_enabled(modem, iccid)
    if enabled is None:
        return True
    if enabled:
        modem.disable(iccid)
    if not delete:
        return False
    try:
        modem.delete(iccid)
    except BenchError as error:
        if not error.code.startswith("esim."):
            raise
        return False
    return True


def tell_servers(modem: ModemFace) -> None:
    """Deliver the card's notifications; what cannot be told now stays on the card for the next time."""
    with contextlib.suppress(BenchError):
        modem.send_notifications()

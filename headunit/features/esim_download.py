"""Brings the driver's profile to the card: activation code from the vehicle cloud, download by the LPA. Blocking.

Sources: SGP.22 §3.1.3 (download), BMW-JP-CAR-11 (the set-up's progress).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.errors import BenchError
from headunit.desk import Desk
from headunit.features.esim_card import is_enabled
from headunit.flow.refusals import ORDER_IS_SPENT, in_the_cars_words
from headunit.services.modem_door import ModemFace
from headunit.services.session import Session
from headunit.services.vehicle import EsimRecord

if TYPE_CHECKING:
    from firmware_bridge import ProfileOffer, Step

Told = Callable[[float], None]
"""Takes the share, 0 to 1, of the package's blocks that are on the card."""


class EsimDownload:
    """Remembers which activation code was refused, so that the next try asks for another one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._refused = ""

    def bring(self, modem: ModemFace, session: Session, *, iccid: str, eid: str, told: Told) -> EsimRecord | None:
        """Have the profile on the card; None when it was there already, else the record of what was downloaded, or of
        a contract that has ended since the car asked last (state `none`).

        That may name another ICCID: a profile that is used up on a card which is gone is replaced by a new one.
        Raises `esim.profile_not_found` when there is none to download either, the cloud's errors,
        `esim.order_refused`, `esim.order_failed`, and what `Modem.download` and `headunit.flow.refusals` name.
        """
        if is_enabled(modem, iccid) is not None:
            return None
        record = self._desk.vehicle.esim(session, eid=eid, refused=self._refused)
        if record.state == "none":
            return record
        code = record.activation_code
        if not code:
            raise BenchError("esim.profile_not_found", iccid=iccid)

        def progress(step: Step) -> None:
            if step.total:
                told(step.done / step.total)

        try:
            modem.download(code, consent=_wanted, progress=progress)
        except BenchError as error:
            known = in_the_cars_words(error)
            self._refused = code if known.code in ORDER_IS_SPENT else ""
            raise known from error
        self._refused = ""
        return record


def _wanted(_: ProfileOffer) -> bool:
    """The driver has opened the set-up of a contract of their own: that is the consent."""
    return True

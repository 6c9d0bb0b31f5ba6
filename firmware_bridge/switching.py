"""Enable and disable a profile on cards that refuse oddly: by its AID, with the other refresh flag, a moment later.

Removable cards are known that find a profile by its AID only, or that take one refresh flag only; a card that is busy
with its toolkit is so for a moment. Source: SGP.22 §5.7.16, §5.7.17 and reports from the field.
"""

from __future__ import annotations

from collections.abc import Callable

from core.rsp.messages import ProfileIdentifier, Result
from firmware_bridge.euicc.apdu import CardError
from firmware_bridge.euicc.es10 import Es10

BUSY_TRIES, BUSY_REST = 3, 1.0
"""How often a busy card is asked, and seconds between."""
ODD = frozenset({Result.NOT_FOUND, Result.UNDEFINED})
"""Answers that cards give to a way of asking, not to the wish."""


def switch(es10: Es10, iccid: str, *, enable: bool, refresh: bool, pause: Callable[[float], None]) -> int:
    """The card's result. Raises `CardError` when each way ended with a status word, and `TlvError`."""
    for rest in range(BUSY_TRIES):
        if rest:
            pause(BUSY_REST)
        result = _ask_all_ways(es10, iccid, enable, refresh)
        if result != Result.CAT_BUSY:
            break
    return result


def _ask_all_ways(es10: Es10, iccid: str, enable: bool, refresh: bool) -> int:
    function = es10.enable if enable else es10.disable
    by_iccid = ProfileIdentifier(iccid=iccid)
    first: int | CardError
    try:
        first = function(by_iccid, refresh)
    except CardError as error:
        first = error
    if not isinstance(first, CardError) and first not in ODD:
        return first
    found = next((item for item in es10.profiles() if item.iccid == iccid), None)
    if found is not None:
        if (found.state == 1) == enable:
            return Result.OK  # it has been done, whatever was said
        by_aid = ProfileIdentifier(aid=found.aid) if found.aid else None
        for identifier, flag in ((by_aid, refresh), (by_iccid, not refresh), (by_aid, not refresh)):
            if identifier is None:
                continue
            try:
                result = function(identifier, flag)
            except CardError:
                continue
            if result not in ODD:
                return result
    if isinstance(first, CardError):
        raise first
    return first

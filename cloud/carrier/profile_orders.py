"""Orders an accessory's profile for its card at the SM-DP+ over ES2+ (SGP.22 §5.3)."""

from __future__ import annotations

from cloud.carrier.context import CarrierContext
from cloud.carrier.es2_client import Es2Client
from cloud.carrier.registry import Registration, Registrations
from core.errors import BenchError
from core.rsp.activation_code import ActivationCode

IN_USE = ("8.2.1", "3.3")
"""The SM-DP+ says: the profile is ordered or used already (SGP.22 §5.3.1)."""


class ProfileOrders:
    """One activation code for each accessory. `es2` is None where no SM-DP+ is: then nobody gets a code."""

    def __init__(self, context: CarrierContext, registrations: Registrations, es2: Es2Client | None) -> None:
        self._context = context
        self._registrations = registrations
        self._es2 = es2

    def code_for(self, one: Registration, *, refused: str = "") -> tuple[Registration, str]:
        """The accessory and its code; the same one again unless it is the one that the SM-DP+ `refused`.

        Every step can be repeated after a kill: what was ordered and not stored is taken back and ordered anew. A
        profile that is used up on a card which is gone is replaced by another one of the stock. Raises
        `esim.order_refused {subject, reason}`, `esim.order_failed {reason}`.
        """
        if self._es2 is None:
            raise BenchError("esim.order_failed", reason="no SM-DP+")
        with self._registrations.lock:
            if one.code and one.code != refused:
                return one, one.code
            try:
                code = self._order(self._es2, one.iccid, one.eid)
            except BenchError as error:
                if not _in_use(error):
                    raise
                if one.code and not one.installed:
                    return one, one.code  # it is on its way to this very card
                one = self._another(one, error)
                code = self._order(self._es2, one.iccid, one.eid)
            self._registrations.keep_code(one.id, code)
        self._context.emit("profile.ordered", iccid=one.iccid, eid=one.eid, anew=bool(refused))
        return one, code

    def _another(self, one: Registration, error: BenchError) -> Registration:
        try:
            return self._registrations.replace_profile(one.id)
        except BenchError as without:
            raise error from without

    def _order(self, es2: Es2Client, iccid: str, eid: str) -> str:
        try:
            es2.call("downloadOrder", eid=eid, iccid=iccid)
        except BenchError as error:
            if not _in_use(error):
                raise
            # An order that failed, expired, was for another card or whose answer was lost: take it back first.
            es2.call("cancelOrder", iccid=iccid, finalProfileStatusIndicator="Available")
            es2.call("downloadOrder", eid=eid, iccid=iccid)
        answer = es2.call("confirmOrder", eid=eid, iccid=iccid, releaseFlag=True)
        try:
            return str(ActivationCode(answer["smdpAddress"], answer["matchingId"]))
        except (KeyError, TypeError, ValueError) as error:
            raise BenchError("esim.order_failed", reason="confirmOrder: no matching id") from error


def _in_use(error: BenchError) -> bool:
    return error.code == "esim.order_refused" and (error.params["subject"], error.params["reason"]) == IN_USE

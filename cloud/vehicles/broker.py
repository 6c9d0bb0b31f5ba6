"""Gets a driver's profile ordered for the card of the car: the carrier's part behind the vehicle cloud."""

from __future__ import annotations

import threading

from cloud.context import Context
from cloud.storage.models import EsimOrder
from cloud.vehicles.es2_client import Es2Client
from core.errors import BenchError
from core.rsp.activation_code import ActivationCode

IN_USE = ("8.2.1", "3.3")
"""The SM-DP+ says: the profile is ordered or used already (SGP.22 §5.3.1)."""


class Broker:
    """One activation code per person and card, ordered when it is first asked for.

    `es2` is None where no SM-DP+ is: then nobody gets a code.
    """

    def __init__(self, context: Context, es2: Es2Client | None) -> None:
        self._context = context
        self._es2 = es2
        self._lock = threading.Lock()

    @property
    def port(self) -> int | None:
        """Where the SM-DP+ listens, on the host of the cloud; None without one."""
        return self._es2.place.port if self._es2 is not None else None

    def activation_code(self, account_id: int, *, iccid: str, eid: str, refused: str = "") -> str | None:
        """The code for this card; the same one again unless it is the one that the SM-DP+ `refused`.

        Raises `esim.order_refused {subject, reason}` and `esim.order_failed {reason}`; None without an SM-DP+.
        """
        if self._es2 is None:
            return None
        with self._lock:  # two cars that ask at once must not order twice
            known = self._known(account_id)
            fits = known is not None and (known.iccid, known.eid) == (iccid, eid)
            if fits and known is not None and known.code != refused:
                return known.code
            try:
                code = self._order(self._es2, iccid, eid)
            except BenchError as error:
                if fits and known is not None and _in_use(error):
                    return known.code  # it is on its way to this very card
                raise
            with self._context.database.writing() as session:
                session.merge(EsimOrder(account_id=account_id, iccid=iccid, eid=eid, code=code))
        self._context.emit("esim.ordered", iccid=iccid, eid=eid, anew=known is not None)
        return code

    def _known(self, account_id: int) -> EsimOrder | None:
        with self._context.database.reading() as session:
            found = session.get(EsimOrder, account_id)
            if found is not None:
                session.expunge(found)
            return found

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

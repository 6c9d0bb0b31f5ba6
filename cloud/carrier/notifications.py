"""Tells car makers that something of a line has changed, so that they ask again at once (TS.43 `notif_action`)."""

from __future__ import annotations

import contextlib
import threading

import urllib3

from cloud.carrier.association.grants import Grants
from cloud.carrier.context import CarrierContext
from core.events import current_cause
from core.http import CAUSE_HEADER

WALL_TIMEOUT = 3.0
"""Seconds of real time for one try. A notice that is lost costs `entitlement_validity` of patience, nothing else."""


class Notifications:
    """Posts on threads of its own: nobody who registers or releases something waits for a car maker."""

    def __init__(self, context: CarrierContext, grants: Grants) -> None:
        self._context = context
        self._grants = grants
        self._pool = urllib3.PoolManager(timeout=WALL_TIMEOUT, retries=False)

    def line_changed(self, msisdn: str) -> None:
        """Something of this line is new."""
        for url, token in self._grants.notifications(msisdn):
            event = self._context.emit("association.notified", line=msisdn[-4:])
            cause = event.id or current_cause.get() or ""
            threading.Thread(target=self._post, args=(url, token, cause), name="carrier-notice", daemon=True).start()

    def after_a_break(self) -> None:
        """The operator runs again: nobody knows which notices the last one still owed, so all are told."""
        for msisdn in self._grants.lines_to_tell_of():
            self.line_changed(msisdn)

    def _post(self, url: str, token: str, cause: str) -> None:
        headers = {"Authorization": f"Bearer {token}", CAUSE_HEADER: cause}
        with contextlib.suppress(urllib3.exceptions.HTTPError):
            self._pool.request("POST", url, headers=headers, body=b"", redirect=False)

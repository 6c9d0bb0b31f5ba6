"""ES2+ HandleDownloadProgressInfo: the operator hears how each download goes (SGP.22 §5.3.5)."""

from __future__ import annotations

import logging
from enum import IntEnum
from typing import Any

from cloud.smdp.context import SmdpContext
from cloud.smdp.rules.orders import Order
from cloud.smdp.rules.refusals import Refusal

log = logging.getLogger(__name__)


class Point(IntEnum):
    """notificationPointId."""

    ELIGIBILITY = 1
    CONFIRMATION = 2
    DOWNLOAD = 3
    INSTALLATION = 4


def tell(context: SmdpContext, order: Order, point: Point, refusal: Refusal | None = None, result: str = "") -> None:
    """Report one point of a download, passed or refused, as an event and to the operator."""
    status: dict[str, Any] = {"status": "Executed-Success"}
    if refusal is not None:
        code = refusal.value
        status = {
            "status": "Failed",
            "statusCodeData": {"subjectCode": code.subject, "reasonCode": code.reason, "message": code.message},
        }
    report = {
        "eid": order.eid,
        "iccid": order.iccid,
        "profileType": order.profile_type,
        "timestamp": context.clock.now().isoformat(timespec="seconds").replace("+00:00", "Z"),
        "notificationPointId": int(point),
        "notificationPointStatus": status,
    }
    if result:
        report["resultData"] = result
    context.emit("download.progress", iccid=order.iccid, point=point.name.lower(), status=status["status"])
    if context.on_progress is not None:
        try:
            context.on_progress(report)
        except Exception:
            log.exception("the operator's progress callback failed")

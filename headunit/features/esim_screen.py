"""What the screens show of the personal eSIM."""

from __future__ import annotations

from headunit.desk import Desk
from headunit.features.esim_stand import EsimStand
from headunit.flow.esim import DOWNLOAD_SHARE, FACES


def show(desk: Desk, stand: EsimStand) -> None:
    """Bring the section `esim` up to date. The ICCID is there on demand only."""
    face, driver, record = FACES[stand.name], stand.driver, stand.record
    known = driver is not None and face.state not in ("signedOut", "notActivated")
    desk.state.update(
        "esim",
        state=face.state,
        station=face.station,
        progress=face.progress + (stand.blocks * DOWNLOAD_SHARE if stand.name == "downloading" else 0.0),
        detail=stand.detail,
        operator=(record.operator if record else driver.operator if driver else "") if known else "",
        numberLast4=(record.number_last4 if record else driver.number_last4 if driver else "") if known else "",
        iccid=stand.iccid if known and stand.shows_iccid else "",
    )

"""Registration and profile are two things: a profile that is deleted in the car leaves its row at the operator."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from test_car_download import Downloading
from test_car_whole import HANA, PROFILES

from cloud.odsa.messages import ServiceStatus
from firmware_bridge import Modem


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Downloading]:
    made = Downloading(tmp_path)
    yield made
    made.close()


def test_a_profile_deleted_over_the_serial_line_leaves_the_row(whole: Downloading) -> None:
    line = PROFILES[0]["msisdn"]
    whole.sign_in(HANA)
    whole.car.send("openMobileDevices")
    whole.until(esim={"state": "connected"}, overlay="telephony")
    whole.car.send("declineTelephony")
    (profile,) = whole.on_card()

    def delete(modem: Modem) -> None:
        modem.disable(profile.iccid)
        modem.delete(profile.iccid)

    whole.car._desk.door.use(delete)
    assert whole.on_card() == []
    (row,) = whole.carrier.services.registrations.of(line)
    assert (row.status, row.iccid) == (ServiceStatus.ACTIVATED, profile.iccid), "MGMT-TOP1-18"
    whole.until(esim={"state": "notConnected"})
    whole.car.send("retryEsim")  # its code is used up, as the SM-DP+ says; the next try asks for another profile
    whole.fails_with("smdp.code_unknown")
    whole.car.send("retryEsim")
    whole.until(esim={"state": "connected"})
    (again,) = whole.carrier.services.registrations.of(line)
    assert (again.id, [one.iccid for one in whole.on_card()]) == (row.id, [again.iccid]), (
        "the same place, a new profile"
    )
    assert [entry.kind for entry in whole.carrier.services.registrations.history(line)] == ["registered"]

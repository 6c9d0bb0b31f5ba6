"""Cards whose ISD-R has an AID of their maker's: it is asked for first where it is given."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.errors import BenchError
from core.rsp.messages import ISD_R_AIDS
from core.settings import Settings
from firmware_bridge import VirtualModem, open_modem
from firmware_bridge.esim import isd_r_aids

OWN = "A0000005591010FFFFFFFF89000001FF"


def test_own_ones_come_first_and_none_twice() -> None:
    assert isd_r_aids("") == ISD_R_AIDS
    second = ISD_R_AIDS[1]
    found = isd_r_aids(f"{OWN.lower()}, {second.hex()}")
    assert found == (bytes.fromhex(OWN), second, *(aid for aid in ISD_R_AIDS if aid != second))


@pytest.mark.parametrize("text", ["XYZ", "A0", "A000000559101", "00" * 17])
def test_what_is_no_aid_is_told(text: str) -> None:
    with pytest.raises(BenchError) as caught:
        isd_r_aids(text)
    assert caught.value.code == "esim.aid"


def test_the_setting_reaches_the_card(virtual: VirtualModem, clock: Any, events: Any, faults: Any) -> None:
    asked: list[str] = []
    modem = open_modem(
        str(virtual.path),
        clock=clock,
        events=events,
        faults=faults,
        settings=replace(Settings(), isd_r_aids=OWN),
        trace=lambda direction, text: asked.append(text) if direction == ">" else None,
    )
    try:
        assert modem.profiles()
    finally:
        modem.close()
    opened = [text for text in asked if "CCHO" in text]
    assert opened[0] == f'AT+CCHO="{OWN}"'
    assert len(opened) == 2

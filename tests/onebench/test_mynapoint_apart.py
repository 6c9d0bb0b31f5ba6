"""Phone and Mynapoint in benches of their own, as on two machines: with one folder of cards, and with two."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.demo import demo_data
from onebench.world import World
from onebench.world_options import NONE, WorldOptions

PASSWORD = demo_data()["my_number_cards"][0]["password"]


@pytest.mark.parametrize(
    ("folder", "screen", "code"), [("jpki", "reserve", ""), ("other", "problem", "card.refused")], ids=["one", "two"]
)
def test_the_folder_of_cards_is_what_they_share(
    tmp_path: Path, folder: str, screen: str, code: str, qtbot: QtBot
) -> None:
    here: dict[str, Any] = {"modem": NONE, "show": False, "motion": False}
    servers = WorldOptions(data=tmp_path / "servers", jpki=tmp_path / "jpki", parts=frozenset({"points"}), **here)
    with World(servers) as bank:
        points = bank.servers.points_url
        options = WorldOptions(
            data=tmp_path / "phone",
            jpki=tmp_path / folder,
            cloud_url="http://127.0.0.1:1",
            points_url=points,
            air_address=bank.air_address,
            parts=frozenset({"phone"}),
            **here,
        )
        with World(options) as world:
            assert world.phone is not None
            handset = world.phone.handset
            handset.keeping.installed.put_on("mynapoint")
            handset.take("open", "mynapoint")
            handset.take("reserve")
            for digit in PASSWORD:
                handset.take("digit", digit)
            handset.take("layCard", "mynumber")
            qtbot.waitUntil(lambda: handset.mynapoint.screen == screen, timeout=15000)
            assert handset.state()["mynapoint"]["error"].get("code", "") == code

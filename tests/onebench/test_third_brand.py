"""A third brand is a file of data (docs/brands.md): servers, car and phone take it as it is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import cloud.sites.brand_pages
import core.brand
from core.brand import brand_ids, load_brand
from core.paths import ASSETS
from onebench.desk.orders import next_brand
from onebench.world import World
from onebench.world_options import WorldOptions

PACK = """
name = "Dune"
id_name = "Dune ID"
app_name = "My Dune"
app_scheme = "mydune"
app_icon = ["car", "#C58A3D", "#6B4516", "#FFFFFF"]
car_client_id = "dune-car"
app_client_id = "dune-app"
car_theme = "bmw"
phone_theme = "phone"
display_width = 1920
display_height = 720
demo_vin = "WDUBENCH300000000"
demo_model = "Dune Buggy"
demo_eid = "89081000000000000000000000000306"
demo_imei = "352906110000033"
"""


@pytest.fixture
def dune(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    assets = tmp_path / "assets"
    shutil.copytree(ASSETS / "brands", assets / "brands")
    (assets / "brands" / "dune.toml").write_text(PACK, encoding="utf-8")
    monkeypatch.setattr(core.brand, "ASSETS", assets)
    monkeypatch.setattr(cloud.sites.brand_pages, "ASSETS", assets)
    yield
    load_brand.cache_clear()
    cloud.sites.brand_pages.brand_pages.cache_clear()


@pytest.mark.usefixtures("dune")
def test_a_third_brand_needs_its_pack_only(qtbot: QtBot, tmp_path: Path) -> None:
    assert brand_ids() == ["bmw", "dune", "mini"]
    assert next_brand("bmw") == "dune"
    options = WorldOptions(data=tmp_path / "data", brand="dune", language="ja", motion=False, modem="none")
    with World(options) as world:
        assert world.car is not None
        assert world.phone is not None
        assert world.servers.cloud is not None
        assert world.servers.carrier is not None
        car, phone = world.car, world.phone
        qtbot.waitUntil(lambda: car.car is not None, timeout=10_000)
        assert car.view_model.property("brand")["idName"] == "Dune ID"
        apps = [app.face() for app in phone.handset.brand_apps.values()]
        assert {app["name"] for app in apps} == {"My BMW", "MINI", "My Dune"}

        cloud_app, carrier_app = world.servers.cloud.app, world.servers.carrier.app
        assert cloud_app is not None
        assert carrier_app is not None
        browser = cloud_app.test_client()
        assert "Dune IDでログイン" in browser.get("/portal/dune?lang=ja", follow_redirects=True).text
        assert browser.get("/style/dune.css").status_code == 200
        asked = browser.post("/oauth/device_authorization", data={"client_id": "dune-car", "vin": "WDUBENCH300000000"})
        assert asked.get_json()["user_code"]
        assert "Duneで利用する" in carrier_app.test_client().get("/connected-car/?lang=ja").text

        world.switch_brand("mini")
        world.switch_brand("dune")
        assert world.car.window.width() > world.car.window.height()
        assert (tmp_path / "data" / "car-dune").is_dir()

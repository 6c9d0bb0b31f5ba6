"""The head unit as a window: the contract's properties, early touches, the QR as a scanner sees it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy
import pytest
import zxingcpp
from car_bench import HANA, PASSWORD, CarBench
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtTest import QSignalSpy

from core.brand import load_brand
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from core.settings import Settings
from headunit.app import HeadUnit
from headunit.car_state import SECTIONS, CarState
from headunit.qr_image import QrImageProvider, qr_picture
from headunit.view_model import HeadUnitViewModel

LINK = "http://127.0.0.1:43210/device?user_code=BCDF-GHJK"


def pixels(picture: QImage) -> Any:
    assert picture.format() == QImage.Format.Format_RGB32
    return numpy.array(picture.constBits()).reshape(picture.height(), picture.width(), 4)[..., 0]


@pytest.mark.parametrize("wanted", [0, 30, 200, 420, 1000])
def test_the_qr_is_crisp_with_its_quiet_zone_and_scans(wanted: int) -> None:
    picture = qr_picture(LINK, wanted)
    grey = pixels(picture)
    modules = 4 * 4 + 17 + 8  # version 4 and four modules of light on either side
    scale = picture.width() // modules
    assert picture.width() == modules * scale == picture.height()
    assert scale >= 1
    assert wanted < modules or picture.width() <= wanted or wanted == 0
    assert set(numpy.unique(grey)) == {0, 255}
    quiet = 4 * scale
    assert grey[:quiet].min() == grey[:, :quiet].min() == grey[-quiet:].min() == grey[:, -quiet:].min() == 255
    small = grey[::scale, ::scale]
    assert (numpy.kron(small, numpy.ones((scale, scale), numpy.uint8)) == grey).all()
    found = zxingcpp.read_barcodes(numpy.kron(small, numpy.ones((4, 4), numpy.uint8)))
    assert [item.text for item in found] == [LINK]
    assert str(found[0].ec_level) == "M"


def test_the_provider_takes_the_percent_encoded_link() -> None:
    size = QSize()
    picture = QrImageProvider().requestImage("http%3A%2F%2Fa.test%2Fdevice%3Fuser_code%3DBCDF", size, QSize(300, 300))
    assert size == picture.size()
    assert zxingcpp.read_barcodes(pixels(picture))[0].text == "http://a.test/device?user_code=BCDF"


def test_every_section_is_a_property_with_its_own_signal(qapp: Any) -> None:
    state = CarState()
    model = HeadUnitViewModel(state)
    for section, value in SECTIONS.items():
        spy = QSignalSpy(getattr(model, f"{section}Changed"))
        changed = value + "x" if isinstance(value, str) else {"a": 1} if isinstance(value, dict) else [{"a": 1}]
        state.put(section, changed)
        state.put(section, changed)
        assert spy.count() == 1
        assert model.property(section) == changed


def test_touches_wait_for_the_car(qapp: Any, bench: CarBench) -> None:
    model = HeadUnitViewModel(bench.car.state)
    model.send("openBmwId", None)
    model.send("addBmwId", None)
    assert model.property("screen") == "home"
    model.attach(bench.car)
    assert model.property("screen") == "addMethod"
    model.detach()
    model.send("back", None)
    assert model.property("screen") == "addMethod"


class Windows:
    """Makes head units on one folder and takes them away again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock(start=datetime(2026, 4, 1, 0, 41, tzinfo=UTC), rate=1)
        self.events = EventLog(self.clock)
        self.units: list[HeadUnit] = []

    def open(self, **options: Any) -> HeadUnit:
        unit = HeadUnit(
            folder=self.folder,
            brand=load_brand("bmw"),
            language="ja",
            cloud_url="http://127.0.0.1:9",
            modem_url=None,
            air_address=None,
            clock=self.clock,
            events=self.events,
            faults=Faults(),
            randomness=SeededRandomness(1),
            settings=Settings(),
            motion=False,
            **options,
        )
        self.units.append(unit)
        return unit

    def close(self) -> None:
        for unit in self.units:
            unit.close()
        self.units.clear()


@pytest.fixture
def windows(qapp: Any, tmp_path: Path) -> Iterator[Windows]:
    windows = Windows(tmp_path)
    yield windows
    windows.close()
    windows.clock.close()


def test_the_window_shows_home_and_takes_touches(windows: Windows, qtbot: Any) -> None:
    unit = windows.open()
    unit.view_model.send("openBmwId", None)
    with qtbot.waitSignal(unit.ready, timeout=10_000):
        pass
    assert unit.first_frame_at is not None
    assert unit.view_model.property("screen") == "bmwId"
    assert unit.window.objectName() == "car"
    assert unit.view_model.property("settings")["language"] == "ja"
    unit.view_model.send("openSettings", None)
    unit.view_model.send("setLanguage", "en")
    qtbot.waitUntil(lambda: not unit.view_model.property("status")["cloudOnline"], timeout=10_000)


def test_nothing_of_what_is_shown_first_changes_when_the_car_is_there(tmp_path: Path, qapp: Any, qtbot: Any) -> None:
    bench = CarBench(tmp_path)
    bench.sign_in(HANA, pin="2580")
    bench.car.close()
    bench.car.release()
    windows = Windows(tmp_path)
    try:
        unit = windows.open(show=False)
        model = unit.view_model
        names = [name for name in SECTIONS if name != "status"]
        before = {name: model.property(name) for name in names}
        assert before["screen"] == "pinAsk"
        assert before["selectedDriver"]["email"] == HANA
        with qtbot.waitSignal(unit.ready, timeout=10_000):
            pass
        assert {name: model.property(name) for name in names} == before
    finally:
        windows.close()
        windows.clock.close()


def test_a_password_from_qml_arrives_as_a_map(bench: CarBench, qapp: Any) -> None:
    from PySide6.QtQml import QJSEngine

    engine = QJSEngine()
    value = engine.evaluate(f"({{email: '{HANA}', password: '{PASSWORD}'}})")
    model = HeadUnitViewModel(bench.car.state)
    model.attach(bench.car)
    bench.open_credentials()
    model.send("submitCredentials", value)
    assert bench.screen == "sync"


def test_the_first_frame_needs_neither_statechart_nor_http() -> None:
    import subprocess

    program = (
        "import sys, headunit.app; "
        "print([name for name in ('statemachine', 'urllib3', 'vobject', 'argon2', 'serial', 'qrcode', 'asyncio') "
        "if name in sys.modules])"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment
    )
    assert answer.stdout.strip() == "[]"

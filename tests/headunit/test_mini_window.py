"""The round car as a window: its own shape, no slower than the other, and one brand after the other in one process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from core.brand import load_brand
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from core.settings import Settings
from core.ui.theme import theme_object
from headunit.app import HeadUnit
from headunit.early import QML, begin_screens, main_file


class Garage:
    """Makes cars of any brand, each on its own folder, and takes them away again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock(start=datetime(2026, 4, 1, 0, 41, tzinfo=UTC), rate=1)
        self.events = EventLog(self.clock)
        self.units: list[HeadUnit] = []

    def open(self, brand: str, **options: Any) -> HeadUnit:
        unit = HeadUnit(
            folder=self.folder / f"car-{brand}",
            brand=load_brand(brand),
            language="en",
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

    def close(self, unit: HeadUnit) -> None:
        self.units.remove(unit)
        unit.close()


@pytest.fixture
def garage(qapp: Any, tmp_path: Path) -> Iterator[Garage]:
    garage = Garage(tmp_path)
    yield garage
    for unit in list(garage.units):
        garage.close(unit)
    garage.clock.close()


def shape(unit: HeadUnit) -> tuple[float, float]:
    return unit.window.property("designWidth"), unit.window.property("designHeight")


def drawn(unit: HeadUnit, name: str) -> QQuickItem | None:
    """The drawn item with this id."""

    def walk(item: QQuickItem) -> Iterator[QQuickItem]:
        if item.isVisible():
            yield item
            for child in item.childItems():
                yield from walk(child)

    return next((item for item in walk(unit.window.contentItem()) if item.objectName() == name), None)


Touch = Callable[[HeadUnit, str], None]


@pytest.fixture(scope="module")
def touch(qapp: Any) -> Touch:
    """A finger that taps the middle of a control."""
    finger = QTest.createTouchDevice()

    def tap(unit: HeadUnit, name: str) -> None:
        item = drawn(unit, name)
        assert item is not None, name
        place: QPoint = item.mapToScene(item.boundingRect().center()).toPoint()
        QTest.touchEvent(unit.window, finger).press(0, place).commit()
        QTest.touchEvent(unit.window, finger).release(0, place).commit()

    return tap


def test_the_round_car_takes_touches_and_tells_why_not(garage: Garage, touch: Touch, qtbot: Any) -> None:
    unit = garage.open("mini")
    with qtbot.waitSignal(unit.ready, timeout=10_000):
        pass
    assert shape(unit) == (1080, 1080)
    touch(unit, "car.home.bmwId")
    qtbot.waitUntil(lambda: unit.view_model.property("screen") == "bmwId")
    unit.set_driving(True)
    qtbot.waitUntil(lambda: drawn(unit, "car.bmwId.add") is not None)
    touch(unit, "car.bmwId.add")
    qtbot.waitUntil(lambda: unit.view_model.property("overlay") == "notice")
    assert unit.view_model.property("error")["code"] == "sign_in.driving"
    qtbot.waitUntil(lambda: drawn(unit, "car.notice.dismiss") is not None)
    touch(unit, "car.notice.dismiss")
    qtbot.waitUntil(lambda: unit.view_model.property("overlay") == "")
    unit.set_driving(False)
    touch(unit, "car.bmwId.add")
    qtbot.waitUntil(lambda: unit.view_model.property("screen") == "qr")


def test_one_brand_after_the_other_in_one_process(garage: Garage, qtbot: Any) -> None:
    for brand, wide in (("bmw", True), ("mini", False), ("bmw", True)):
        unit = garage.open(brand)
        with qtbot.waitSignal(unit.ready, timeout=10_000):
            pass
        assert (shape(unit)[0] > shape(unit)[1]) == wide
        assert (drawn(unit, "car.rail.settings") is not None) == wide
        assert unit.view_model.property("brand")["name"] == load_brand(brand).name
        unit.view_model.send("setAppearance", "day")
        garage.close(unit)
    assert (garage.folder / "car-mini").is_dir()


def test_both_brands_side_by_side_keep_their_looks(garage: Garage, qtbot: Any) -> None:
    mini, bmw = garage.open("mini", show=False), garage.open("bmw", show=False)
    accents = [theme_object(unit.engine).property("accent").name() for unit in (mini, bmw)]
    assert accents == ["#ffc24b", "#4c9dff"]


def test_an_engine_begun_for_the_other_shape_is_not_used(garage: Garage) -> None:
    early = begin_screens("")
    unit = garage.open("mini", show=False, early=early)
    assert shape(unit) == (1080, 1080)


def test_the_files_of_each_shape() -> None:
    assert main_file("") == QML / "Main.qml"
    assert main_file("mini") == QML / "+mini" / "Main.qml"
    assert main_file("tractor") == QML / "Main.qml"

"""The desk: orders from keys in the car's window and from another program, and a switch of the brand by both."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.brand import brand_ids, load_brand
from core.errors import BenchError
from onebench.desk import keys
from onebench.desk.line import DeskLine, line_name, send
from onebench.desk.orders import next_brand, obey
from onebench.world import World
from onebench.world_options import WorldOptions


class Desk:
    """A bench that notes what it is told."""

    def __init__(self) -> None:
        self.brand = load_brand("bmw")
        self.done: list[tuple[str, Any]] = []

    def switch_brand(self, brand_id: str) -> None:
        load_brand(brand_id)
        self.done.append(("brand", brand_id))

    def set_driving(self, driving: bool) -> None:
        self.done.append(("driving", driving))

    def set_reception(self, reception: bool) -> None:
        self.done.append(("reception", reception))

    def call_in(self, number: str) -> None:
        self.done.append(("call", number))

    def end_call(self, number: str) -> None:
        raise BenchError("journey.no_call", number=number)

    def sms_in(self, number: str, text: str) -> None:
        self.done.append(("message", (number, text)))

    def start(self, part: str) -> None:
        self.done.append(("start", part))

    def stop(self, part: str) -> None:
        self.done.append(("stop", part))


def answer_to(qtbot: QtBot, data: Path, line: bytes) -> dict[str, Any]:
    socket = QLocalSocket()
    socket.connectToServer(line_name(data))
    socket.write(line + b"\n")
    qtbot.waitUntil(socket.canReadLine, timeout=5000)
    answer: dict[str, Any] = json.loads(bytes(socket.readLine().data()))
    return answer


def test_orders_come_over_the_line(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk()
    line = DeskLine(desk, tmp_path)
    for order in ("drive", "park", "garage", "open"):
        assert answer_to(qtbot, tmp_path, json.dumps({"order": order}).encode()) == {"done": True}
    error = answer_to(qtbot, tmp_path, b'{"order": "brand", "word": "tractor"}')
    assert error == {"code": "brand.unknown", "params": {"brand": "tractor", "known": ", ".join(brand_ids())}}
    assert desk.done == [("driving", True), ("driving", False), ("reception", False), ("reception", True)]
    line.close()


def test_people_outside_and_accessories() -> None:
    desk = Desk()
    for order, word in (
        ("call", "090"),
        ("message", "090 On my way"),
        ("accessory", "watch6"),
        ("no-accessory", "on01-2"),
    ):
        obey(desk, order, word)
    assert desk.done == [("call", "090"), ("message", ("090", "On my way")), ("start", "watch6"), ("stop", "on01-2")]
    for order, word, code in (
        ("hang-up", "090", "journey.no_call"),
        ("message", "090", "desk.unknown_order"),
        ("accessory", "car", "accessory.unknown"),
    ):
        with pytest.raises(BenchError, match=code):
            obey(desk, order, word)


def test_orders_from_another_program(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk()
    line = DeskLine(desk, tmp_path)
    command = [sys.executable, "-m", "onebench", "desk", "brand", "mini", "--data", str(tmp_path)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as program:
        qtbot.waitUntil(lambda: program.poll() is not None, timeout=20_000)
        assert (program.returncode, desk.done) == (0, [("brand", "mini")])
    line.close()
    with pytest.raises(BenchError, match=r"desk\.not_running"):
        send(tmp_path, "drive")


@pytest.mark.parametrize("line", [b"", b"drive", b"[]", b'{"word": 1}', b'{"order": {}}', b"\xff"])
def test_what_is_no_order_is_refused_and_harms_nothing(qtbot: QtBot, tmp_path: Path, line: bytes) -> None:
    desk = Desk()
    listening = DeskLine(desk, tmp_path)
    assert answer_to(qtbot, tmp_path, line)["code"] == "desk.unknown_order"
    assert desk.done == []
    listening.close()


def test_the_brands_come_round() -> None:
    seen = ["bmw"]
    for _ in brand_ids():
        seen.append(next_brand(seen[-1]))
    assert seen[-1] == "bmw"
    assert set(seen) == set(brand_ids())
    assert next_brand("gone") in brand_ids()


def test_an_order_nobody_knows() -> None:
    with pytest.raises(BenchError, match=r"desk\.unknown_order"):
        obey(Desk(), "fly")


def press(window: QWindow, key: Qt.Key) -> None:
    QTest.keyClick(window, key)


def test_keys_drive_park_and_bring_the_other_car(qtbot: QtBot, tmp_path: Path) -> None:
    """Twice there and back: what each car has stored is its own, and the keys are the next car's too."""
    options = WorldOptions(data=tmp_path / "data", motion=False, parts=frozenset({"cloud", "car"}), modem="none")
    with World(options) as world:
        keys.attach_keys(world)
        assert world.car is not None
        qtbot.waitSignal(world.car.ready)

        def of_car(name: str) -> Any:
            assert world.car is not None
            return world.car.view_model.property(name)

        def settled(name: str) -> bool:
            assert world.car is not None
            return world.car.car is not None and of_car("brand")["name"] == name

        qtbot.waitUntil(lambda: settled("BMW"), timeout=10_000)
        before = of_car("settings")["appearance"]
        world.car.view_model.send("setAppearance", "day")
        press(world.car.window, Qt.Key.Key_F7)
        qtbot.waitUntil(lambda: of_car("vehicle")["driving"])
        press(world.car.window, Qt.Key.Key_F8)
        qtbot.waitUntil(lambda: not of_car("vehicle")["reception"])
        press(world.car.window, Qt.Key.Key_F6)
        qtbot.waitUntil(lambda: settled("MINI"), timeout=10_000)
        assert of_car("vehicle") == {"driving": False, "reception": True}
        assert of_car("settings")["appearance"] == before != "day"
        assert world.car.window.width() == world.car.window.height(), "the round display"
        press(world.car.window, Qt.Key.Key_F6)
        qtbot.waitUntil(lambda: settled("BMW"), timeout=10_000)
        assert of_car("settings")["appearance"] == "day"
        assert (tmp_path / "data" / "car-mini").is_dir()
        world.switch_brand("bmw")
        with pytest.raises(BenchError, match=r"brand\.unknown"):
            world.switch_brand("tractor")
        world.stop("car")
        for order in (lambda: world.switch_brand("mini"), lambda: world.set_driving(True)):
            with pytest.raises(BenchError, match=r"brand\.no_car"):
                order()

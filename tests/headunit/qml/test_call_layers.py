"""A call over everything: what can be touched while it rings, while one talks, and when it was put aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from car_situations import SITUATIONS, TSUBASA, call_of
from car_stage import CarStage
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from screen_checks import find, tap

ROUND = "mini"


@pytest.fixture(scope="module", params=["bmw", ROUND])
def stage(request: Any, qapp: Any) -> Iterator[CarStage]:
    stage = CarStage(brand=request.param)
    stage.speak("en")
    yield stage
    stage.close()


def show(stage: CarStage, situation: str) -> None:
    stage.car.reset(**SITUATIONS[situation])
    stage.window.grabWindow()  # rows and lists find their places when they are drawn
    stage.car.events.clear()


@pytest.mark.parametrize(
    ("situation", "name", "event"),
    [
        ("call-incoming", "car.call.accept", ("answerCall", None)),
        ("call-incoming", "car.call.reject", ("rejectCall", None)),
        ("call-active", "car.call.mute", ("muteCall", None)),
        ("call-active", "car.call.hold", ("holdCall", None)),
        ("call-active", "car.call.keypad", ("callKeypad", None)),
        ("call-active", "car.call.minimise", ("minimiseCall", None)),
        ("call-active", "car.call.end", ("endCall", None)),
        ("call-keypad", "car.call.key5", ("callTone", "5")),
        ("call-keypad", "car.call.keyStar", ("callTone", "*")),
        ("call-waiting", "car.call.waitingAccept", ("answerCall", None)),
        ("call-waiting", "car.call.waitingReject", ("rejectCall", None)),
        ("call-two", "car.call.swap", ("swapCalls", None)),
        ("call-minimised", "car.call.show", ("showCall", None)),
        ("call-ended-busy", "car.call.again", ("callAgain", None)),
        ("call-ended-busy", "car.call.close", ("closeCall", None)),
        ("telephone-contacts", "car.telephone.contact.n09000002001", ("call", "09000002001")),
        ("telephone-contacts", "car.telephone.tab.keypad", ("openTab", "keypad")),
        ("telephone-recents", "car.telephone.recent.r4", ("call", "0311112222")),
        ("telephone-typed", "car.telephone.call", ("call", None)),
        ("telephone-typed", "car.telephone.keyErase", ("telephoneErase", None)),
        ("telephone-typed", "car.telephone.keyHash", ("telephoneKey", "#")),
        ("telephone-guest", "car.telephone.wayOn", ("openBmwId", None)),
        ("telephone-noPhone", "car.telephone.wayOn", ("openBluetooth", None)),
        ("telephone-switchedOff", "car.telephone.wayOn", ("openPersonalEsim", None)),
    ],
)
def test_touches_on_calls_become_events(
    stage: CarStage, qtbot: Any, situation: str, name: str, event: tuple[str, Any]
) -> None:
    show(stage, situation)
    tap(stage, qtbot, name)
    assert stage.car.events == [event]


def test_while_it_rings_nothing_else_can_be_touched(stage: CarStage, qtbot: Any) -> None:
    show(stage, "call-incoming-over-settings")
    for name in ("car.confirmReset.confirm", "car.settings.reset", "car.rail.home"):
        item = find(stage, name)
        assert item is None or not item.isEnabled(), name
    QTest.mouseClick(stage.window, Qt.MouseButton.LeftButton, pos=QPoint(stage.window.width() // 2, 20))
    assert stage.car.events == []


def test_while_one_talks_the_page_below_rests(stage: CarStage, qtbot: Any) -> None:
    show(stage, "call-active")
    below = find(stage, "car.home.settings")
    assert below is not None
    assert not below.isEnabled()
    rail = find(stage, "car.rail.settings")
    if rail is not None:  # the round display has no rail
        tap(stage, qtbot, "car.rail.settings")
        assert stage.car.events == [("openSettings", None)]


def test_the_focus_goes_to_the_call_and_comes_back(stage: CarStage, qtbot: Any) -> None:
    stage.car.reset()
    stage.window.requestActivate()
    qtbot.waitUntil(lambda: stage.window.activeFocusItem() is not None)
    stage.car.show(calls={"view": "incoming", "front": call_of(TSUBASA, "incoming")})
    qtbot.waitUntil(lambda: stage.window.activeFocusItem().objectName() == "car.call.accept")
    QTest.keyClick(stage.window, Qt.Key.Key_Space)
    assert stage.car.events[-1] == ("answerCall", None)
    stage.car.show(calls={"view": "talking", "front": call_of(TSUBASA, "active", 1)})
    qtbot.waitUntil(lambda: stage.window.activeFocusItem().objectName() == "car.call.end")
    stage.car.show(calls={"view": ""})
    qtbot.waitUntil(lambda: stage.window.activeFocusItem().objectName().startswith("car.home."))


def test_the_keys_of_a_keyboard_work_as_well(stage: CarStage, qtbot: Any) -> None:
    stage.window.requestActivate()
    show(stage, "telephone-keypad")
    key = find(stage, "car.telephone.key1")
    assert key is not None
    key.forceActiveFocus()
    stage.car.events.clear()
    for typed in (Qt.Key.Key_1, Qt.Key.Key_Plus, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
        QTest.keyClick(stage.window, typed)
    assert stage.car.events == [
        ("telephoneKey", "1"),
        ("telephoneKey", "+"),
        ("telephoneErase", None),
        ("call", None),
    ]
    show(stage, "call-keypad")
    qtbot.waitUntil(lambda: stage.window.activeFocusItem().objectName() == "car.call.end")
    for typed in (Qt.Key.Key_5, Qt.Key.Key_NumberSign):
        QTest.keyClick(stage.window, typed)
    assert stage.car.events == [("callTone", "5"), ("callTone", "#")]


def test_a_long_press_on_the_nought_is_a_plus(stage: CarStage, qtbot: Any) -> None:
    show(stage, "telephone-keypad")
    key = find(stage, "car.telephone.key0")
    assert key is not None
    place = key.mapToScene(key.boundingRect().center()).toPoint()
    QTest.mousePress(stage.window, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: ("telephoneKey", "+") in stage.car.events)
    QTest.mouseRelease(stage.window, Qt.MouseButton.LeftButton, pos=place)
    assert stage.car.events == [("telephoneKey", "+")], "and no nought behind it"

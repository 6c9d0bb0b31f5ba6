"""Every screen of the round head unit: on the circle, in both languages, by day and by night, and by touch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from car_situations import QR
from car_stage import MAIN, CarStage
from mini_situations import ABSENT, MINI_SITUATIONS
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem
from screen_checks import assert_touchable, assert_whole, controls, find, tap, visible_items

from core.ui.screen import Screen
from headunit.flow.chart import ScreenChart

LOOKS = (("ja", "day"), ("en", "night"))
"""Nothing but colours differs by light, so each language is measured in one of them."""
TOUCH = 88
"""As in the other car; what swells in the middle of a wheel is smaller at its ends."""

# Labels of the guide (MINI-APP-S1-06 to -15, MINI-APP-S2-27 to -29); it has no English.
GUIDE = {
    "home-first": ["MINI ID", "携帯機器"],
    "bmwId-empty": ["MINI IDでサインイン"],
    "qr-showing": ["MINI IDでサインイン", "QRコード（MINI ID）のスキャン", "スキャン開始"],
    "loggingIn-verifying": ["MINI IDを検証中"],
    "vehicleKey": ["MINI ID", "車両キー", "その他の設定"],
    "moreSettings-new": ["その他の設定", "MINI認証の管理", "設定", "マイMINI ID", "完了"],
    "consents-none": ["MINI認証の管理", "すべて有効にする"],
    "myId": ["設定", "マイMINI ID", "MINI IDを同期"],
    "mobileDevices-connected": ["携帯機器", "パーソナルeSIM", "接続済み"],
    "personalEsim-connected": ["パーソナルeSIM", "電話", "モバイルデータ", "データローミング", "接続済み"],
}


@pytest.fixture(scope="module")
def stage(qapp) -> Iterator[CarStage]:
    made = CarStage(brand="mini")
    yield made
    made.speak("en")
    made.close()


def show(stage: CarStage, qtbot, situation: str, language: str = "en", light: str = "night") -> None:
    """Bring the window into a situation and wait until it is drawn with nothing of the last one left."""
    stage.speak(language)
    stage.light(light)
    stage.car.reset(**MINI_SITUATIONS[situation])
    with qtbot.waitSignal(stage.window.frameSwapped, timeout=3000):
        stage.window.update()


@pytest.mark.parametrize(("language", "light"), LOOKS)
@pytest.mark.parametrize("situation", MINI_SITUATIONS)
def test_round_screen_is_whole(stage: CarStage, qtbot, situation: str, language: str, light: str) -> None:
    show(stage, qtbot, situation, language, light)
    assert_whole(stage)


@pytest.mark.parametrize("situation", MINI_SITUATIONS)
def test_round_controls_can_be_found_and_hit(stage: CarStage, qtbot, situation: str) -> None:
    show(stage, qtbot, situation)
    assert_touchable(stage, TOUCH)
    display = stage.window.findChild(QQuickItem, "car.display")
    for item in controls(stage):
        middle = item.mapRectToItem(display, QRectF(0, 0, item.width(), item.height())).center()
        assert (middle.x() - 540) ** 2 + (middle.y() - 540) ** 2 < 490**2, item.objectName()


def test_the_guides_labels_are_on_the_round_screens(stage: CarStage, qtbot) -> None:
    for situation, labels in GUIDE.items():
        show(stage, qtbot, situation, "ja")
        seen = Screen("car", stage.window).labels()
        for label in labels:
            assert any(label in text for text in seen), (situation, label, seen)


def test_every_screen_has_its_round_page_or_is_absent_on_purpose() -> None:
    shown = {situation.get("screen", "home") for situation in MINI_SITUATIONS.values()}
    assert {str(state.value) for state in ScreenChart.states} == shown | ABSENT


def test_twins_that_share_a_context_share_the_ids() -> None:
    """A journey walks both cars by the same ids: what a round page leaves out is left out on purpose."""
    for twin in (MAIN.parent / "pages" / "+mini").glob("*.qml"):
        plain = MAIN.parent / "pages" / twin.name
        if plain.is_file():
            missing = ids_in(plain) - ids_in(twin) - computed(twin)
            page = "car." + twin.stem[3].lower() + twin.stem[4:].removesuffix("Page")
            assert {name.removeprefix(page + ".") for name in missing} <= set(), twin.name


def ids_in(file: Path) -> set[str]:
    """The ids that stand in a file."""
    return {part for part in file.read_text(encoding="utf-8").split('"') if part.startswith("car.")}


def computed(file: Path) -> set[str]:
    """Ids made of a list's keys."""
    return {f"car.home.{key}" for key in re.findall(r'key: "(\w+)"', file.read_text(encoding="utf-8"))}


@pytest.mark.parametrize(
    ("situation", "name", "event"),
    [
        ("home-first", "car.home.bmwId", ("openBmwId", None)),
        ("home-first", "car.home.mobileDevices", ("openMobileDevices", None)),
        ("home-first", "car.home.telephone", ("openTelephone", None)),
        ("home-first", "car.home.bluetooth", ("openBluetooth", None)),
        ("home-first", "car.home.settings", ("openSettings", None)),
        ("home-first", "car.home.light", ("setAppearance", "day")),
        ("home-offline", "car.home.dismissError", ("dismiss", None)),
        ("bmwId-empty", "car.bmwId.add", ("addBmwId", None)),
        ("bmwId-two", "car.bmwId.driver.d2", ("selectDriver", "d2")),
        ("bmwId-two", "car.bmwId.edit.d2", ("openDriver", "d2")),
        ("bmwId-two", "car.bmwId.guest", ("activateGuest", None)),
        ("bmwId-two", "car.rail.home", ("home", None)),
        ("qr-expired", "car.qr.renew", ("renewQr", None)),
        ("qr-showing", "car.qr.back", ("back", None)),
        ("loggingIn-vehicle", "car.loggingIn.cancel", ("cancelLogin", None)),
        ("loginFailed-offline", "car.loginFailed.retry", ("retry", None)),
        ("vehicleKey", "car.vehicleKey.key", ("setVehicleKey", True)),
        ("vehicleKey", "car.vehicleKey.more", ("openMoreSettings", None)),
        ("moreSettings-new", "car.moreSettings.consents", ("openConsents", None)),
        ("moreSettings-new", "car.moreSettings.myId", ("openMyId", None)),
        ("moreSettings-new", "car.moreSettings.finish", ("finish", None)),
        ("moreSettings-new", "car.moreSettings.back", ("back", None)),
        ("consents-none", "car.consents.enableAll", ("enableAllConsents", None)),
        ("consents-some", "car.consents.esim", ("setConsent", {"key": "esim", "allowed": True})),
        ("myId", "car.myId.sync", ("setIdSync", True)),
        ("driver-main", "car.driver.vehicleKey", ("setVehicleKey", False)),
        ("driver-main", "car.driver.moreSettings", ("openMoreSettings", None)),
        ("driver-main", "car.driver.remove", ("removeDriver", "d1")),
        ("driver-co", "car.driver.activate", ("activateDriver", "d2")),
        ("pinEntry-empty", "car.pinEntry.key7", ("pinDigit", "7")),
        ("pinAsk", "car.pinAsk.forgot", ("forgotPin", None)),
        ("profileReady", "car.profileReady.home", ("home", None)),
        ("mobileDevices-connected", "car.mobileDevices.personalEsim", ("openPersonalEsim", None)),
        ("mobileDevices-connected", "car.mobileDevices.bluetooth", ("openBluetooth", None)),
        ("mobileDevices-failed", "car.mobileDevices.retry", ("retryEsim", None)),
        ("bluetooth-found", "car.bluetooth.device.a2", ("selectDevice", "a2")),
        ("personalEsim-connected", "car.personalEsim.telephony", ("setTelephony", False)),
        ("personalEsim-connected", "car.personalEsim.roaming", ("setRoaming", True)),
        ("telephony", "car.telephony.activate", ("activateTelephony", None)),
        ("telephony", "car.telephony.decline", ("declineTelephony", None)),
        ("pairing-waiting", "car.pairing.confirm", ("confirmPairing", None)),
        ("confirm-remove", "car.confirmRemove.dismiss", ("dismiss", None)),
        ("settings", "car.settings.language.ja", ("setLanguage", "ja")),
        ("settings", "car.settings.reset", ("reset", None)),
        ("bmwId-driving", "car.notice.dismiss", ("dismiss", None)),
    ],
)
def test_round_touches_become_events(stage: CarStage, qtbot, situation: str, name: str, event: tuple) -> None:
    show(stage, qtbot, situation)
    stage.car.events.clear()
    tap(stage, qtbot, name)
    assert stage.car.events == [event]


def lit(stage: CarStage) -> int:
    """How many of the rim's dots are bright."""
    rims = [item for item in visible_items(stage.window.contentItem()) if item.property("sweeping") is not None]
    assert len(rims) == 1
    return sum(1 for dot in rims[0].childItems() if dot.property("on"))


def test_the_rim_is_the_time_that_is_left(stage: CarStage, qtbot) -> None:
    show(stage, qtbot, "qr-showing")
    assert lit(stage) == 58
    stage.car.show(qr={**QR, "state": "showing", "secondsLeft": 300})
    assert lit(stage) == 30
    show(stage, qtbot, "profileReady")
    assert lit(stage) == 60
    show(stage, qtbot, "home-first")
    assert lit(stage) == 0


def test_the_round_qr_is_white_with_room_around_and_large(stage: CarStage, qtbot) -> None:
    show(stage, qtbot, "qr-showing")
    picture = stage.window.grabWindow()
    dark = [(x, y) for x in range(335, 745) for y in range(245, 655) if picture.pixelColor(x, y).lightness() < 40]
    left, right = min(x for x, _ in dark), max(x for x, _ in dark)
    assert right - left > 320, "large enough to scan from the passenger's seat"
    assert left - 306 > 36, "quiet zone of at least four modules"


def test_nothing_is_drawn_outside_the_circle(stage: CarStage, qtbot) -> None:
    show(stage, qtbot, "bmwId-many", light="day")
    picture = stage.window.grabWindow()
    for x, y in ((4, 4), (1075, 4), (4, 1075), (1075, 1075), (120, 120), (960, 960)):
        assert picture.pixelColor(x, y).lightness() < 12
    assert picture.pixelColor(470, 90).lightness() > 200


def test_the_keyboard_on_the_circle_covers_no_field(stage: CarStage, qtbot) -> None:
    for situation in ("credentials-stored-wrong", "credentials-pin-locked"):
        show(stage, qtbot, situation, "ja")
        stage.window.requestActivate()
        qtbot.waitUntil(lambda: stage.window.isActive())
        qtbot.waitUntil(lambda: find(stage, "car.keyboard") is not None)
        keyboard = find(stage, "car.keyboard")
        assert keyboard is not None
        place = keyboard.mapRectToScene(QRectF(0, 0, keyboard.width(), keyboard.height()))
        assert place.width() > 700
        for item in controls(stage):
            own = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
            assert not place.intersects(own), item.objectName()

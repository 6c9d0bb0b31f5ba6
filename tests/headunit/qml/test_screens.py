"""Every screen of the head unit in every state: both languages, day and night, nothing cut, everything reachable."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from car_situations import PHONES, QR, READY, SIGNED_IN, SITUATIONS
from car_stage import MAIN, CarStage
from PySide6.QtCore import QRectF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from screen_checks import assert_touchable, assert_whole, controls, find, tap, visible_items

from core.paths import ASSETS
from core.ui.screen import Screen

LANGUAGES = ("ja", "en")
LIGHTS = ("night", "day")
TOUCH = 88

# Texts of the guide (BMW-JP-CAR, BMW-EN-CAR) and the situation in which a driver reads them.
GUIDE = {
    "ja": {
        "home-first": ["BMW ID", "携帯機器"],
        "bmwId-empty": ["BMW IDの追加"],
        "addMethod": ["My BMWアプリでログイン", "BMW IDでログイン"],
        "qr-showing": ["QRコード (BMW ID) のスキャン"],
        "emailChoice": ["Eメール"],
        "sync-cloud": ["続行"],
        "pinOffer": ["PINの設定"],
        "pinDone": ["続行"],
        "mobileDevices-setting-up": ["パーソナルeSIM", "パーソナルeSIMをセットアップ中…"],
        "telephony": ["さらに電話を有効化"],
        "mobileDevices-connected": ["パーソナルeSIM", "接続済み"],
        "personalEsim-connected": ["eSIM経由の電話", "eSIM経由のモバイルデータ", "データローミング"],
    },
    "en": {
        "home-first": ["BMW ID", "Mobile devices"],
        "bmwId-empty": ["Add BMW ID"],
        "addMethod": ["Log in with My BMW App", "Log in with BMW ID"],
        "qr-showing": ["Scan QR code (BMW ID)"],
        "emailChoice": ["BMW ID E-mail"],
        "sync-cloud": ["Continue"],
        "pinOffer": ["Set up PIN now"],
        "pinDone": ["Continue"],
        "mobileDevices-setting-up": ["Personal eSIM", "Setting up personal eSIM"],
        "telephony": ["Also activate telephone functions"],
        "mobileDevices-connected": ["Personal eSIM", "Connected"],
        "personalEsim-connected": ["Telephone functions via eSIM", "Mobile data via eSIM", "Data Roaming"],
    },
}


@pytest.fixture(scope="module")
def stage(qapp) -> Iterator[CarStage]:
    made = CarStage()
    yield made
    made.speak("en")
    made.close()


def show(stage: CarStage, qtbot, situation: str, language: str = "en", light: str = "night") -> None:
    """Bring the window into a situation and wait until it is drawn with nothing of the last one left."""
    stage.speak(language)
    stage.light(light)
    stage.car.reset(**SITUATIONS[situation])
    with qtbot.waitSignal(stage.window.frameSwapped, timeout=3000):
        stage.window.update()


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_screen_is_whole(stage: CarStage, qtbot, situation: str, language: str, light: str) -> None:
    """Loads without a warning (pytest-qt fails on one); no text cut or outside its place, none too small."""
    show(stage, qtbot, situation, language, light)
    assert_whole(stage)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_controls_can_be_found_and_hit(stage: CarStage, qtbot, situation: str) -> None:
    """A unique id without words, a name, a role, and room for a finger."""
    show(stage, qtbot, situation)
    assert_touchable(stage, TOUCH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guides_words_are_on_the_screens(stage: CarStage, qtbot, language: str) -> None:
    for situation, labels in GUIDE[language].items():
        show(stage, qtbot, situation, language)
        seen = Screen("car", stage.window).labels()
        for label in labels:
            assert any(label in text for text in seen), (situation, label, seen)


def test_every_state_of_the_contract_has_a_page(stage: CarStage) -> None:
    contract = (ASSETS.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    block = contract[contract.index("Screens (states):") : contract.index("Events (`send`):")]
    screens = re.findall(r"`(\w+)`", block)
    assert len(screens) >= 20
    shown = {situation.get("screen", "home") for situation in SITUATIONS.values()}
    for screen in screens:
        page = f"Car{screen[0].upper()}{screen[1:]}Page.qml"
        assert (MAIN.parent / "pages" / page).is_file() == (screen in shown), screen
        assert screen in shown or (MAIN.parent / "pages" / "+mini" / page).is_file(), screen


@pytest.mark.parametrize(
    ("situation", "name", "event"),
    [
        ("home-first", "car.home.bmwId", ("openBmwId", None)),
        ("home-first", "car.rail.settings", ("openSettings", None)),
        ("home-offline", "car.home.dismissError", ("dismiss", None)),
        ("bmwId-two", "car.bmwId.add", ("addBmwId", None)),
        ("bmwId-two", "car.bmwId.driver.d2", ("selectDriver", "d2")),
        ("bmwId-two", "car.bmwId.edit.d2", ("openDriver", "d2")),
        ("bmwId-two", "car.bmwId.guest", ("activateGuest", None)),
        ("driver-co", "car.driver.activate", ("activateDriver", "d2")),
        ("driver-co", "car.driver.changePin", ("changePin", "d2")),
        ("driver-co", "car.driver.remove", ("removeDriver", "d2")),
        ("driver-co", "car.driver.back", ("back", None)),
        ("addMethod", "car.addMethod.app", ("chooseApp", None)),
        ("addMethod", "car.addMethod.id", ("chooseId", None)),
        ("qr-expired", "car.qr.renew", ("renewQr", None)),
        ("emailChoice", "car.emailChoice.email", ("openEmail", None)),
        ("loggingIn-vehicle", "car.loggingIn.cancel", ("cancelLogin", None)),
        ("loginFailed-offline", "car.loginFailed.retry", ("retry", None)),
        ("sync-cloud", "car.sync.car", ("chooseSync", "car")),
        ("sync-cloud", "car.sync.continue", ("continue", None)),
        ("pinOffer", "car.pinOffer.setUp", ("setUpPin", None)),
        ("pinOffer", "car.pinOffer.skip", ("skipPin", None)),
        ("pinEntry-empty", "car.pinEntry.key7", ("pinDigit", "7")),
        ("pinEntry-two", "car.pinEntry.keyErase", ("pinErase", None)),
        ("pinAsk", "car.pinAsk.forgot", ("forgotPin", None)),
        ("pinDone", "car.pinDone.continue", ("continue", None)),
        ("profileReady", "car.profileReady.home", ("home", None)),
        ("mobileDevices-connected", "car.mobileDevices.personalEsim", ("openPersonalEsim", None)),
        ("mobileDevices-connected", "car.mobileDevices.bluetooth", ("openBluetooth", None)),
        ("mobileDevices-failed", "car.mobileDevices.retry", ("retryEsim", None)),
        ("telephony", "car.telephony.activate", ("activateTelephony", None)),
        ("telephony", "car.telephony.decline", ("declineTelephony", None)),
        ("bluetooth-found", "car.bluetooth.device.a1", ("selectDevice", "a1")),
        ("bluetooth-found", "car.bluetooth.scan", ("scanBluetooth", None)),
        ("pairing-waiting", "car.pairing.confirm", ("confirmPairing", None)),
        ("pairing-waiting", "car.pairing.reject", ("rejectPairing", None)),
        ("personalEsim-connected", "car.personalEsim.telephony", ("setTelephony", False)),
        ("personalEsim-connected", "car.personalEsim.roaming", ("setRoaming", True)),
        ("personalEsim-connected", "car.personalEsim.showIccid", ("showIccid", None)),
        ("telephone-no-contacts", "car.telephone.mobileDevices", ("openMobileDevices", None)),
        ("settings", "car.settings.language.ja", ("setLanguage", "ja")),
        ("settings", "car.settings.appearance.day", ("setAppearance", "day")),
        ("settings", "car.settings.sounds", ("setSounds", False)),
        ("settings", "car.settings.reset", ("reset", None)),
        ("settings", "car.settings.activationCode", ("openActivationCode", None)),
        ("activationCode-offered", "car.activationCode.install", ("answerOffer", "install")),
        ("activationCode-offered", "car.activationCode.later", ("answerOffer", "later")),
        ("activationCode-offered", "car.activationCode.decline", ("answerOffer", "decline")),
        ("activationCode-installed", "car.activationCode.enable", ("enableProfile", None)),
        ("activationCode-installed", "car.activationCode.keep", ("keepDisabled", None)),
        ("activationCode-done", "car.activationCode.another", ("editCode", None)),
        ("activationCode-done", "car.activationCode.finish", ("back", None)),
        ("activationCode-failed", "car.activationCode.retry", ("retry", None)),
        ("activationCode-failed", "car.activationCode.edit", ("editCode", None)),
        ("mobileDevices-resting", "car.mobileDevices.retry", ("retryEsim", None)),
        ("confirm-remove", "car.confirmRemove.confirm", ("confirm", None)),
        ("confirm-remove", "car.confirmRemove.dismiss", ("dismiss", None)),
        ("confirm-reset", "car.confirmReset.confirm", ("confirm", None)),
        ("notice", "car.notice.dismiss", ("dismiss", None)),
    ],
)
def test_touches_become_events(stage: CarStage, qtbot, situation: str, name: str, event: tuple) -> None:
    show(stage, qtbot, situation)
    stage.car.events.clear()
    tap(stage, qtbot, name)
    assert stage.car.events == [event]


def test_a_box_shows_what_the_car_says_not_what_was_touched(stage: CarStage, qtbot) -> None:
    show(stage, qtbot, "personalEsim-connected")
    box = find(stage, "car.personalEsim.telephony")
    tap(stage, qtbot, "car.personalEsim.telephony")
    assert box.property("checked") is True, "the car refused, so the tick stays"
    stage.car.show(esim={**READY, "telephony": False})
    assert box.property("checked") is False


def test_nothing_behind_a_question_can_be_touched(stage: CarStage, qtbot) -> None:
    show(stage, qtbot, "telephony")
    stage.car.events.clear()
    for name in ("car.rail.home", "car.mobileDevices.bluetooth"):
        tap(stage, qtbot, name)
        assert not find(stage, name).isEnabled()
    assert stage.car.events == []


def test_credentials_are_sent_as_typed(stage: CarStage, qtbot) -> None:
    show(stage, qtbot, "credentials")
    stage.window.requestActivate()
    qtbot.waitUntil(lambda: stage.window.isActive())
    field = find(stage, "car.credentials.email")
    qtbot.waitUntil(field.hasActiveFocus)
    field.setProperty("text", "hana.aoki@example.com")
    find(stage, "car.credentials.password").setProperty("text", " pass word ")
    stage.car.events.clear()
    tap(stage, qtbot, "car.credentials.submit")
    assert stage.car.events == [("submitCredentials", {"email": "hana.aoki@example.com", "password": " pass word "})]


@pytest.mark.parametrize(
    ("situation", "event"),
    [("activationCode-entering", "submitActivationCode"), ("activationCode-confirming", "submitConfirmationCode")],
)
def test_codes_are_sent_as_typed(stage: CarStage, qtbot, situation: str, event: str) -> None:
    show(stage, qtbot, situation)
    stage.window.requestActivate()
    qtbot.waitUntil(lambda: stage.window.isActive())
    field = find(stage, "car.activationCode.code")
    qtbot.waitUntil(field.hasActiveFocus)
    assert not find(stage, "car.activationCode.next").isEnabled()
    field.setProperty("text", "LPA:1$a.example$X")
    stage.car.events.clear()
    tap(stage, qtbot, "car.activationCode.next")
    assert stage.car.events == [(event, "LPA:1$a.example$X")]


def test_qr_is_white_with_room_around_and_large(stage: CarStage, qtbot) -> None:
    show(stage, qtbot, "qr-showing", light="night")
    picture = stage.window.grabWindow()
    dark = [(x, y) for x in range(1440, 1836) for y in range(112, 484) if picture.pixelColor(x, y).lightness() < 40]
    left, right = min(x for x, _ in dark), max(x for x, _ in dark)
    assert right - left > 300, "large enough to scan from the passenger's seat"
    assert left - 1428 > 30, "quiet zone of at least four modules"


def test_the_time_left_is_shown(stage: CarStage, qtbot) -> None:
    show(stage, qtbot, "qr-showing")
    assert {"9:41", "GVPP-MDCH"} <= set(Screen("car", stage.window).labels())
    stage.car.show(qr={**QR, "secondsLeft": 61})
    assert "1:01" in Screen("car", stage.window).labels()


def test_number_keys_enter_the_pin(stage: CarStage, qtbot) -> None:
    show(stage, qtbot, "pinEntry-empty")
    stage.window.requestActivate()
    qtbot.waitUntil(lambda: stage.window.isActive())
    stage.car.events.clear()
    QTest.keyClick(stage.window, Qt.Key.Key_4)
    QTest.keyClick(stage.window, Qt.Key.Key_Backspace)
    assert stage.car.events == [("pinDigit", "4"), ("pinErase", None)]


def test_long_lists_keep_their_ids(stage: CarStage, qtbot) -> None:
    show(stage, qtbot, "bmwId-many")
    assert find(stage, "car.bmwId.driver.x0") is not None
    show(stage, qtbot, "bluetooth-found")
    assert find(stage, f"car.bluetooth.device.{PHONES[1]['address']}") is not None


def test_language_changes_at_once(stage: CarStage, qtbot) -> None:
    show(stage, qtbot, "mobileDevices-setting-up", "en")
    stage.speak("ja")
    labels = Screen("car", stage.window).labels()
    assert "パーソナルeSIMをセットアップ中…" in labels
    assert not [label for label in labels if "Setting" in label or "Prepared" in label]


def test_pages_move_in_the_direction_of_travel(qapp, qtbot) -> None:
    stage = CarStage(motion=True)
    stage.car.show(screen="bmwId", direction="forward", **SIGNED_IN)
    view = find(stage, "car.rail.home")
    while not view.inherits("QQuickFocusScope"):
        view = view.parentItem()
    stages = [item for item in view.childItems() if item.property("present")]
    pages = [item for item in stages[0].childItems() if item.inherits("QQuickLoader")]
    assert len(pages) == 2
    qtbot.waitUntil(lambda: any(0 < page.opacity() < 1 for page in pages), timeout=2000)
    assert any(page.x() > 0 for page in pages), "the new page comes from the right"
    qtbot.waitUntil(lambda: sum(1 for page in pages if page.opacity() > 0 and page.x() == 0) == 1, timeout=2000)
    qtbot.waitUntil(lambda: find(stage, "car.home.bmwId") is None, timeout=2000)
    stage.close()


def test_the_keyboard_types_and_covers_no_field(stage: CarStage, qtbot) -> None:
    show(stage, qtbot, "credentials")
    stage.window.requestActivate()
    qtbot.waitUntil(lambda: stage.window.isActive())

    def keys() -> dict[str, QQuickItem]:
        keyboard = find(stage, "car.keyboard")
        return {
            item.property("text"): item
            for item in (visible_items(keyboard) if keyboard else ())
            if item.inherits("QQuickText") and item.property("text")
        }

    qtbot.waitUntil(lambda: {"a", "h", "English"} <= keys().keys())
    keyboard = find(stage, "car.keyboard")
    assert keyboard is not None
    place = keyboard.mapRectToScene(QRectF(0, 0, keyboard.width(), keyboard.height()))
    for item in controls(stage):
        assert not place.intersects(item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))), item.objectName()
    for letter in "ha":
        key = keys()[letter]
        QTest.mouseClick(
            stage.window, Qt.MouseButton.LeftButton, pos=key.mapToScene(key.boundingRect().center()).toPoint()
        )
    assert find(stage, "car.credentials.email").property("text") == "ha"

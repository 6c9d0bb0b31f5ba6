"""Every screen in every state, both languages, light and dark: no warning, ids, names, no cut text, large targets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from gallery import SCENES, Gallery
from on_screen_keys import drawn, key_of, keys
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from core.paths import ASSETS
from core.ui.screen import Screen

LOOKS = [("en", False), ("en", True), ("ja", False), ("ja", True)]
SMALLEST_TARGET = 48
SMALLEST_TEXT = 12
ID = re.compile(r"phone(\.[A-Za-z0-9_-]+){2,}")


@pytest.fixture(scope="module", params=LOOKS, ids=["en-day", "en-night", "ja-day", "ja-night"])
def gallery(request: pytest.FixtureRequest, qapp: object) -> Iterator[Gallery]:
    gallery = Gallery(*request.param)
    yield gallery
    gallery.close()


def touchable(item: QQuickItem) -> bool:
    return any(item.inherits(kind) for kind in ("QQuickAbstractButton", "QQuickTextField", "QQuickMouseArea"))


def place(item: QQuickItem) -> QRectF:
    """In window pixels, which are design pixels here."""
    return QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height())))


@pytest.mark.parametrize("scene", SCENES)
def test_scene(gallery: Gallery, scene: str, qtbot: QtBot) -> None:
    gallery.show(scene)
    screen = Screen("phone", gallery.window)
    screen.grab()
    assert screen.cut_labels() == []
    shown = list(drawn(gallery.window.contentItem()))
    ids = [item.objectName() for item in shown if touchable(item)]
    assert len(ids) == len(set(ids))
    for item in shown:
        if touchable(item):
            check_touchable(item)
        if item.inherits("QQuickText") and item.property("text"):
            check_text(item)


def check_touchable(item: QQuickItem) -> None:
    name = item.objectName()
    assert ID.fullmatch(name), f"{item} has no id of the right shape: {name!r}"
    face: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(item)
    assert face is not None, name
    assert face.text(QAccessible.Text.Name), f"{name} has no accessible name"
    assert face.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client), f"{name} has no role"
    where = place(item)
    assert min(where.width(), where.height()) >= SMALLEST_TARGET - 0.5, f"{name} is too small: {where}"


def check_text(item: QQuickItem) -> None:
    text = item.property("text")
    assert not item.property("truncated"), text
    assert item.property("font").pixelSize() >= SMALLEST_TEXT, text
    where = place(item)
    assert where.left() >= 10, f"{text!r} leaves the glass at the left"
    assert where.left() + item.property("paintedWidth") <= 410.5, f"{text!r} leaves the glass at the right"


def test_the_guides_labels_are_on_the_screens(gallery: Gallery, qtbot: QtBot) -> None:
    labels = {
        "start": ("サインインまたは登録", "LOGIN OR REGISTER"),  # SP-02
        "intro": ("続ける", "Continue"),  # SP-03
        "terms": ("同意します。", "I agree."),  # SP-08
        "terms-ticked": ("同意する", "AGREE"),  # SP-08
        "welcome": ("MY BMWへようこそ", "Welcome to MY BMW"),  # SP-09
        "car": ("プロフィール", "Profile"),  # SP-09
        "profile": ("パーソナルeSIM", "Personal eSIM"),  # SP-10
        "mybmw-settings": ("QRコード (BMW ID) のスキャン", "Scan QR code (BMW ID)"),  # CAR-03b2
        "esim-none": ("パーソナルeSIMの有効化", "ACTIVATE ESIM"),  # SP-11
        "esim-form": ("通信事業者のサイトに接続する", "CHECK WITH PROVIDER"),  # SP-13
        "esim-form-mistake": ("日本", "Japan"),  # SP-12
        "open-in": ("開く", "Open"),  # SP-39
        "esim-completed": ("リクエスト完了", "Request completed"),  # SP-40
        "esim": ("有効", "Active"),  # SP-42
    }
    screen = Screen("phone", gallery.window)
    for scene, (japanese, english) in labels.items():
        gallery.show(scene)
        screen.grab()
        assert (japanese if gallery.language == "ja" else english) in screen.labels(), scene


def test_the_profile_tab_is_at_the_lower_right_and_the_settings_button_at_the_upper_right(
    gallery: Gallery, qtbot: QtBot
) -> None:
    gallery.show("profile")
    screen = Screen("phone", gallery.window)
    screen.grab()
    tab, settings = screen.spot("phone.app.tab.profile"), screen.spot("phone.app.profile.settings")
    assert tab is not None
    assert settings is not None
    assert tab[0] >= 0.49
    assert tab[1] > 0.8
    assert settings[0] > 0.8
    assert settings[1] < 0.1


@pytest.mark.parametrize(
    ("scene", "element", "sent"),
    [
        ("home", "phone.home.mybmw", ("open", "mybmw")),
        ("start", "phone.app.start.signIn", ("signIn", None)),
        ("start", "phone.shell.home", ("home", None)),
        ("start", "phone.shell.back", ("back", None)),
        ("pin-set", "phone.app.pin.7", ("pinDigit", "7")),
        ("pin-set", "phone.app.pin.Erase", ("pinErase", None)),
        ("terms", "phone.app.terms.accept.privacy", ("toggleTerm", "privacy")),
        ("terms-ticked", "phone.app.terms.agree", ("agree", None)),
        ("car", "phone.app.tab.profile", ("openTab", "profile")),
        ("code", "phone.app.code.Z", ("letter", "Z")),
        ("confirm-car", "phone.app.confirm.deny", ("deny", None)),
        ("code-problem-code.expired", "phone.app.problem.again", ("scan", None)),
        ("code-problem-cloud.unreachable", "phone.app.problem.again", ("retry", None)),
        ("sign-in-failed-auth.denied", "phone.app.problem.again", ("continue", None)),
        ("settings", "phone.settings.list.wifi", ("setWifi", False)),
        ("settings", "phone.settings.list.appearance.night", ("setAppearance", "night")),
        ("bluetooth-paired", "phone.settings.bluetooth.device.020000000002", ("openDevice", "02:00:00:00:00:02")),
        ("contacts", "phone.contacts.list.c2", ("openContact", "c2")),
        ("home-banner", "phone.shell.banner", ("dismissBanner", None)),
        ("pairing", "phone.shell.pairing.contacts", ("shareContacts", False)),
        ("pairing", "phone.shell.pairing.confirm", ("answerPairing", True)),
        ("open-in", "phone.shell.openIn.open", ("openIn", True)),
        ("esim-form", "phone.app.esim.connect", ("connectProvider", None)),
        ("esim-unlink", "phone.app.esim.unlink.confirm", ("unlink", None)),
        ("home-sms", "phone.shell.banner.copy", ("copy", "482913")),
        ("home-sms", "phone.shell.banner", ("openMessage", "s1")),
        ("incoming", "phone.dialer.incoming.answer", ("callAnswer", True)),
        ("quick", "phone.shell.quick.airplane", ("quick", {"airplane": True})),
        ("dialer", "phone.dialer.key.hash", ("digit", "#")),
    ],
)
def test_touches_become_events(
    gallery: Gallery, scene: str, element: str, sent: tuple[str, object], qtbot: QtBot
) -> None:
    gallery.show(scene)
    gallery.sent.clear()
    Screen("phone", gallery.window).tap(element)
    qtbot.waitUntil(lambda: gallery.sent == [sent])


def test_the_state_decides_what_is_checked_not_the_touch(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.show("settings")
    screen = Screen("phone", gallery.window)
    screen.tap("phone.settings.list.wifi")
    assert screen.value("phone.settings.list.wifi", "checked") is True


def test_nothing_behind_the_pairing_question_can_be_touched(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.show("pairing")
    screen = Screen("phone", gallery.window)
    screen.grab()
    home = screen.find("phone.home.mybmw")
    assert home is not None
    assert not home.item.isEnabled()


def test_enter_presses_what_has_the_focus(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.show("intro")
    gallery.sent.clear()
    screen = Screen("phone", gallery.window)
    gallery.window.requestActivate()
    for _ in range(8):
        focused = gallery.window.activeFocusItem()
        if focused is not None and focused.objectName() == "phone.app.intro.continue":
            break
        screen.key("Tab")
    screen.key("Return")
    qtbot.waitUntil(lambda: gallery.sent == [("continue", None)])


def test_the_page_gives_way_to_the_keyboard(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.show("phone-name")
    screen = Screen("phone", gallery.window)
    screen.tap("phone.settings.phoneName.field")
    first, narrowest = ("あ", 72) if gallery.language == "ja" else ("q", 33)

    def face() -> QRectF:
        written = keys(screen).get(first)
        return place(key_of(written)) if written is not None else QRectF()

    # The layout of the language may come a moment after the keyboard.
    qtbot.waitUntil(lambda: face().width() >= narrowest)
    assert face().height() >= SMALLEST_TARGET
    keyboard = screen.find("phone.keyboard")
    assert keyboard is not None
    for name in ("phone.settings.phoneName.field", "phone.settings.phoneName.save", "phone.shell.back"):
        control = screen.find(name)
        assert control is not None
        assert not place(control.item).intersects(place(keyboard.item)), name
    gallery.show("home")
    qtbot.waitUntil(lambda: screen.find("phone.keyboard") is None)


def test_every_text_is_translated() -> None:
    root = ElementTree.parse(ASSETS / "translations" / "phone_ja.ts").getroot()
    for message in root.iter("message"):
        source, translation = message.find("source"), message.find("translation")
        assert source is not None
        assert translation is not None
        assert translation.get("type") is None, f"{source.text} is {translation.get('type')}"
        assert translation.text, source.text
        marks = {mark for mark in ("%1", "%2") if mark in (source.text or "")}
        assert marks <= {mark for mark in ("%1", "%2", "%3") if mark in translation.text}, source.text


def test_the_translation_file_is_fresh() -> None:
    """All texts of the QML files are in the file: each `qsTr` literal has its message in the file's context."""
    root = ElementTree.parse(ASSETS / "translations" / "phone_ja.ts").getroot()
    known = {
        (context.findtext("name"), message.findtext("source"))
        for context in root.iter("context")
        for message in context.iter("message")
    }
    found = set()
    folder = Path(__file__).parents[2] / "phone_app" / "qml"
    for path in folder.glob("*.qml"):
        for literal in re.findall(r'qsTr\("((?:[^"\\]|\\.)*)"\)', path.read_text(encoding="utf-8")):
            found.add((path.stem, literal.replace('\\"', '"')))
    assert found == known


def test_a_page_goes_on_when_what_lay_over_it_is_gone(gallery: Gallery, qtbot: QtBot) -> None:
    """Call and conversation keep what they showed while they leave, and not because a panel lay over them."""
    screen = Screen("phone", gallery.window)

    def cover_and_change(change: Callable[[], None]) -> list[str]:
        gallery.state["overlay"] = "quick"
        gallery.view_model.refresh()
        screen.grab()
        gallery.state["overlay"] = ""
        change()
        gallery.view_model.refresh()
        screen.grab()
        return screen.labels()

    gallery.show("call-connected")
    held = {"ja": "保留中", "en": "On hold"}[gallery.language]
    assert held in cover_and_change(lambda: gallery.state["dialer"]["call"].update(state="held"))
    gallery.show("conversation")
    assert "New name" in cover_and_change(lambda: gallery.state["messages"]["conversation"].update(name="New name"))

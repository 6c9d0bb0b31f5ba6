"""The small windows: every screen of every kind in both languages, its ids, names, words, and what a touch sends."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from accessories.app import PART, QML, THEME
from accessories.kinds import KINDS, kind_of
from accessories.view_model import AccessoryViewModel
from core.paths import ASSETS
from core.ui.app import make_application
from core.ui.language import apply_language
from core.ui.screen import Screen
from core.ui.screen.element import elements
from core.ui.theme import prepare_engine

CALL = {"number": "090-0000-2001", "state": "connected", "seconds": 3599, "cause": ""}
NONE: dict[str, Any] = {"call": {}, "behind": {}, "incoming": {}, "muted": False}
TEXTS = [
    {"id": "1", "number": "NTT DOCOMO", "mine": False, "text": "Code 123456", "state": "", "mayReply": False},
    {"id": "2", "number": "090-0000-2001", "mine": True, "text": "少し遅れます。", "state": "failed", "mayReply": True},
    {
        "id": "3",
        "number": "090-0000-2001",
        "mine": False,
        "text": "駅の前で待っています。" * 6,
        "state": "",
        "mayReply": True,
    },
]
PROBLEMS = (
    {"code": "network_pin.wrong", "attempts_left": 2},
    {"code": "network_pin.locked"},
    {"code": "registry.no_contract"},
    {"code": "registry.no_free_slot", "most": 1},
    {"code": "registry.no_free_slot", "most": 5},
    {"code": "registry.no_profile"},
    {"code": "line.unknown"},
    {"code": "cloud.timeout"},
    {"code": "storage.full"},
    {"code": "cloud.broken"},
)
CAUSES = ("busy", "no_answer", "declined", "unreachable", "unknown_number", "not_allowed", "coverage", "emergency")


def set_up(stage: str, **more: Any) -> dict[str, Any]:
    return {"screen": "setUp", "setUp": {"stage": stage, "number": "090-0000-6543", "digits": 2, "problem": {}, **more}}


def calling(**more: Any) -> dict[str, Any]:
    return {"overlay": "incoming" if more.get("incoming") else "call", "telephone": NONE | more}


SCENES: dict[str, dict[str, Any]] = {
    "home": {},
    "no-service": {"status": {"time": "09:41", "inNetwork": False, "number": "090-0000-6543", "name": "仕事用"}},
    "home-message": {"newest": {"number": "090-0000-2001", "text": "駅の前です。", "unread": 2}},
    "set-up": set_up("intro"),
    "pin": set_up("pin"),
    "working": set_up("working"),
    **{f"problem-{number}": set_up("problem", problem=problem) for number, problem in enumerate(PROBLEMS)},
    "released": {"screen": "released"},
    "dial": {"screen": "dial", "dial": {"typed": "09000002001", "shown": "090-0000-2001"}},
    "dial-empty": {"screen": "dial", "dial": {"typed": "", "shown": ""}},
    "dial-long": {"screen": "dial", "dial": {"typed": "*" * 24, "shown": "*" * 24}},
    "messages": {"screen": "messages", "messages": TEXTS},
    "messages-none": {"screen": "messages"},
    "write": {"screen": "write", "write": {"number": "090-0000-2001"}},
    "menu": {"screen": "menu", "priority": {"state": "answered", "text": "SMS受信優先設定：アクセサリ端末優先"}},
    "menu-waiting": {"screen": "menu", "priority": {"state": "waiting", "text": ""}},
    "menu-failed": {"screen": "menu", "priority": {"state": "failed", "text": "radio.no_coverage"}},
    "incoming": calling(incoming=CALL | {"state": "offered"}),
    "incoming-withheld": calling(incoming=CALL | {"state": "waiting", "number": ""}),
    "call": calling(call=CALL),
    "call-held": calling(call=CALL | {"state": "held"}, muted=True),
    "call-two": calling(call=CALL, behind=CALL | {"state": "held", "number": ""}),
    "call-alerting": calling(call=CALL | {"state": "alerting"}),
    **{f"call-{cause}": calling(call=CALL | {"state": "ended", "cause": cause}) for cause in CAUSES},
    "service": {"overlay": "service", "service": {"state": "answered", "code": "*#103#", "text": "スマートフォン優先"}},
    "service-waiting": {"overlay": "service", "service": {"state": "waiting", "code": "*#103#", "text": ""}},
    "service-failed": {"overlay": "service", "service": {"state": "failed", "code": "*#103#", "text": "radio"}},
}


class Window:
    """One window through which all scenes of a kind are shown; `sent` collects what it sends."""

    def __init__(self, name: str, language: str) -> None:
        make_application()
        kind = kind_of(name)
        self.base = {
            "kind": {"id": kind.id, "name": kind.name, "body": kind.body, "menu": kind.menu},
            "screen": "home",
            "overlay": "",
            "status": {"time": "09:41", "inNetwork": True, "number": "090-0000-6543", "name": kind.name},
            "telephone": NONE,
            "messages": [],
            "dial": {"typed": "", "shown": ""},
            "newest": {},
            "write": {"number": ""},
            "service": {},
            "priority": {},
            "setUp": set_up("intro")["setUp"],
        }
        self.state = self.base
        self.sent: list[tuple[str, Any]] = []
        self.view_model = AccessoryViewModel(
            lambda: copy.deepcopy(self.state), lambda event, value: self.sent.append((event, value))
        )
        self.engine = QQmlApplicationEngine()
        prepare_engine(self.engine, THEME, "night", motion=False)
        apply_language(self.engine, PART, language)
        self.engine.setInitialProperties({"accessory": self.view_model, "visible": True})
        self.engine.load(QUrl.fromLocalFile(str(QML)))
        window = self.engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        self.window = window
        self.screen = Screen(name, window)

    def show(self, scene: str) -> None:
        self.state = self.base | SCENES[scene]
        self.view_model.refresh()
        self.screen.grab()

    def close(self) -> None:
        self.window.close()
        delete(self.engine)


@pytest.fixture(scope="module", params=[(kind, language) for kind in ("watch6", "on01") for language in ("ja", "en")])
def shown(request: pytest.FixtureRequest, qapp: object) -> Iterator[Window]:
    window = Window(*request.param)
    yield window
    window.close()


@pytest.mark.parametrize("scene", SCENES)
def test_every_control_has_an_id_a_name_and_a_role_and_every_text_is_whole(
    shown: Window, scene: str, qtbot: QtBot
) -> None:
    shown.show(scene)
    found = [element for element in elements(shown.window) if element.item.property("text") is not None]
    ids = [element.id for element in elements(shown.window) if element.id.startswith("accessory.")]
    assert len(ids) == len(set(ids)), ids
    assert "accessory.home" in ids
    for element in found:
        face: Any = QAccessible.queryAccessibleInterface(element.item)
        if face is not None and face.role() != QAccessible.Role.NoRole:
            assert face.text(QAccessible.Text.Name), (element.id, element.item)
    # What stands in a scrolling list may be below its edge; nothing is cut short in its own place.
    cut = set(shown.screen.cut_labels()) - {text["text"] for text in TEXTS}
    assert not cut, cut


@pytest.mark.parametrize(
    ("scene", "touched", "sent"),
    [
        ("home", "accessory.home.dial", ("open", "dial")),
        ("home", "accessory.home.messages", ("open", "messages")),
        ("home", "accessory.home", ("home", None)),
        ("home-message", "accessory.home.newest", ("open", "messages")),
        ("set-up", "accessory.setUp.begin", ("setUp", None)),
        ("pin", "accessory.setUp.key7", ("pinDigit", "7")),
        ("pin", "accessory.setUp.keyErase", ("pinErase", None)),
        ("problem-0", "accessory.setUp.again", ("setUp", None)),
        ("released", "accessory.released.setUp", ("setUp", None)),
        ("dial", "accessory.dial.key.star", ("digit", "*")),
        ("dial", "accessory.dial.call", ("call", None)),
        ("dial", "accessory.dial.write", ("write", None)),
        ("dial", "accessory.dial.erase", ("erase", None)),
        ("messages", "accessory.messages.2", ("write", "2")),
        ("menu", "accessory.menu.prefer", ("preferThis", None)),
        ("incoming", "accessory.incoming.answer", ("answer", None)),
        ("incoming", "accessory.incoming.reject", ("reject", None)),
        ("call", "accessory.call.hangUp", ("hangUp", None)),
        ("call", "accessory.call.hold", ("hold", None)),
        ("call", "accessory.call.mute", ("mute", None)),
        ("service", "accessory.service.close", ("serviceRead", None)),
    ],
)
def test_a_touch_sends_its_event(shown: Window, scene: str, touched: str, sent: tuple[str, Any], qtbot: QtBot) -> None:
    shown.show(scene)
    shown.sent.clear()
    shown.screen.tap(touched)
    assert shown.sent == [sent]


def test_a_code_cannot_be_written_to(shown: Window, qtbot: QtBot) -> None:
    shown.show("dial-long")
    element = shown.screen.find("accessory.dial.write")
    assert element is not None
    assert not element.enabled


def test_only_what_has_a_menu_shows_it(shown: Window, qtbot: QtBot) -> None:
    shown.show("home")
    assert (shown.screen.find("accessory.home.menu") is not None) == shown.base["kind"]["menu"]


def test_every_text_is_translated() -> None:
    root = ElementTree.parse(ASSETS / "translations" / "accessory_ja.ts").getroot()
    for message in root.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, message.findtext("source")


def test_there_is_a_picture_for_each_kind() -> None:
    assert {kind.body for kind in KINDS.values()} == {"watch", "handset"}

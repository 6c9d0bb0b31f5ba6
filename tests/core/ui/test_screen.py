"""Touches, keys and reading on a real window, drawn by the software renderer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

from core.errors import BenchError
from core.ui.screen import Screen

PAGE = """
import QtQuick
import QtQuick.Controls.Basic

Window {
    width: 400; height: 300; visible: true
    Item {
        objectName: "car"
        width: 800; height: 600
        scale: 0.5; transformOrigin: Item.TopLeft

        Text { id: said; objectName: "car.test.said"; x: 300; y: 10; text: "nothing" }
        Button {
            objectName: "car.test.button"; text: "Press me"; width: 200; height: 80
            onClicked: said.text = "pressed"
        }
        Button { objectName: "car.test.off"; text: "Resting"; y: 90; enabled: false }
        Rectangle {
            objectName: "car.test.area"; y: 150; width: 100; height: 60; color: "steelblue"
            TapHandler { onTapped: said.text = "tapped"; onLongPressed: said.text = "held" }
        }
        TextField { id: mail; objectName: "car.test.mail"; y: 220; width: 300; placeholderText: "Your e-mail" }
        TextField { objectName: "car.test.password"; y: 280; width: 300; echoMode: TextInput.Password }

        Text { text: "hidden"; visible: false }
        Item { visible: false; Text { text: "hidden by its parent" } }
        Item { opacity: 0.2; Text { opacity: 0.2; text: "faded" } }
        Text { x: 900; text: "outside" }
        Item { y: 340; width: 50; height: 50; clip: true; Text { x: 60; text: "clipped away" } }
        Text { y: 340; x: 100; width: 60; elide: Text.ElideRight; text: "a long text that has no room" }
        Text { y: 340; x: 200; text: "shouted"; font.capitalization: Font.AllUppercase }
        Text { y: 370; x: 200; textFormat: Text.StyledText; text: "<b>two</b><br>lines" }

        Flickable {
            x: 450; y: 100; width: 300; height: 200; contentHeight: 2000; clip: true
            Text { y: 100; text: "at the top" }
            Button {
                objectName: "car.test.deep"; y: 1800; width: 200; height: 80; text: "Far below"
                onClicked: said.text = "found"
            }
        }
        Item { objectName: "car.test.twin"; y: 500; width: 10; height: 10; property int number: 1; visible: false }
        Item { objectName: "car.test.twin"; y: 500; width: 10; height: 10; property int number: 2 }
    }
}
"""


@pytest.fixture
def screen(qapp: object, tmp_path: Path) -> Iterator[Screen]:
    (tmp_path / "ScreenTest.qml").write_text(PAGE, encoding="utf-8")
    engine = QQmlEngine()
    component = QQmlComponent(engine, QUrl.fromLocalFile(str(tmp_path / "ScreenTest.qml")))
    window = component.create()
    assert isinstance(window, QQuickWindow), component.errorString()
    yield Screen("car", window)
    window.close()
    window.deleteLater()


def said(screen: Screen) -> str:
    return str(screen.value("car.test.said", "text"))


def test_a_tap_is_a_touch_on_the_middle_of_a_scaled_item(screen: Screen) -> None:
    screen.tap("car.test.button")
    assert screen.wait(lambda: said(screen) == "pressed", 2)
    screen.tap("car.test.area")
    assert screen.wait(lambda: said(screen) == "tapped", 2)


def test_a_long_press_is_told_from_a_tap(screen: Screen) -> None:
    screen.long_press("car.test.area")
    assert said(screen) == "held"


def test_what_lies_below_is_scrolled_into_sight_first(screen: Screen) -> None:
    assert "Far below" not in screen.labels()
    screen.tap("car.test.deep")
    assert screen.wait(lambda: said(screen) == "found", 2)
    assert "Far below" in screen.labels()
    assert "at the top" not in screen.labels()


def test_typing_goes_through_keys_and_the_input_method(screen: Screen) -> None:
    screen.type_text("car.test.mail", "Hana.Aoki+1@例え.example")
    assert screen.value("car.test.mail", "text") == "Hana.Aoki+1@例え.example"
    screen.clear("car.test.mail")
    assert screen.value("car.test.mail", "text") == ""
    screen.type_text("car.test.mail", "ab")
    screen.key("Backspace")
    assert screen.value("car.test.mail", "text") == "a"


def test_labels_are_what_a_person_can_read(screen: Screen) -> None:
    labels = screen.labels()
    for seen in ("nothing", "Press me", "Resting", "Your e-mail", "SHOUTED", "two\nlines", "at the top"):
        assert seen in labels
    for unseen in ("hidden", "hidden by its parent", "faded", "outside", "clipped away", "shouted"):
        assert unseen not in labels
    assert not any("no room" in label for label in labels)
    assert screen.cut_labels() == ["a long text that has no room"]


def test_a_password_is_not_readable(screen: Screen) -> None:
    screen.type_text("car.test.password", "geheim")
    assert screen.value("car.test.password", "text") == "geheim"
    assert "geheim" not in " ".join(screen.labels())


def test_unknown_resting_and_wrong_elements_are_told(screen: Screen) -> None:
    with pytest.raises(BenchError) as unknown:
        screen.tap("car.test.buton")
    assert unknown.value.code == "element.not_found"
    assert "car.test.button" in str(unknown.value.params["nearest"])
    with pytest.raises(BenchError, match=r"element\.disabled"):
        screen.tap("car.test.off")
    with pytest.raises(BenchError, match=r"element\.not_editable"):
        screen.type_text("car.test.area", "x")
    with pytest.raises(BenchError, match=r"key\.unknown"):
        screen.key("Any Key")


def test_the_drawn_twin_is_the_one_that_counts(screen: Screen) -> None:
    assert screen.value("car.test.twin", "number") == 2
    assert screen.ids().count("car.test.twin") == 1


def test_a_picture_shows_what_is_drawn(screen: Screen, tmp_path: Path) -> None:
    picture = screen.grab()
    assert (picture.width(), picture.height()) == (400, 300)
    assert picture.pixelColor(25, 90).name() == "#4682b4"
    assert screen.save(tmp_path / "page.png").stat().st_size > 500


def test_waiting_ends_at_its_deadline(screen: Screen) -> None:
    assert screen.wait(lambda: False, 0.05) is False
    assert screen.wait(lambda: True, 0) is True

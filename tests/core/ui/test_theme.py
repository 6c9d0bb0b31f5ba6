"""The design system: tokens that can be read, icons that exist, controls that work with finger, keys and rotary."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from core.errors import BenchError
from core.paths import ASSETS, QML_MODULES
from core.ui.icons import draw_icon, icon_names
from core.ui.theme import MODES, load_theme, prepare_engine, set_mode, theme_names, theme_object

GALLERY = Path(__file__).parent / "Gallery.qml"
PROJECT = Path(__file__).resolve().parents[3]
ON_SURFACES = ("background", "backgroundEnd", "surface", "surfaceHigh")


def luminance(color: QColor) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    light, dark = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("mode", MODES)
def test_every_text_can_be_read(name: str, mode: str) -> None:
    colors = load_theme(name)[mode]
    for ground in ON_SURFACES:
        for tone in ("text", "quiet", "accent", "good", "warn", "bad"):
            assert contrast(colors[tone], colors[ground]) >= 4.5, (tone, ground)
        assert contrast(colors["border"], colors[ground]) >= 3.0, ("border", ground)
    for ground in ("accent", "bad"):
        assert contrast(colors["accentText"], colors[ground]) >= 4.5, ground
    assert contrast(colors["fillText"], colors["fill"]) >= 4.5
    for tone in ("text", "accent"):
        assert contrast(colors[tone], colors["accentSoft"]) >= 4.5, tone
    assert contrast(colors["paperText"], colors["paper"]) >= 4.5


@pytest.mark.parametrize("name", theme_names())
def test_themes_have_the_same_tokens(name: str) -> None:
    model = load_theme("bmw")
    theme = load_theme(name)
    assert theme.keys() == model.keys()
    for group in ("type", "motion", *MODES):
        assert theme[group].keys() == model[group].keys()


def test_unknown_theme_is_named() -> None:
    with pytest.raises(BenchError, match=r"theme\.unknown"):
        load_theme("chrome")


@pytest.mark.parametrize("name", icon_names())
def test_icons_are_drawn_in_the_colour_asked_for(name: str) -> None:
    image = draw_icon(name, "#12ab34", QSize(96, 96))
    shown = [image.pixelColor(x, y) for x in range(0, 96, 2) for y in range(0, 96, 2)]
    solid = [color for color in shown if color.alpha() > 200]
    assert len(solid) > 8
    # Premultiplied pixels round by one or two.
    assert all(abs(color.red() - 0x12) + abs(color.green() - 0xAB) + abs(color.blue() - 0x34) < 6 for color in solid)


def test_no_icon_for_an_unknown_name() -> None:
    assert draw_icon("../themes/bmw", "#ffffff", QSize(48, 48)).isNull()


def test_every_icon_that_qml_names_exists() -> None:
    folders = [QML_MODULES, PROJECT / "headunit" / "qml", PROJECT / "phone_app" / "qml"]
    known = set(icon_names())
    pattern = re.compile(r"(?:icon\.name|iconName|\bname|icon): \"([a-z]\w*)\"")
    for folder in folders:
        for path in folder.rglob("*.qml"):
            text = path.read_text(encoding="utf-8")
            if 'name: "' in text or "icon" in text:
                for line in text.splitlines():
                    match = pattern.search(line)
                    if match and re.search(r"icon|Icon", line) and match[1] not in known:
                        pytest.fail(f"{path.name}: {line.strip()}")


def test_the_kit_is_listed_and_holds_no_words() -> None:
    listed = set((QML_MODULES / "Bench" / "qmldir").read_text(encoding="utf-8").split())
    for path in (QML_MODULES / "Bench").glob("*.qml"):
        assert path.name in listed
        assert "qsTr(" not in path.read_text(encoding="utf-8"), path.name


class Gallery:
    """The kit's window."""

    def __init__(self, theme: str, mode: str) -> None:
        self.engine = QQmlApplicationEngine()
        prepare_engine(self.engine, theme, mode, motion=False)
        self.engine.setInitialProperties({"designHeight": 1700})
        self.engine.load(str(GALLERY))
        self.window: QQuickWindow = self.engine.rootObjects()[0]
        self.window.show()

    def item(self, name: str) -> QQuickItem:
        found = self.window.findChild(QQuickItem, name)
        assert found is not None, name
        return found

    def centre(self, name: str) -> QPoint:
        item = self.item(name)
        return item.mapToScene(item.boundingRect().center()).toPoint()


@pytest.fixture
def gallery(qtbot):
    made = Gallery("bmw", "night")
    qtbot.waitUntil(lambda: made.window.isExposed())
    yield made
    shiboken6.delete(made.engine)


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("mode", MODES)
def test_every_control_loads_in_every_theme(qtbot, theme: str, mode: str) -> None:
    made = Gallery(theme, mode)
    qtbot.waitUntil(lambda: made.window.isExposed())
    image = made.window.grabWindow()
    background = QColor(load_theme(theme)[mode]["accent"])
    assert any(
        QColor.fromRgb(image.pixel(x, y)) == background
        for x in range(0, image.width(), 4)
        for y in range(0, image.height() // 3, 4)
    )
    shiboken6.delete(made.engine)


def test_pressed_state_is_there_at_once(gallery, qtbot) -> None:
    button = gallery.item("gallery.primary")
    QTest.mousePress(gallery.window, Qt.MouseButton.LeftButton, pos=gallery.centre("gallery.primary"))
    assert button.property("down") is True
    QTest.mouseRelease(gallery.window, Qt.MouseButton.LeftButton, pos=gallery.centre("gallery.primary"))
    assert button.property("down") is False


def test_rotary_walks_and_presses(gallery, qtbot) -> None:
    visited = []
    for _ in range(12):
        QTest.keyClick(gallery.window, Qt.Key.Key_Right)
        visited.append(gallery.window.activeFocusItem().objectName())
    assert "gallery.primary" in visited
    assert "gallery.row" in visited
    assert "gallery.off" not in visited, "what is off cannot be reached"
    check = gallery.item("gallery.check2")
    check.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    assert check.property("visualFocus") is True
    QTest.keyClick(gallery.window, Qt.Key.Key_Return)
    assert check.property("checked") is True
    before = gallery.window.activeFocusItem().objectName()
    QTest.keyClick(gallery.window, Qt.Key.Key_Right)
    QTest.keyClick(gallery.window, Qt.Key.Key_Left)
    assert gallery.window.activeFocusItem().objectName() == before


def test_password_can_be_revealed(gallery, qtbot) -> None:
    field = gallery.item("gallery.password")
    assert field.property("displayText") != "secret12"
    QTest.mouseClick(gallery.window, Qt.MouseButton.LeftButton, pos=gallery.centre("gallery.passwordReveal"))
    assert field.property("displayText") == "secret12"


@pytest.mark.parametrize("size", [QSize(960, 360), QSize(1000, 1000), QSize(2560, 720)])
def test_design_keeps_its_shape_in_any_window(gallery, qtbot, size: QSize) -> None:
    gallery.window.resize(size)
    display = gallery.item("gallery.display")

    def place() -> QRectF:
        return display.mapRectToScene(display.boundingRect())

    def fits() -> bool:
        width, height = place().width(), place().height()
        # One side fills the window and the other does not leave it.
        full = abs(width - size.width()) < 0.5 or abs(height - size.height()) < 0.5
        return full and width < size.width() + 0.5 and height < size.height() + 0.5

    qtbot.waitUntil(fits)
    shown = place()
    assert shown.width() / shown.height() == pytest.approx(1920 / 1700)
    assert shown.center().x() == pytest.approx(size.width() / 2, abs=0.5)
    assert shown.center().y() == pytest.approx(size.height() / 2, abs=0.5)


def test_day_and_night_change_the_whole_window(gallery, qtbot) -> None:
    theme: QObject = theme_object(gallery.engine)
    assert QColor(theme.property("text")) == QColor(load_theme("bmw")["night"]["text"])
    set_mode(gallery.engine, "day")
    assert QColor(theme.property("text")) == QColor(load_theme("bmw")["day"]["text"])
    with pytest.raises(BenchError, match=r"theme\.unknown"):
        set_mode(gallery.engine, "dusk")


def test_motion_takes_no_time_in_tests(gallery) -> None:
    theme = theme_object(gallery.engine)
    assert theme.property("normal") == 0
    theme.setProperty("motion", 1)
    assert 160 <= theme.property("quick") <= theme.property("normal") <= 240


def test_assets_are_ours_to_ship() -> None:
    for path in (ASSETS / "icons").glob("*.svg"):
        assert path.read_text(encoding="utf-8").count("<svg") == 1
        assert 'stroke-width="2.5"' in path.read_text(encoding="utf-8")


def test_drawing_does_not_build_the_namespace_qt(tmp_path: Path) -> None:
    """It costs 24 ms, which the first frame would wait for; any overload that might take one of its enums builds it."""
    program = (
        "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication([])\n"
        "from PySide6.QtCore import QSize\n"
        "import core.ui.icons as icons, core.ui.theme, PySide6.QtCore as core\n"
        "assert not icons.draw_icon('home', '#ffffff', QSize(48, 48)).isNull()\n"
        "assert not icons.draw_gradient('#000000', '#ffffff', QSize(48, 48)).isNull()\n"
        "print('Qt' in vars(core))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PROJECT)
    assert result.stdout.strip() == "False"

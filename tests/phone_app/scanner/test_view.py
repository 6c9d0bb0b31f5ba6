"""The scanner in QML's eyes: a picture folder, faults, and the car's real display through the virtual scene."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QSize, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickView

from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SeededRandomness
from core.settings import Settings
from headunit.display_stream import DisplayStream
from phone_app.scanner.footage import qr_image
from phone_app.scanner.optics import Optics
from phone_app.scanner.view import ScannerController

from .conftest import TEXT

WAIT = 15_000


@pytest.fixture
def scanners(qtbot: Any, clock: Clock, events: EventLog) -> Iterator[Callable[..., ScannerController]]:
    made: list[ScannerController] = []

    def make(camera: str, **more: Any) -> ScannerController:
        arguments: dict[str, Any] = {
            "scene_url": "http://127.0.0.1:9/display.mjpg",
            "faults": Faults(),
            "randomness": SeededRandomness(4),
            **more,
        }
        made.append(ScannerController(camera=camera, clock=clock, events=events, settings=Settings(), **arguments))
        return made[-1]

    yield make
    for scanner in made:
        assert scanner.close()


@pytest.fixture
def still(tmp_path: Path, cv2: Any, photo: Callable[..., Any]) -> Callable[..., str]:
    def make(text: str | None = TEXT) -> str:
        cv2.imwrite(str(tmp_path / "camera.png"), photo(text))
        return str(tmp_path / "camera.png")

    return make


def test_a_code_is_told_with_its_place_and_picture(qtbot: Any, scanners: Any, still: Any) -> None:
    scanner = scanners(still())
    assert scanner.property("state") == "starting"
    with qtbot.waitSignal(scanner.decoded, timeout=WAIT) as told:
        scanner.start()
    assert told.args == [TEXT]
    qtbot.waitUntil(lambda: scanner.property("state") == "found" and scanner.property("frameRevision") > 1)
    corners = scanner.property("corners")
    assert len(corners) == 4
    assert sum(point.x() for point in corners) / 4 == pytest.approx(0.5, abs=0.02)
    assert scanner.property("pictureAspect") == pytest.approx(640 / 480)
    size = QSize()
    image = scanner.image_provider().requestImage("1", size, QSize())
    assert (image.width(), image.height()) == (size.width(), size.height()) == (640, 480)
    assert image.pixelColor(5, 5).red() == 60


def test_before_the_first_picture_the_image_is_black(scanners: Any) -> None:
    image = scanners("scene").image_provider().requestImage("0", QSize(), QSize())
    assert not image.isNull()
    assert image.pixelColor(0, 0).lightness() == 0


def test_after_stop_nothing_moves(qtbot: Any, scanners: Any, still: Any) -> None:
    scanner = scanners(still())
    scanner.start()
    qtbot.waitUntil(lambda: scanner.property("frameRevision") > 2, timeout=WAIT)
    assert scanner.close()  # waits for the threads, so that no picture is on its way
    revision = scanner.property("frameRevision")
    QCoreApplication.processEvents()  # deliver what may be queued
    assert scanner.property("frameRevision") == revision
    assert scanner.property("corners") == []
    with qtbot.waitSignal(scanner.decoded, timeout=WAIT):
        scanner.start()


def test_stop_at_once_after_start_opens_nothing(qtbot: Any, scanners: Any, still: Any, events: EventLog) -> None:
    scanner = scanners(still())
    begun = perf_counter()
    for _ in range(20):
        scanner.start()
        scanner.stop()
    assert perf_counter() - begun < 1
    assert scanner.close()
    assert scanner.property("state") == "starting"


def test_a_rejected_code_is_advised_as_foreign(qtbot: Any, scanners: Any, still: Any) -> None:
    scanner = scanners(still("https://example.com/elsewhere"))
    scanner.decoded.connect(scanner.reject)
    scanner.start()
    qtbot.waitUntil(lambda: scanner.property("advice") == "foreign", timeout=WAIT)
    revision = scanner.property("frameRevision")
    qtbot.waitUntil(lambda: scanner.property("frameRevision") > revision + 5, timeout=WAIT)
    assert (scanner.property("state"), scanner.property("advice")) == ("looking", "foreign")


def test_faults_are_states(qtbot: Any, scanners: Any, still: Any) -> None:
    faults = Faults()
    scanner = scanners(still(), faults=faults)
    faults.set("phone.camera", "missing")
    scanner.start()
    qtbot.waitUntil(lambda: scanner.property("state") == "noCamera", timeout=WAIT)
    faults.clear()
    qtbot.waitUntil(lambda: scanner.property("state") == "found", timeout=WAIT)
    faults.set("phone.camera", "lost")
    qtbot.waitUntil(lambda: scanner.property("state") == "lost", timeout=WAIT)
    faults.set("phone.camera", "dark")
    qtbot.waitUntil(lambda: scanner.property("advice") == "dark", timeout=WAIT)


def test_a_path_where_nothing_is_means_no_camera(qtbot: Any, scanners: Any, tmp_path: Path) -> None:
    scanner = scanners(str(tmp_path / "nothing.mp4"))
    scanner.start()
    qtbot.waitUntil(lambda: scanner.property("state") == "noCamera", timeout=WAIT)


SCENE = """
import QtQuick
Rectangle { width: 1920; height: 720; color: "#0a0f16"
    Rectangle { x: 1320; y: 130; width: 420; height: 420; color: "white"
        Image { objectName: "code"; anchors.fill: parent; smooth: false } } }
"""


@pytest.fixture
def car(qtbot: Any, tmp_path: Path) -> Iterator[QQuickView]:
    (tmp_path / "CarScene.qml").write_text(SCENE)
    view = QQuickView()
    view.setSource(QUrl.fromLocalFile(str(tmp_path / "CarScene.qml")))
    view.show()
    with qtbot.waitExposed(view):
        pass
    yield view
    view.close()
    view.deleteLater()


def show_code(car: QQuickView, folder: Path, text: str) -> None:
    code = np.ascontiguousarray(qr_image(text, 1))
    image = QImage(code.data, code.shape[1], code.shape[0], code.shape[1], QImage.Format.Format_Grayscale8)
    path = folder / f"{abs(hash(text))}.png"
    assert image.save(str(path))
    code_item = car.rootObject().findChild(type(car.rootObject().childItems()[0].childItems()[0]), "code")
    code_item.setProperty("source", QUrl.fromLocalFile(str(path)))


def test_the_phone_reads_the_code_on_the_cars_display(
    qtbot: Any, scanners: Any, car: QQuickView, tmp_path: Path
) -> None:
    stream = DisplayStream(car, rate=Settings().display_stream_rate)
    url = stream.start()
    scanner = scanners("scene", scene_url=url)
    texts: list[str] = []
    scanner.decoded.connect(texts.append)
    scanner.start()
    qtbot.waitUntil(lambda: scanner.property("advice") == "aim", timeout=WAIT)
    show_code(car, tmp_path, TEXT)
    qtbot.waitUntil(lambda: texts == [TEXT], timeout=WAIT)
    assert scanner.property("pictureAspect") == pytest.approx(9 / 16)
    renewed = TEXT.replace("BCDF", "ZXWV")
    show_code(car, tmp_path, renewed)
    qtbot.waitUntil(lambda: texts == [TEXT, renewed], timeout=WAIT)
    assert scanner.close()
    qtbot.waitUntil(lambda: stream.viewers == 0, timeout=WAIT)
    stream.stop()


def test_a_car_that_is_off_is_a_dark_display_until_it_is_there(
    qtbot: Any, scanners: Any, car: QQuickView, tmp_path: Path
) -> None:
    stream = DisplayStream(car, rate=Settings().display_stream_rate)
    url = stream.start()
    port = int(url.rsplit(":", 1)[1].split("/")[0])
    stream.stop()
    scanner = scanners("scene", scene_url=url)
    scanner.start()
    qtbot.waitUntil(
        lambda: scanner.property("state") == "looking" and scanner.property("frameRevision") > 2, timeout=WAIT
    )
    show_code(car, tmp_path, TEXT)
    stream = DisplayStream(car, rate=Settings().display_stream_rate, port=port)
    stream.start()
    with qtbot.waitSignal(scanner.decoded, timeout=WAIT) as told:
        pass
    assert told.args == [TEXT]
    stream.stop()


def test_bad_optics_are_advised(qtbot: Any, scanners: Any, car: QQuickView, tmp_path: Path) -> None:
    show_code(car, tmp_path, TEXT)
    stream = DisplayStream(car, rate=Settings().display_stream_rate)
    scanner = scanners("scene", scene_url=stream.start(), optics=Optics(blur=6))
    scanner.start()
    qtbot.waitUntil(lambda: scanner.property("advice") == "blurred", timeout=WAIT)
    stream.stop()

"""The car's display over HTTP: what viewers get, and that nobody pays when nobody looks."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickView

from headunit.display_stream import WIDTH, DisplayStream

SCENE = b"""
import QtQuick
Rectangle { width: 960; height: 360; color: "#204060"
    property bool busy: false
    Rectangle { objectName: "mark"; width: 480; height: 360; color: "#ff0000"
        NumberAnimation on x { running: busy; from: 0; to: 480; duration: 400; loops: Animation.Infinite } } }
"""


class Viewer:
    """Reads a stream on a thread and keeps every picture with its length."""

    def __init__(self, url: str) -> None:
        address = urlsplit(url)
        self.connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=5)
        self.pictures: list[bytes] = []
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._run, args=(address.path,), daemon=True)
        self.thread.start()

    def _run(self, path: str) -> None:
        try:
            self.connection.request("GET", path)
            response = self.connection.getresponse()
            self.response = response
            while line := response.readline():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
                    response.readline()
                    self.pictures.append(response.read(length))
        except (OSError, http.client.HTTPException, ValueError):
            pass
        finally:
            self.ended.set()

    def leave(self) -> None:
        if self.connection.sock is not None:
            self.connection.sock.shutdown(socket.SHUT_RDWR)
        elif self.response.fp is not None:
            self.response.fp.raw._sock.shutdown(socket.SHUT_RDWR)  # type: ignore[attr-defined]
        self.ended.wait(5)
        self.response.close()
        self.connection.close()


@pytest.fixture
def window(qtbot: Any, tmp_path: Any) -> Iterator[QQuickView]:
    source = tmp_path / "DisplayScene.qml"
    source.write_bytes(SCENE)
    view = QQuickView()
    view.setSource(QUrl.fromLocalFile(str(source)))
    view.show()
    with qtbot.waitExposed(view):
        pass
    yield view
    view.close()
    view.deleteLater()


@pytest.fixture
def stream(window: QQuickView) -> Iterator[DisplayStream]:
    stream = DisplayStream(window, rate=25)
    stream.start()
    yield stream
    stream.stop()


@pytest.fixture
def watch(stream: DisplayStream) -> Iterator[Callable[[], Viewer]]:
    viewers: list[Viewer] = []

    def begin() -> Viewer:
        viewers.append(Viewer(stream.url))
        return viewers[-1]

    yield begin
    for viewer in viewers:
        if not viewer.ended.is_set():
            viewer.leave()
        viewer.connection.close()


def still(url: str, answers: list[tuple[int, bytes]]) -> None:
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=5)
    connection.request("GET", address.path)
    response = connection.getresponse()
    answers.append((response.status, response.read()))
    connection.close()


def fetch(qtbot: Any, url: str) -> tuple[int, bytes]:
    answers: list[tuple[int, bytes]] = []
    threading.Thread(target=still, args=(url, answers), daemon=True).start()
    qtbot.waitUntil(lambda: bool(answers), timeout=5000)
    return answers[0]


def colour(jpeg: bytes, x: float) -> QColor:
    image = QImage.fromData(jpeg, "JPG")
    return image.pixelColor(int(image.width() * x), image.height() // 2)


def test_a_still_shows_the_display_at_stream_size(qtbot: Any, stream: DisplayStream) -> None:
    status, jpeg = fetch(qtbot, stream.url.replace(".mjpg", ".jpg"))
    assert status == 200
    image = QImage.fromData(jpeg, "JPG")
    assert (image.width(), image.height()) == (WIDTH, WIDTH * 360 // 960)
    assert colour(jpeg, 0.25).red() > 240
    assert colour(jpeg, 0.75).red() < 60


def test_other_paths_are_not_found(qtbot: Any, stream: DisplayStream) -> None:
    assert fetch(qtbot, stream.url.replace("display.mjpg", "etc"))[0] == 404


def test_it_listens_on_loopback(stream: DisplayStream) -> None:
    assert urlsplit(stream.url).hostname == "127.0.0.1"


def test_nothing_is_drawn_while_nobody_looks(
    qtbot: Any, window: QQuickView, stream: DisplayStream, watch: Callable[[], Viewer]
) -> None:
    frames: list[int] = []
    window.frameSwapped.connect(lambda: frames.append(1))
    window.rootObject().setProperty("busy", True)
    qtbot.waitUntil(lambda: len(frames) > 10)
    assert stream.grabs == 0
    viewer = watch()
    qtbot.waitUntil(lambda: len(viewer.pictures) > 2)
    viewer.leave()
    qtbot.waitUntil(lambda: stream.viewers == 0)
    taken, seen = stream.grabs, len(frames)
    qtbot.waitUntil(lambda: len(frames) > seen + 20)
    assert stream.grabs <= taken + 1  # one may have been under way


def test_an_unchanged_display_is_taken_once_and_a_change_comes_through(
    qtbot: Any, window: QQuickView, stream: DisplayStream, watch: Callable[[], Viewer]
) -> None:
    viewer = watch()
    qtbot.waitUntil(lambda: len(viewer.pictures) == 1)
    ticks: list[int] = []
    stream._timer.timeout.connect(lambda: ticks.append(1))
    qtbot.waitUntil(lambda: len(ticks) > 10)
    assert stream.grabs <= 2  # the second only if the window drew its first frame late
    assert len(viewer.pictures) == 1
    window.rootObject().findChild(type(window.rootObject()), "mark").setProperty("color", QColor("#00ff00"))
    qtbot.waitUntil(lambda: len(viewer.pictures) == 2)
    assert colour(viewer.pictures[1], 0.25).green() > 240


def test_the_rate_is_kept_and_the_qt_thread_is_free(
    qtbot: Any, window: QQuickView, stream: DisplayStream, watch: Callable[[], Viewer]
) -> None:
    window.rootObject().setProperty("busy", True)
    viewer = watch()
    qtbot.waitUntil(lambda: len(viewer.pictures) > 1)
    begun, before = perf_counter(), stream.grabs
    qtbot.waitUntil(lambda: stream.grabs >= before + 10)
    assert (stream.grabs - before) / (perf_counter() - begun) < 25 * 1.2


def test_a_viewer_that_reads_nothing_does_not_slow_another(
    qtbot: Any, window: QQuickView, stream: DisplayStream, watch: Callable[[], Viewer]
) -> None:
    address = urlsplit(stream.url)
    with socket.create_connection((address.hostname or "", address.port or 0)) as lazy:
        lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        lazy.sendall(b"GET /display.mjpg HTTP/1.1\r\nHost: x\r\n\r\n")
        qtbot.waitUntil(lambda: stream.viewers == 1)
        window.rootObject().setProperty("busy", True)
        viewer = watch()
        qtbot.waitUntil(lambda: len(viewer.pictures) > 10)
        assert stream.viewers == 2


def test_stop_ends_the_viewers_and_frees_the_port(
    qtbot: Any, window: QQuickView, stream: DisplayStream, watch: Callable[[], Viewer]
) -> None:
    viewer = watch()
    qtbot.waitUntil(lambda: len(viewer.pictures) == 1)
    port = urlsplit(stream.url).port or 0
    stream.stop()
    qtbot.waitUntil(viewer.ended.is_set)
    again = DisplayStream(window, rate=10, port=port)
    assert again.start().endswith(f":{port}/display.mjpg")
    again.stop()


def test_a_window_that_comes_later_is_shown(qtbot: Any, window: QQuickView) -> None:
    windows: list[QQuickView] = []
    stream = DisplayStream(lambda: windows[0] if windows else None, rate=25)
    stream.start()
    viewer = Viewer(stream.url)
    try:
        qtbot.waitUntil(lambda: stream.viewers == 1)
        windows.append(window)
        qtbot.waitUntil(lambda: len(viewer.pictures) == 1)
    finally:
        stream.stop()
        viewer.leave()


def test_the_next_display_takes_the_same_port_at_once(qapp):
    port = 0
    for _ in range(20):
        stream = DisplayStream(lambda: None, rate=10, port=port)
        port = int(stream.start().split(":")[2].partition("/")[0])
        stream.stop()

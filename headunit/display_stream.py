"""Serves the car's display as pictures over HTTP, drawn only while somebody looks.

`/display.mjpg` is Motion-JPEG (multipart/x-mixed-replace), `/display.jpg` one still. Pictures are taken on the Qt
thread by `grabToImage`: measured with the software renderer at 1920×720, it holds that thread for 1.3-3 ms where
`QQuickWindow.grabWindow` takes up to 25. JPEG encoding and sending happen on other threads.
"""

from __future__ import annotations

import contextlib
import logging
import select
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

log = logging.getLogger(__name__)

WIDTH = 1280  # pixels: 5 to 6 for each module of the sign-in code, and a third of the full picture's bytes
QUALITY = 88  # JPEG: no visible fringes around the code's modules
STILL_WALL_TIMEOUT = 3.0  # seconds a still waits for the first picture
REPEAT_WALL = 4.0  # seconds after which an unchanged picture is sent again, so that the viewer knows the line is alive
LOOK_WALL = 0.5  # seconds between two looks whether a viewer whose picture does not change is still there
BOUNDARY = "onebench-display"


class DisplayStream(QObject):
    """Streams `window` (or what the callable returns) at most `rate` pictures a second. Make it on the Qt thread."""

    _wanted = Signal()

    def __init__(
        self,
        window: QQuickWindow | Callable[[], QQuickWindow | None],
        *,
        rate: float,
        host: str = "127.0.0.1",
        port: int = 0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window if callable(window) else lambda: window
        self._host = host
        self._port = port
        self._pictures = _Pictures(self._wanted.emit)
        self._server: _Server | None = None
        self._followed: QQuickWindow | None = None
        self._grab: Any = None
        self._changed = True
        self._own_frames = 0
        self.grabs = 0
        """How many pictures were taken: stands still while nobody looks or nothing changes."""
        # Real time on purpose: it limits what the Qt thread spends, whatever the bench's clock does.
        self._timer = QTimer(self, interval=max(1, round(1000 / rate)), timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._wanted.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def start(self) -> str:
        """Begin to listen; the address of the stream. Raises OSError when the port is taken."""
        self._server = _Server((self._host, self._port), self._pictures)
        threading.Thread(target=self._server.serve_forever, args=(0.1,), name="display-http", daemon=True).start()
        threading.Thread(target=self._pictures.encode_all, name="display-jpeg", daemon=True).start()
        return self.url

    @property
    def url(self) -> str:
        """`http://host:port/display.mjpg`; "" before `start`."""
        if self._server is None:
            return ""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}/display.mjpg"

    @property
    def viewers(self) -> int:
        """How many connections wait for pictures at this moment."""
        return self._pictures.viewers

    def stop(self) -> None:
        """End all connections and stop listening."""
        self._timer.stop()
        self._pictures.close()
        self._follow(None)
        server, self._server = self._server, None
        if server is not None:
            server.shutdown()
            server.server_close()

    def _look(self) -> None:
        """Somebody came: take a picture at once, then as often as allowed."""
        self._changed = True
        if not self._timer.isActive():
            self._timer.start()
            self._tick()

    def _tick(self) -> None:
        if self._pictures.viewers == 0:
            self._timer.stop()
            self._follow(None)
            return
        window = self._window()
        self._follow(window)
        if window is None or self._grab is not None or not self._changed or not window.isVisible():
            return
        self._changed = False
        self._own_frames = 0
        height = max(1, round(WIDTH * window.height() / max(1, window.width())))
        self._grab = window.contentItem().grabToImage(QSize(WIDTH, height))
        if self._grab is None:
            self._changed = True
            return
        self._grab.ready.connect(self._taken)

    def _taken(self) -> None:
        grab, self._grab = self._grab, None
        if grab is not None:
            self.grabs += 1
            self._pictures.offer(grab.image())

    def _follow(self, window: QQuickWindow | None) -> None:
        if window is self._followed:
            return
        if self._followed is not None:
            with contextlib.suppress(RuntimeError):  # the window may be gone already
                self._followed.frameSwapped.disconnect(self._drawn)
        self._followed = window
        self._changed = True
        self._grab = None  # one that was under way in the former window may never be ready
        if window is not None:
            window.frameSwapped.connect(self._drawn)

    def _drawn(self) -> None:
        # A grab draws one frame itself; only what is drawn beyond that shows something new.
        if self._grab is not None and self._own_frames == 0:
            self._own_frames = 1
        else:
            self._changed = True


class _Pictures:
    """The newest picture as JPEG, for any number of viewers; each takes it when it is ready for it."""

    def __init__(self, wanted: Callable[[], None]) -> None:
        self._wanted = wanted
        self._changed = threading.Condition()
        self._image: QImage | None = None
        self._last: QImage | None = None
        self._jpeg = b""
        self._number = 0
        self._closed = False
        self.viewers = 0

    def offer(self, image: QImage) -> None:
        """A new picture to encode; one that was not begun yet is dropped for it."""
        with self._changed:
            self._image = image
            self._changed.notify_all()

    def encode_all(self) -> None:
        """Encode what is offered until `close`."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._image is not None or self._closed)
                if self._closed:
                    return
                image, self._image = self._image, None
            if image is None or image.isNull() or image == self._last:
                continue
            self._last = image
            jpeg = _encode(image)
            with self._changed:
                self._jpeg = jpeg
                self._number += 1
                self._changed.notify_all()

    def come(self) -> None:
        """A viewer begins to look."""
        with self._changed:
            self.viewers += 1
        self._wanted()

    def go(self) -> None:
        """A viewer leaves. The last one takes the picture with it: what comes later must not look old."""
        with self._changed:
            self.viewers -= 1
            if self.viewers == 0:
                self._jpeg = b""
                self._last = None

    def next(self, seen: int, wall_timeout: float) -> tuple[int, bytes] | None:
        """The newest picture, as soon as it is not number `seen`; the same again after the time; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or (self._jpeg and self._number != seen), wall_timeout)
            if self._closed:
                return None
            return self._number, self._jpeg

    def close(self) -> None:
        """End all waiting."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], pictures: _Pictures) -> None:
        self.pictures = pictures
        super().__init__(address, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A viewer that left in the middle of a picture is no error."""
        log.debug("display viewer left", exc_info=True)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 10  # seconds a viewer may refuse to take a picture before it is let go

    def do_GET(self) -> None:
        """`/display.mjpg` and `/display.jpg`."""
        serve = {"/display.mjpg": self._stream, "/display.jpg": self._still}.get(self.path.partition("?")[0])
        if serve is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.server.pictures.come()
        try:
            serve(self.server.pictures)
        except OSError as error:
            self.close_connection = True
            log.debug("display viewer left: %s", error)
        finally:
            self.server.pictures.go()

    def _still(self, pictures: _Pictures) -> None:
        answer = pictures.next(-1, STILL_WALL_TIMEOUT)
        if answer is None or not answer[1]:
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "image/jpeg")
        self.send_header("Content-Length", str(len(answer[1])))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(answer[1])

    def _stream(self, pictures: _Pictures) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={BOUNDARY}")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        seen, silent = -1, 0.0
        while (answer := pictures.next(seen, LOOK_WALL)) is not None:
            number, jpeg = answer
            silent = 0.0 if number != seen else silent + LOOK_WALL
            if jpeg and (number != seen or silent >= REPEAT_WALL):
                seen, silent = number, 0.0
                head = f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
                self.wfile.write(head.encode() + jpeg + b"\r\n")
            elif self._left():
                return

    def _left(self) -> bool:
        """Whether the viewer closed the connection; it has nothing else to say after its request."""
        readable, _, _ = select.select([self.connection], [], [], 0)
        return bool(readable) and self.connection.recv(1024) == b""

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are no news."""
        log.debug(format, *args)


def _encode(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())

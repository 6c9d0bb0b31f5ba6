"""The camera's picture on its way to the screen: converted off the Qt thread, served as `image://camera/<revision>`."""

from __future__ import annotations

import threading
from time import perf_counter  # spaces the pictures for the eye in real time; not the bench's time
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from phone_app.scanner import opencv

if TYPE_CHECKING:
    from phone_app.scanner.sources.base import Frame

LONG_SIDE = 960  # pixels: the phone's window is hardly larger, and the software renderer pays for each
RATE = 30  # pictures a second at most


class LatestImage:
    """Hands the newest picture from the camera's thread to the Qt thread; while one waits, no other is converted."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: QImage | None = None
        self._last = 0.0
        self.image = QImage()
        self.aspect = 9 / 16

    def offer(self, frame: Frame) -> bool:
        """Convert `frame` for drawing, unless one still waits or it comes too soon; True when it was taken."""
        now = perf_counter()
        if self._waiting is not None or now - self._last < 0.9 / RATE:
            return False
        self._last = now
        image = _to_image(frame)
        with self._lock:
            self._waiting = image
        return True

    def show(self) -> None:
        """Make the waiting picture the current one; on the Qt thread."""
        with self._lock:
            image, self._waiting = self._waiting, None
        if image is not None:
            self.image = image
            self.aspect = image.width() / image.height()


class CameraImageProvider(QQuickImageProvider):
    """Serves `image://camera/<revision>`; use `cache: false` in QML. The engine owns it after `addImageProvider`."""

    def __init__(self, latest: LatestImage) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._latest = latest

    def requestImage(self, id: str, size: QSize, requested_size: QSize) -> QImage:
        """The newest picture, whatever revision is asked for: it is already converted, so this costs nothing."""
        image = self._latest.image
        if image.isNull():
            image = QImage(9, 16, QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.black)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def _to_image(frame: Frame) -> QImage:
    cv2 = opencv.load()
    picture = frame.picture
    scale = LONG_SIDE / max(picture.shape[:2])
    if scale < 1:
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
    # 32 bits a pixel are what the software renderer draws without converting again.
    pixels = cv2.cvtColor(picture, cv2.COLOR_BGR2BGRA)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB32).copy()

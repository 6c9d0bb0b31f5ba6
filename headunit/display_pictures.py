"""The newest picture of the display, encoded off the Qt thread and shared by any number of viewers."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

QUALITY = 88  # JPEG: no visible fringes around the code's modules


class Pictures:
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


def _encode(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())

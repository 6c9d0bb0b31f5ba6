"""A real camera through OpenCV, by index or by device path."""

from __future__ import annotations

import sys
import threading
from typing import Any

from core.clock import Clock
from core.errors import BenchError
from phone_app.scanner import opencv
from phone_app.scanner.sources.base import Frame, as_picture

WIDTH, HEIGHT, RATE = 1280, 720, 30
LOST_AFTER = 30  # pictures in a row that could not be read: one second


class Webcam:
    """`device` is an index ("0") or a path ("/dev/video0"), which names the same camera also after a re-plug."""

    def __init__(self, device: str, *, clock: Clock) -> None:
        self._device = device
        self._clock = clock
        self._capture: Any = None
        self._number = 0
        self._closed = threading.Event()
        self._using = threading.Lock()

    @property
    def name(self) -> str:
        """The device as it was given."""
        return self._device

    def open(self) -> None:
        """Open with Motion-JPEG at 1280×720. Raises `camera.missing`."""
        cv2 = opencv.load()
        self._closed.clear()
        self._number = 0
        backend = cv2.CAP_V4L2 if sys.platform == "linux" else cv2.CAP_ANY
        device: int | str = int(self._device) if self._device.isdigit() else self._device
        capture = cv2.VideoCapture(device, backend)
        if not capture.isOpened():
            capture.release()
            raise BenchError("camera.missing", camera=self._device)
        # In this order: raw pictures of this size come at 10 a second from most cameras, JPEG ones at 30.
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, WIDTH)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, HEIGHT)
        capture.set(cv2.CAP_PROP_FPS, RATE)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        self._capture = capture

    def read(self) -> Frame:
        """The next picture; the queue is one deep, so reading at once gives the newest. Raises `camera.lost`."""
        with self._using:
            try:
                return self._read()
            finally:
                if self._closed.is_set():
                    self._release()

    def close(self) -> None:
        """End a `read` under way, which then lets go of the device; OpenCV allows no release while it reads."""
        self._closed.set()
        if self._using.acquire(blocking=False):
            try:
                self._release()
            finally:
                self._using.release()

    def _read(self) -> Frame:
        for _ in range(LOST_AFTER):
            if self._capture is None or self._closed.is_set():
                break
            good, image = self._capture.read()
            if good:
                frame = Frame(as_picture(image), self._number, self._clock.monotonic())
                self._number += 1
                return frame
            self._closed.wait(1 / RATE)
        self._release()
        raise BenchError("camera.lost", camera=self._device)

    def _release(self) -> None:
        capture, self._capture = self._capture, None
        if capture is not None:
            capture.release()

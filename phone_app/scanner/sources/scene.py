"""The virtual scene: the car's display, fetched as Motion-JPEG, seen by a hand-held camera in a dark cockpit."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import numpy as np

from core.clock import Clock
from core.errors import BenchError
from core.randomness import Randomness
from phone_app.scanner import opencv
from phone_app.scanner.cockpit import MARGIN_TOP, MARGIN_X, draw_cockpit
from phone_app.scanner.hand import Hand, Pose
from phone_app.scanner.optics import Lens, Optics
from phone_app.scanner.sources.base import Frame, Picture
from phone_app.scanner.sources.mjpeg import MjpegReader
from phone_app.scanner.zxing import find_codes

SIZE = (720, 1280)  # a phone is held upright
RATE = 20  # pictures a second of real time; each costs about 10 ms of one core
DARK_DISPLAY = (1280, 480)  # what is drawn before the first picture of the display came


class SceneSource:
    """Looks at the display served at `url`; a display that cannot be reached is dark until it can."""

    def __init__(
        self,
        url: str,
        *,
        clock: Clock,
        randomness: Randomness,
        optics: Optics | None = None,
        size: tuple[int, int] = SIZE,
    ) -> None:
        self.optics = optics or Optics()
        self._url = url
        self._clock = clock
        self._randomness = randomness
        self._size = size
        self._closed = threading.Event()
        self._reader: MjpegReader | None = None
        self._canvas: Picture | None = None
        self._shown = -1
        self._display = DARK_DISPLAY
        self._target: tuple[float, float] | None = None
        self._number = 0

    @property
    def name(self) -> str:
        """`scene`."""
        return "scene"

    def open(self) -> None:
        """Begin to follow the display. Never fails: a car that is off is a dark display."""
        opencv.load()
        self._closed.clear()
        self._hand = Hand(self._randomness)
        self._lens = Lens(self.optics, self._size, int.from_bytes(self._randomness.bytes(4)))
        self._canvas = None
        self._target = None
        self._number = 0
        self._reader = MjpegReader(self._url)
        self._reader.start()

    def read(self) -> Frame:
        """The next picture, `RATE` a second of real time. Raises `camera.lost` when closed."""
        reader = self._reader
        # Real time on purpose: a bench whose clock runs fast must not draw more pictures than the machine can.
        if reader is None or self._closed.wait(1 / RATE if self._number else 0):
            raise BenchError("camera.lost", camera=self.name)
        self._follow(*reader.newest())
        canvas = self._canvas
        assert canvas is not None
        pose = self._hand.move(self._number / RATE, self._target)
        width, height = self._display
        centre = (MARGIN_X + pose.x * width, MARGIN_TOP + pose.y * height)
        picture = self._lens.look(canvas, centre, _in_pixels(pose, width, height))
        frame = Frame(picture, self._number, self._clock.monotonic())
        self._number += 1
        return frame

    def close(self) -> None:
        """Stop following; from any thread."""
        self._closed.set()
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()

    def _follow(self, number: int, jpeg: bytes | None) -> None:
        """Put the newest picture of the display on the canvas, and let the hand see where a code is on it."""
        shown = number if jpeg is not None else -2
        if shown == self._shown and self._canvas is not None:
            return
        self._shown = shown
        display = _decoded(jpeg) if jpeg is not None else None
        if display is None:
            if self._canvas is None:
                self._canvas = draw_cockpit(*self._display)
            else:
                self._place(np.full((self._display[1], self._display[0], 3), 4, np.uint8))
            self._target = None
            return
        height, width = display.shape[:2]
        if self._canvas is None or self._display != (width, height):
            self._display = (width, height)
            self._canvas = draw_cockpit(width, height)
        self._place(display)
        codes = find_codes(display)
        if codes:
            middle = codes[0].corners.mean(axis=0)
            self._target = (float(middle[0]) / width, float(middle[1]) / height)
        else:
            self._target = None

    def _place(self, display: Picture) -> None:
        assert self._canvas is not None
        height, width = display.shape[:2]
        self._canvas[MARGIN_TOP : MARGIN_TOP + height, MARGIN_X : MARGIN_X + width] = display


def _decoded(jpeg: bytes) -> Picture | None:
    cv2 = opencv.load()
    image: Any = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)
    return image


def _in_pixels(pose: Pose, width: int, height: int) -> Pose:
    return replace(pose, dx=pose.dx * width, dy=pose.dy * height)

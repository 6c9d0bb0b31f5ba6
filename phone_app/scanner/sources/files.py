"""Pictures from disk as if they came from a camera: a video at its own pace, a still, or a folder of stills."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from core.clock import Clock
from core.errors import BenchError
from phone_app.scanner import opencv
from phone_app.scanner.sources.base import Frame, Picture, as_picture

STILL_SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".webp", ".tif", ".tiff")
STILL_RATE = 10  # pictures a second: a still needs no more
SLIDE_TIME = 1.0  # seconds that each picture of a folder is shown
ROUNDING = 1e-6  # seconds
DEFAULT_VIDEO_RATE = 30.0  # where the file does not say


class _Paced:
    """Hands out pictures at `rate` a second of the clock, skipping those that are late."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._closed = threading.Event()
        self._next = 0
        self._begun = 0.0
        self._rate = float(STILL_RATE)

    @property
    def name(self) -> str:
        """The file's name."""
        return self._path.name

    def close(self) -> None:
        """End a `read` under way."""
        self._closed.set()

    def _begin(self) -> None:
        self._closed.clear()
        self._next = 0
        self._begun = self._clock.monotonic()

    def _wait(self) -> tuple[int, int]:
        """Wait for the next picture's moment; the number of the picture due now, and how many were missed."""
        due = self._begun + self._next / self._rate
        wait = due - self._clock.monotonic()
        # A clock that is stepped by tenths of a second arrives a rounding error too early.
        if self._closed.is_set() or (wait > ROUNDING and not self._clock.sleep(wait, self._closed)):
            raise BenchError("camera.lost", camera=self.name)
        missed = max(0, int((self._clock.monotonic() - due) * self._rate + ROUNDING))
        number = self._next + missed
        self._next = number + 1
        return number, missed


class VideoFile(_Paced):
    """A video file, repeated from its start when it ends."""

    def __init__(self, path: Path, *, clock: Clock) -> None:
        super().__init__(path, clock)
        self._capture: Any = None

    def open(self) -> None:
        """Open the file. Raises `camera.missing` when it is no video."""
        cv2 = opencv.load()
        capture = cv2.VideoCapture(str(self._path))
        if not capture.isOpened():
            raise BenchError("camera.missing", camera=self.name)
        rate = float(capture.get(cv2.CAP_PROP_FPS))
        self._rate = rate if 1 <= rate <= 240 else DEFAULT_VIDEO_RATE
        self._capture = capture
        self._begin()

    def read(self) -> Frame:
        """The picture that is due now. Raises `camera.lost` when the file gives none or was closed."""
        number, missed = self._wait()
        for _ in range(missed):
            if not self._capture.grab():
                self._rewind()
        good, image = self._capture.read()
        if not good:
            self._rewind()
            good, image = self._capture.read()
        if not good:
            raise BenchError("camera.lost", camera=self.name)
        return Frame(as_picture(image), number, self._clock.monotonic())

    def _rewind(self) -> None:
        self._capture.set(opencv.load().CAP_PROP_POS_FRAMES, 0)


class StillPictures(_Paced):
    """One picture file, or those of a folder in the order of their names, over and over."""

    def __init__(self, path: Path, *, clock: Clock) -> None:
        super().__init__(path, clock)
        self._pictures: list[Picture] = []

    def open(self) -> None:
        """Read the files. Raises `camera.missing` when none is a picture."""
        cv2 = opencv.load()
        files = [self._path]
        if self._path.is_dir():
            files = sorted(file for file in self._path.iterdir() if file.suffix.lower() in STILL_SUFFIXES)
        images = [cv2.imread(str(file), cv2.IMREAD_COLOR) for file in files]
        self._pictures = [as_picture(image) for image in images if image is not None]
        if not self._pictures:
            raise BenchError("camera.missing", camera=self.name)
        self._begin()

    def read(self) -> Frame:
        """The picture that is due now. Raises `camera.lost` when closed."""
        number, _ = self._wait()
        shown = int(number / self._rate / SLIDE_TIME) % len(self._pictures)
        return Frame(self._pictures[shown], number, self._clock.monotonic())

"""The fault port `phone.camera`: makes any source miss, vanish, see nothing but darkness, or lose its focus."""

from __future__ import annotations

from dataclasses import replace

from core.errors import BenchError
from core.faults import Faults
from phone_app.scanner import opencv
from phone_app.scanner.faults import KINDS, PORT
from phone_app.scanner.sources.base import Frame, FrameSource

DARKNESS = 0.06  # what is left of the light
SMEAR = 7.0  # pixels: what a phone's noise reduction leaves of details in the dark
OUT_OF_FOCUS = 9.0  # pixels


class FaultySource:
    """`source` with faults on demand; operations are `open` and `read`."""

    def __init__(self, source: FrameSource, faults: Faults) -> None:
        self._source = source
        self._faults = faults
        faults.declare(PORT, KINDS)

    @property
    def name(self) -> str:
        """The name of the source behind."""
        return self._source.name

    def open(self) -> None:
        """As the source; fault `missing` raises `camera.missing`."""
        fault = self._faults.take(PORT, "open")
        if fault is not None and fault.kind in ("missing", "lost"):
            raise BenchError("camera.missing", camera=self.name, fault=True)
        self._source.open()

    def read(self) -> Frame:
        """As the source; `missing` and `lost` raise `camera.lost`, `dark` and `blurred` spoil the picture."""
        frame = self._source.read()
        fault = self._faults.take(PORT, "read")
        if fault is None:
            return frame
        cv2 = opencv.load()
        if fault.kind == "dark":
            dim = cv2.convertScaleAbs(frame.picture, alpha=DARKNESS)
            return replace(frame, picture=cv2.GaussianBlur(dim, (0, 0), SMEAR))
        if fault.kind == "blurred":
            return replace(frame, picture=cv2.GaussianBlur(frame.picture, (0, 0), OUT_OF_FOCUS))
        self._source.close()
        raise BenchError("camera.lost", camera=self.name, fault=True)

    def close(self) -> None:
        """As the source."""
        self._source.close()

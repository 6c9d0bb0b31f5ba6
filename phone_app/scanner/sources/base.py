"""What every source of pictures offers, so that the scan session need not know which one it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
"""Height × width × 3, blue-green-red, 8 bits: OpenCV's order."""


@dataclass(frozen=True)
class Frame:
    """One picture. `number` counts from 0 since the source was opened, `time` is `Clock.monotonic` seconds."""

    picture: Picture
    number: int
    time: float


class FrameSource(Protocol):
    """A camera. `open`, `read` and `close` block: call them on a worker thread."""

    @property
    def name(self) -> str:
        """What people call it: a device's name or a file's name."""
        ...

    def open(self) -> None:
        """Start. Raises `camera.missing` (there is none, or it is not a camera)."""
        ...

    def read(self) -> Frame:
        """Wait for the next picture and return the newest one. Raises `camera.lost` when there will be none."""
        ...

    def close(self) -> None:
        """Stop, from any thread; a `read` under way ends soon with `camera.lost`."""
        ...


def as_picture(image: Any) -> Picture:
    """`image` (gray, BGR or BGRA, 8 bits) as a BGR picture."""
    array = np.asarray(image, dtype=np.uint8)
    if array.ndim == 2:
        array = np.repeat(array[:, :, None], 3, axis=2)
    return np.ascontiguousarray(array[:, :, :3])

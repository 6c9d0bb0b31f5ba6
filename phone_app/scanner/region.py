"""Where in a picture a code may be that could not be read, so that retries need not treat the whole picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from phone_app.scanner import opencv
from phone_app.scanner.image import SMALLEST_SIDE, Gray

CELL = 8  # pixels: the map of edges has one value for so many
_SIDES = (10, 18, 30, 50, 80)  # cells
_FLAT = 4.0  # below this nothing in the picture is busy
_GROW = 0.3  # of the code's side, around it: quiet zone and a hand that moves


@dataclass(frozen=True)
class Region:
    """A rectangle of the picture, in whole pixels."""

    left: int
    top: int
    right: int
    bottom: int

    def cut(self, image: Gray) -> Gray:
        """That part of `image`, contiguous."""
        return np.ascontiguousarray(image[self.top : self.bottom, self.left : self.right])

    @property
    def area(self) -> int:
        """Pixels."""
        return (self.right - self.left) * (self.bottom - self.top)


def around(corners: NDArray[np.float32], shape: tuple[int, ...], grow: float = _GROW) -> Region | None:
    """The region of a code with these corners in a picture of `shape`; None when hardly any of it is inside."""
    low, high = corners.min(axis=0), corners.max(axis=0)
    margin = grow * float((high - low).max())
    left, top = (int(max(0, value - margin)) for value in low)
    right, bottom = int(min(shape[1], high[0] + margin)), int(min(shape[0], high[1] + margin))
    if right - left < SMALLEST_SIDE or bottom - top < SMALLEST_SIDE:
        return None
    return Region(left, top, right, bottom)


def busy_cells(image: Gray) -> NDArray[np.float32] | None:
    """How many edges there are around each point, a value for 8×8 pixels; None for pictures too small for a map.

    A code has an edge at every second module, in both directions; text and the rims of cards are busy in one.
    """
    height, width = image.shape
    if min(height, width) < 12 * CELL:
        return None
    cv2 = opencv.load()
    half = cv2.resize(image, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    size = (width // CELL, height // CELL)
    across = cv2.resize(cv2.absdiff(half[:-1, 1:], half[:-1, :-1]), size, interpolation=cv2.INTER_AREA)
    down = cv2.resize(cv2.absdiff(half[1:, :-1], half[:-1, :-1]), size, interpolation=cv2.INTER_AREA)
    return np.minimum(across, down).astype(np.float32)


def busiest(image: Gray) -> Region | None:
    """The part with the most edges for its size, of squares of five sizes; a quarter of a millisecond at 720p."""
    cells = busy_cells(image)
    if cells is None:
        return None
    cv2 = opencv.load()
    best, place = 0.0, None
    for side in _SIDES:
        if side > min(cells.shape):
            break
        sums = cv2.boxFilter(cells, -1, (side, side), normalize=True, borderType=cv2.BORDER_CONSTANT)
        _, value, _, (x, y) = cv2.minMaxLoc(sums)
        value *= side**0.5  # a larger square with nearly the same density holds the whole code
        if value > best:
            best, place = value, (x, y, side)
    if place is None or best < _FLAT:
        return None
    x, y, side = place
    reach = side * 0.7
    corners = np.array([(x - reach, y - reach), (x + reach, y + reach)], np.float32) * CELL
    return around(corners, image.shape, 0.0)

"""Other views of a picture that the first pass could not read: what each costs and how it is made.

Which views rescue the most, and in what order, was measured on synthetic hand-held footage.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from phone_app.scanner import opencv
from phone_app.scanner.image import Gray


@dataclass(frozen=True)
class View:
    """`make` turns a gray image into one that is easier to read, `scale` times as large.

    `cost` is the time of making and reading it, relative to one first pass over the same image.
    """

    name: str
    make: Callable[[Gray], Gray]
    scale: float
    cost: float


def _sharpen(image: Gray) -> Gray:
    cv2 = opencv.load()
    # Unsharp mask with sigma 3, amount 2: undoes most of a focus blur of one module. A box thrice is a Gaussian.
    soft = cv2.blur(cv2.blur(image, (5, 5)), (5, 5))
    sharp: Gray = cv2.addWeighted(image, 3.0, soft, -2.0, 0)
    return sharp


def _enlarge(image: Gray) -> Gray:
    cv2 = opencv.load()
    large: Gray = cv2.resize(image, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    return large


def _enlarge_soft(image: Gray) -> Gray:
    cv2 = opencv.load()
    large: Gray = cv2.GaussianBlur(cv2.resize(image, None, fx=2, fy=2, interpolation=cv2.INTER_LINEAR), (0, 0), 1.2)
    return large


def _threshold(image: Gray) -> Gray:
    cv2 = opencv.load()
    soft = cv2.blur(image, (3, 3))
    block = max(15, min(image.shape) // 12) | 1
    binary: Gray = cv2.adaptiveThreshold(soft, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, block, 2)
    return binary


def _equalise(image: Gray) -> Gray:
    cv2 = opencv.load()
    even: Gray = cv2.createCLAHE(3.0, (8, 8)).apply(image)
    return even


def _smooth(image: Gray) -> Gray:
    cv2 = opencv.load()
    soft: Gray = cv2.GaussianBlur(image, (0, 0), 1.2)
    return soft


def _darken(image: Gray) -> Gray:
    """Spreads the bright end, where an over-exposed code has its contrast."""
    return _BRIGHT_END[image]


_BRIGHT_END: Any = np.clip(255 * (np.arange(256) / 255.0) ** 3, 0, 255).astype(np.uint8)

VIEWS = (
    View("sharpen", _sharpen, 1, 1.6),
    View("enlarge", _enlarge, 2, 5.0),
    View("equalise", _equalise, 1, 2.0),
    View("threshold", _threshold, 1, 1.8),
    View("smooth", _smooth, 1, 1.6),
    View("enlarge_soft", _enlarge_soft, 2, 5.0),
    View("darken", _darken, 1, 1.5),
)

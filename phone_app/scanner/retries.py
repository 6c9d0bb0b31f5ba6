"""Other views of a picture that the first pass could not read, in the order in which they are worth their time.

The order was found greedily on footage of `footage.py` (seeds 1-5): each next view is the one that reads most of the
pictures which all before it left. Restoring the blur and enlarging rescues about five times as many as a sharpening
mask; the bright end of the scale is what an over-exposed code needs, the threshold an unevenly lit one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import numpy as np

from phone_app.scanner import opencv
from phone_app.scanner.image import Gray
from phone_app.scanner.restore import Spectrum

LARGEST = 384  # pixels of a longer side: reducing larger codes to so much reads most of the blurred ones


class Part:
    """The part of a picture that is retried, with what several views need of it."""

    def __init__(self, image: Gray, *, whole: bool = False) -> None:
        self.scale = 1.0 if whole else min(1.0, LARGEST / max(image.shape))
        """How far it was reduced: a code that fills so much of the picture has modules to spare."""
        if self.scale < 1:
            cv2 = opencv.load()
            image = cv2.resize(image, None, fx=self.scale, fy=self.scale, interpolation=cv2.INTER_AREA)
        self.image = image

    @cached_property
    def spectrum(self) -> Spectrum:
        """Its frequencies."""
        return Spectrum(self.image)

    @cached_property
    def bright_spectrum(self) -> Spectrum:
        """Those of its bright end."""
        return Spectrum(_BRIGHT_END[self.image])


@dataclass(frozen=True)
class View:
    """`make` turns a part into an image that is easier to read and says how many times as large it is."""

    name: str
    make: Callable[[Part], tuple[Gray, float]]


def _restore(
    part: Part, *, blur: float, noise: float, enlarge: int, bright: bool = False, disc: bool = False
) -> tuple[Gray, float]:
    spectrum = part.bright_spectrum if bright else part.spectrum
    clear = spectrum.restored(blur, noise, disc=disc)
    large = opencv.load().resize(clear, None, fx=enlarge, fy=enlarge, interpolation=opencv.load().INTER_LINEAR)
    return large, enlarge


def _sharpen(part: Part) -> tuple[Gray, float]:
    cv2 = opencv.load()
    # Unsharp mask, amount 2; two boxes are nearly a Gaussian of 2 pixels and much cheaper.
    soft = cv2.blur(cv2.blur(part.image, (5, 5)), (5, 5))
    return cv2.addWeighted(part.image, 3.0, soft, -2.0, 0), 1


def _enlarge(part: Part) -> tuple[Gray, float]:
    cv2 = opencv.load()
    return cv2.resize(part.image, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC), 2


def _threshold(part: Part) -> tuple[Gray, float]:
    cv2 = opencv.load()
    soft = cv2.blur(part.image, (3, 3))
    block = max(15, min(part.image.shape) // 12) | 1
    return cv2.adaptiveThreshold(soft, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, block, 2), 1


def _equalise(part: Part) -> tuple[Gray, float]:
    return opencv.load().createCLAHE(3.0, (8, 8)).apply(part.image), 1


def _darken(part: Part) -> tuple[Gray, float]:
    return _BRIGHT_END[part.image], 1


def _halve(part: Part) -> tuple[Gray, float]:
    """A quarter of the pixels: noise and the gaps of a printed or dotted code vanish."""
    cv2 = opencv.load()
    return cv2.resize(part.image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), 0.5


_BRIGHT_END: Any = np.clip(255 * (np.arange(256) / 255.0) ** 3, 0, 255).astype(np.uint8)
"""Spreads the bright end of the scale, where an over-exposed code has what is left of its contrast."""

CLOSE_VIEWS = (
    View("sharpen", _sharpen),
    View("restore", partial(_restore, blur=1.6, noise=0.01, enlarge=2)),
    View("restore-bright", partial(_restore, blur=1.3, noise=0.01, enlarge=2, bright=True)),
    View("restore-noisy", partial(_restore, blur=1.0, noise=0.15, enlarge=2)),
    View("restore-disc-3", partial(_restore, blur=3.0, noise=0.01, enlarge=2, disc=True)),
    View("restore-disc-4", partial(_restore, blur=4.0, noise=0.01, enlarge=2, disc=True)),
    View("restore-small", partial(_restore, blur=1.6, noise=0.003, enlarge=3)),
    View("threshold", _threshold),
    View("restore-strong", partial(_restore, blur=2.0, noise=0.003, enlarge=2)),
    View("darken", _darken),
    View("equalise", _equalise),
    View("restore-weak", partial(_restore, blur=1.0, noise=0.01, enlarge=3)),
    View("enlarge", _enlarge),
)
"""For the part where a code is or may be: each costs 0.2-2 ms there."""

WIDE_VIEWS = (
    View("sharpen", _sharpen),
    View("threshold", _threshold),
    View("equalise", _equalise),
    View("darken", _darken),
    View("halve", _halve),
)
"""For the whole picture, when the code may be elsewhere: each costs two to three first passes."""

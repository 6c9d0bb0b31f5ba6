"""One line of advice for the person who holds the phone, from cheap measures of the picture, without flicker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phone_app.scanner import opencv
from phone_app.scanner.region import around, busiest

NONE, AIM, DARK, FAR, CLOSE, GLARE, BLURRED, FOREIGN = "", "aim", "dark", "far", "close", "glare", "blurred", "foreign"
"""What the scanner can advise; `aim`: no code in sight, `foreign`: a code, but not a sign-in address."""

HOLD = 5  # pictures that must agree before the advice changes
_LONG_SIDE = 480  # measures are taken on a picture of this size


@dataclass(frozen=True)
class Measures:
    """Of one picture, 0-1. `bright`: 98th percentile; `contrast`: 98th less 2nd; `white`: share of blown-out pixels
    in the part looked at; `edges`: steepest brightness step between neighbours, relative to the contrast; `side`: the
    code's or its likely place's longer side as a share of the picture's shorter one, 0 when there is none."""

    bright: float
    contrast: float
    white: float
    edges: float
    side: float
    sure: bool
    """Whether `side` is that of a symbol that was really seen."""


def measure(picture: Any, hint: NDArray[np.float32] | None) -> Measures:
    """Measures of a BGR or gray picture; `hint` is the place of a symbol that was seen but not read."""
    cv2 = opencv.load()
    scale = min(1.0, _LONG_SIDE / max(picture.shape[:2]))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
    gray = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY) if small.ndim == 3 else small
    region = around(hint * np.float32(scale), gray.shape, 0.1) if hint is not None else busiest(gray)
    part = region.cut(gray) if region is not None else gray
    low, high = np.percentile(part, (2, 98))
    contrast = float(high - low) / 255
    # On quarter-size pictures a sharp module edge still is one step; a blurred one spreads over several.
    steps = cv2.absdiff(part[:, 1:], part[:, :-1])
    steepest = float(np.percentile(steps, 99)) / 255
    side = 0.0
    if hint is not None:
        low_corner, high_corner = hint.min(axis=0), hint.max(axis=0)
        side = float((high_corner - low_corner).max()) / min(picture.shape[:2])
    elif region is not None:
        side = max(region.right - region.left, region.bottom - region.top) / min(gray.shape)
    return Measures(
        bright=float(np.percentile(gray, 98)) / 255,
        contrast=contrast,
        white=float(np.count_nonzero(part > 250)) / part.size,
        edges=steepest / max(contrast, 0.02),
        side=side,
        sure=hint is not None,
    )


def advise(measures: Measures) -> str:
    """What to tell, the most helpful thing first."""
    if measures.bright < 0.25:
        return DARK
    if measures.white > 0.7:
        return GLARE
    if measures.contrast > 0.1 and measures.edges < 0.22:
        return BLURRED
    if measures.sure and measures.side < 0.16:
        return FAR
    if measures.sure and measures.side > 0.85:
        return CLOSE
    return NONE if measures.sure else AIM


class SteadyAdvice:
    """Shows a new advice only after `HOLD` pictures in a row asked for it, so that the line can be read."""

    def __init__(self, first: str = AIM) -> None:
        self.shown = first
        self._wanted = first
        self._count = 0

    def update(self, wanted: str, *, at_once: bool = False) -> bool:
        """Take the advice of one more picture; True when the one shown changed."""
        self._count = self._count + 1 if wanted == self._wanted else 1
        self._wanted = wanted
        if wanted == self.shown or (self._count < HOLD and not at_once):
            return False
        self.shown = wanted
        return True

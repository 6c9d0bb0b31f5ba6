"""One line of advice for the person who holds the phone, from cheap measures of the picture, without flicker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phone_app.scanner import opencv
from phone_app.scanner.image import Gray
from phone_app.scanner.region import CELL, around, busiest, busy_cells

NONE, AIM, DARK, FAR, CLOSE, GLARE, BLURRED, FOREIGN = "", "aim", "dark", "far", "close", "glare", "blurred", "foreign"
"""What the scanner can advise; `aim`: no code in sight, `foreign`: a code, but not a sign-in address."""

HOLD = 5  # pictures that must agree before the advice changes
_LONG_SIDE = 480  # pixels: measures are taken on a picture of this size
_PATCH = 15  # pixels there: no module is so large, a reflection is


@dataclass(frozen=True)
class Measures:
    """Of one picture, 0-1. `bright`: its 98th percentile. Of the part where a code is or may be: `contrast`, 98th less
    2nd percentile; `white`, share of pixels in blown-out patches larger than modules; `edges`, the steepest step
    between neighbours relative to the contrast. Of the busy area, as shares of the picture's shorter side, 0 when
    nothing is busy: `side` of a square of its size, `reach` between its ends. `seen`: a symbol was found there."""

    bright: float
    contrast: float
    white: float
    edges: float
    side: float
    reach: float
    seen: bool


def measure(picture: Any, hint: NDArray[np.float32] | None) -> Measures:
    """Measures of a BGR or gray picture, in about a millisecond; `hint` is the place of an unread symbol."""
    cv2 = opencv.load()
    scale = min(1.0, _LONG_SIDE / max(picture.shape[:2]))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
    gray = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY) if small.ndim == 3 else small
    region = around(hint * np.float32(scale), gray.shape, 0.1) if hint is not None else busiest(gray)
    part = region.cut(gray) if region is not None else gray
    low, high = np.percentile(part, (2, 98))
    contrast = float(high - low) / 255
    steepest = float(np.percentile(cv2.absdiff(part[:, 1:], part[:, :-1]), 99)) / 255
    patches = cv2.erode((part > 250).astype(np.uint8), np.ones((_PATCH, _PATCH), np.uint8))
    side, reach = _extent(gray) if region is not None else (0.0, 0.0)
    return Measures(
        bright=float(np.percentile(gray, 98)) / 255,
        contrast=contrast,
        white=float(np.count_nonzero(patches)) / part.size,
        edges=steepest / max(contrast, 0.02),
        side=side,
        reach=reach,
        seen=hint is not None,
    )


def _extent(gray: Gray) -> tuple[float, float]:
    """Side and reach of the busy area, as in `Measures`."""
    cells = busy_cells(gray)
    if cells is None:
        return 0.0, 0.0
    rows, columns = np.nonzero(cells > cells.max() / 2)
    spans = (np.percentile(axis, 95) - np.percentile(axis, 5) for axis in (rows, columns))
    shorter = min(gray.shape)
    return CELL * float(rows.size) ** 0.5 / shorter, CELL * float(max(spans)) / shorter


def advise(measures: Measures) -> str:
    """What to tell, the most helpful thing first."""
    if measures.bright < 0.22:
        return DARK
    if measures.white > 0.08:
        return GLARE
    if measures.side == 0:
        return AIM
    if measures.side > 0.33 and measures.reach > 0.75:
        return CLOSE
    if measures.contrast > 0.25 and measures.edges < 0.22:
        return BLURRED
    if measures.side < 0.14:
        return FAR
    return NONE if measures.seen else AIM


class SteadyAdvice:
    """Shows a new advice only after `HOLD` pictures in a row asked for it, so that the line can be read."""

    def __init__(self, first: str = NONE) -> None:
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

"""Draws the dark cockpit around the car's display, once, so that the virtual camera has something to look past."""

from __future__ import annotations

import numpy as np

from phone_app.scanner import opencv
from phone_app.scanner.sources.base import Picture

MARGIN_X, MARGIN_TOP, MARGIN_BOTTOM = 520, 560, 560
"""Pixels of cockpit around the display."""
BEZEL = 16


def draw_cockpit(display_width: int, display_height: int) -> Picture:
    """A canvas with room for the display at (MARGIN_X, MARGIN_TOP): dusk, dashboard, bezel, ambient light."""
    cv2 = opencv.load()
    width, height = display_width + 2 * MARGIN_X, display_height + MARGIN_TOP + MARGIN_BOTTOM
    left, top = MARGIN_X, MARGIN_TOP
    right, bottom = left + display_width, top + display_height
    # All but the display is out of focus: half the size is enough for it, and four times quicker.
    canvas = _surroundings((left // 2, top // 2, right // 2, bottom // 2), width // 2, height // 2)
    canvas = cv2.resize(canvas, (width, height), interpolation=cv2.INTER_LINEAR)
    for grow, colour in ((BEZEL + 3, (64, 58, 54)), (BEZEL, (10, 9, 9))):
        cv2.rectangle(canvas, (left - grow, top - grow), (right + grow, bottom + grow), colour, -1, cv2.LINE_AA)
    canvas[top:bottom, left:right] = 4
    return canvas


def _surroundings(display: tuple[int, int, int, int], width: int, height: int) -> Picture:
    cv2 = opencv.load()
    left, top, right, bottom = display
    canvas = _gradient(width, height)
    curve = _curve(width, top - 60, 23)  # where the dashboard ends and the windscreen begins
    cv2.fillPoly(canvas, [np.array([*curve, (width, height), (0, height)], np.int32)], (24, 21, 20), cv2.LINE_AA)
    cv2.polylines(canvas, [np.array(curve, np.int32)], False, (70, 62, 56), 3, cv2.LINE_AA)
    # Trim with an ambient light line under the display, air outlets below it, the rim of the wheel at the left.
    shelf = bottom + 48
    cv2.rectangle(canvas, (0, shelf), (width, shelf + 42), (33, 30, 29), -1)
    cv2.line(canvas, (0, shelf), (width, shelf), (168, 104, 46), 3, cv2.LINE_AA)
    for centre in (left + (right - left) // 5, right - (right - left) // 5):
        _air_outlet(canvas, centre, shelf + 95)
    wheel = (left - 70, bottom + 165)
    cv2.ellipse(canvas, wheel, (215, 200), -8, 180, 360, (40, 37, 35), 32, cv2.LINE_AA)
    cv2.ellipse(canvas, wheel, (226, 211), -8, 185, 355, (62, 57, 53), 3, cv2.LINE_AA)
    cv2.GaussianBlur(canvas, (0, 0), 3.5, dst=canvas)
    glow = np.zeros_like(canvas)
    cv2.rectangle(glow, (left - 15, top - 15), (right + 15, bottom + 15), (26, 20, 15), -1)
    return cv2.add(canvas, cv2.blur(glow, (91, 91)))


def _gradient(width: int, height: int) -> Picture:
    """Dusk: height 0-1 from the top, and the colour there."""
    stops = ((0.0, (58, 44, 38)), (0.18, (74, 58, 52)), (0.26, (34, 27, 24)), (1.0, (15, 13, 12)))
    rows = np.linspace(0, 1, height)
    places = [place for place, _ in stops]
    column = np.stack([np.interp(rows, places, [colour[i] for _, colour in stops]) for i in range(3)], axis=1)
    return np.asarray(opencv.load().repeat(column[:, None, :].astype(np.uint8), 1, width))


def _curve(width: int, y: int, sag: int) -> list[tuple[int, int]]:
    return [(x, int(y + sag * (2 * x / width - 1) ** 2)) for x in range(0, width + 20, 20)]


def _air_outlet(canvas: Picture, centre: int, y: int) -> None:
    cv2 = opencv.load()
    cv2.rectangle(canvas, (centre - 95, y), (centre + 95, y + 60), (12, 11, 11), -1, cv2.LINE_AA)
    for slat in range(y + 10, y + 60, 13):
        cv2.line(canvas, (centre - 89, slat), (centre + 89, slat), (48, 44, 42), 3, cv2.LINE_AA)

"""Where the windows stand on a screen: all of them in sight, none over another, as large as that allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

GAP = 16
"""Pixels between windows and to the screen's edge."""
TITLE = 40
"""Pixels that a window's title bar takes; they are no part of the window's own size."""


@dataclass(frozen=True)
class Box:
    """A rectangle in the screen's pixels."""

    x: int
    y: int
    width: int
    height: int


def arrange(screen: Box, sizes: Mapping[str, tuple[int, int]]) -> dict[str, Box]:
    """Places for windows of these design sizes, each in its own shape: side by side, one below the other, or the widest
    above all others.

    The way that leaves the smallest of them largest is taken; no window gets larger than its design size.
    """
    ways = [_in_a_row(screen, sizes), _in_a_column(screen, sizes)]
    if len(sizes) > 2:
        ways += [_widest_above(screen, sizes, share / 100) for share in range(25, 80, 5)]
    return max(ways, key=lambda places: min(places[name].width / sizes[name][0] for name in sizes))


def _in_a_row(screen: Box, sizes: Mapping[str, tuple[int, int]]) -> dict[str, Box]:
    """The narrow ones get their full height, the widest what is left of the width."""
    left = screen.width - GAP * (len(sizes) + 1)
    height = screen.height - TITLE - 2 * GAP
    widths: dict[str, int] = {}
    for name in sorted(sizes, key=lambda name: sizes[name][0]):
        widths[name] = _fit(sizes[name], left, height)[0]
        left -= widths[name]
    places, x = {}, screen.x + GAP + max(0, left) // 2
    for name in sizes:
        fitted = _fit(sizes[name], widths[name], height)
        places[name] = Box(x, screen.y + GAP + TITLE + (height - fitted[1]) // 2, *fitted)
        x += fitted[0] + GAP
    return places


def _in_a_column(screen: Box, sizes: Mapping[str, tuple[int, int]]) -> dict[str, Box]:
    """The flat ones get their full width, the tallest what is left of the height."""
    left = screen.height - (TITLE + GAP) * len(sizes) - GAP
    width = screen.width - 2 * GAP
    heights: dict[str, int] = {}
    for name in sorted(sizes, key=lambda name: sizes[name][1]):
        heights[name] = _fit(sizes[name], width, left)[1]
        left -= heights[name]
    places, y = {}, screen.y + GAP + TITLE + max(0, left) // 2
    for name in sizes:
        fitted = _fit(sizes[name], width, heights[name])
        places[name] = Box(screen.x + (screen.width - fitted[0]) // 2, y, *fitted)
        y += fitted[1] + GAP + TITLE
    return places


def _widest_above(screen: Box, sizes: Mapping[str, tuple[int, int]], share: float) -> dict[str, Box]:
    """The widest with a share of the height, the others in a row below it."""
    widest = max(sizes, key=lambda name: sizes[name][0])
    height = round(screen.height * share)
    above = Box(screen.x, screen.y, screen.width, height)
    below = Box(screen.x, screen.y + height, screen.width, screen.height - height)
    others = {name: size for name, size in sizes.items() if name != widest}
    return _in_a_row(above, {widest: sizes[widest]}) | _in_a_row(below, others)


def _fit(size: tuple[int, int], width: int, height: int) -> tuple[int, int]:
    scale = max(0.1, min(1.0, width / size[0], height / size[1]))
    return round(size[0] * scale), round(size[1] * scale)

"""The hand that holds the phone: finds the code, brings it to the middle, and is never quite still."""

from __future__ import annotations

import math
from dataclasses import dataclass

from core.randomness import Randomness

AIM_TIME = 0.22  # seconds in which a hand that has seen its target goes most of the way
FOCUS_TIME = 0.25  # seconds that a phone's lens hunts after the camera was opened
_TREMOR = ((0.9, 0.55), (1.9, 0.3), (4.7, 0.13), (8.6, 0.06))  # hertz and share: sway, then the tremor of muscles


@dataclass(frozen=True)
class Pose:
    """Where the camera is. `x`, `y`: what it points at, as a share (0-1) of the display; angles in degrees.

    `distance` is relative to `Optics.distance`, `blur` is added to the optics' own (pixels), `dx`, `dy` is how far
    the picture moves within one exposure (pixels, for motion blur).
    """

    x: float = 0.5
    y: float = 0.5
    distance: float = 1.0
    tilt: float = 0.0
    turn: float = 0.0
    roll: float = 0.0
    blur: float = 0.0
    dx: float = 0.0
    dy: float = 0.0


class Hand:
    """Poses over time, the same for the same randomness and the same targets."""

    def __init__(self, randomness: Randomness, shake: float = 1.0) -> None:
        self._shake = shake
        draws = randomness.bytes(6 * len(_TREMOR))
        phases = [value / 256 * math.tau for value in draws]
        self._phases = [phases[index::6] for index in range(6)]
        self._x, self._y = 0.5, 0.5
        self._time = 0.0
        self._last: tuple[float, float] | None = None

    def move(self, time: float, target: tuple[float, float] | None) -> Pose:
        """The pose at `time` seconds after the camera was opened, going towards `target` (a share of the display)."""
        step = max(0.0, time - self._time)
        self._time = time
        goal_x, goal_y = target or (0.5, 0.5)
        near = 1 - math.exp(-step / AIM_TIME)
        self._x += (goal_x - self._x) * near
        self._y += (goal_y - self._y) * near
        sway = [self._sway(index, time) for index in range(6)]
        x, y = self._x + 0.008 * sway[0], self._y + 0.014 * sway[1]
        before_x, before_y = self._last or (x, y)
        self._last = (x, y)
        hunting = max(0.0, 1 - time / FOCUS_TIME)
        return Pose(
            x=x,
            y=y,
            distance=1 + 0.025 * sway[2],
            tilt=1.3 * sway[3],
            turn=1.3 * sway[4],
            roll=0.9 * sway[5],
            blur=3.0 * hunting * hunting,
            dx=x - before_x,
            dy=y - before_y,
        )

    def _sway(self, index: int, time: float) -> float:
        parts = zip(_TREMOR, self._phases[index], strict=True)
        return self._shake * sum(share * math.sin(math.tau * hertz * time + phase) for (hertz, share), phase in parts)

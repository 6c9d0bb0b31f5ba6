"""What a phone's camera makes of a flat display: perspective, lens, light and sensor, with handed-in randomness."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from phone_app.scanner import opencv
from phone_app.scanner.hand import Pose
from phone_app.scanner.kernels import disc_kernel, motion_kernel
from phone_app.scanner.sources.base import Picture

FOCAL = 1.35  # focal length over the picture's longer side: a phone's main lens, about 26 mm on 35 mm film
LONGEST_MOTION = 9.0  # pixels: the camera shortens its exposure when the hand is quick
DISC_FROM = 1.0  # pixels: below, diffraction and the sensor's own filter hide the disc
_GRAIN_TILE = 192


@dataclass(frozen=True)
class Optics:
    """How the camera is held and what the light is like.

    `tilt`, `turn`, `roll`: degrees about the display's horizontal axis, its vertical axis and the line of sight.
    `distance`: 1 shows one pixel of the canvas as one of the picture. `blur`: focus blur, standard deviation in
    pixels. `motion`: length of the motion blur relative to the hand's real movement in one exposure. `glare`: 0-1,
    its middle at `glare_at` (shares of the picture).
    `light`: gain of the sensor, 1 is right, 0.1 is night. `noise`: standard deviation in grey levels.
    """

    tilt: float = 7.0
    turn: float = -9.0
    roll: float = 2.5
    distance: float = 1.0
    blur: float = 0.7
    motion: float = 0.35
    glare: float = 0.22
    glare_at: tuple[float, float] = (0.84, 0.3)
    light: float = 1.0
    noise: float = 2.5


class Lens:
    """Turns a canvas (BGR or gray) and a pose into pictures of `size` (width, height), repeatable for one `seed`."""

    def __init__(self, optics: Optics, size: tuple[int, int], seed: int) -> None:
        self.optics = optics
        self.size = size
        self._random = np.random.default_rng(seed)
        self._noise: tuple[Picture, Picture] | None = None
        self._glare: Picture | None = None

    def look(self, canvas: Picture, centre: tuple[float, float], pose: Pose) -> Picture:
        """The picture of `canvas` with the line of sight through `centre` (canvas pixels)."""
        cv2 = opencv.load()
        picture = cv2.warpPerspective(
            canvas, self.projection(centre, pose), self.size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        picture = self._soften(cv2, picture, pose)
        if self.optics.glare > 0:
            picture = self._shine(cv2, picture, pose)
        if self.optics.light != 1:
            picture = cv2.convertScaleAbs(picture, alpha=self.optics.light)
        return self._grain(cv2, picture) if self.optics.noise > 0 else picture

    def projection(self, centre: tuple[float, float], pose: Pose) -> Any:
        """The 3×3 homography from canvas to picture of a pinhole camera."""
        width, height = self.size
        focal = FOCAL * max(width, height)
        optics = self.optics
        turn = _rotation(optics.tilt + pose.tilt, optics.turn + pose.turn, optics.roll + pose.roll)
        distance = focal * optics.distance * pose.distance
        # A point of the plane (u, v, 0) is seen at R·(u, v, 0) + (0, 0, distance): the plane's columns of R suffice.
        plane = np.column_stack([turn[:, 0], turn[:, 1], [0.0, 0.0, distance]])
        camera = np.array([[focal, 0, width / 2], [0, focal, height / 2], [0, 0, 1.0]])
        shift = np.array([[1, 0, -centre[0]], [0, 1, -centre[1]], [0, 0, 1.0]])
        return camera @ plane @ shift

    def _soften(self, cv2: Any, picture: Picture, pose: Pose) -> Picture:
        blur = self.optics.blur + pose.blur
        if blur > DISC_FROM:
            # Out of focus, a point of light becomes a disc; the same spread as a Gaussian of half its radius.
            picture = cv2.filter2D(picture, -1, disc_kernel(2 * blur))
        elif blur > 0.3:
            picture = cv2.GaussianBlur(picture, (0, 0), blur)
        length = min(LONGEST_MOTION, self.optics.motion * math.hypot(pose.dx, pose.dy))
        if length >= 1.5:
            picture = cv2.filter2D(picture, -1, motion_kernel(length, math.atan2(pose.dy, pose.dx)))
        return picture

    def _shine(self, cv2: Any, picture: Picture, pose: Pose) -> Picture:
        width, height = self.size
        if self._glare is None:
            self._glare = _glare(width * 2, height * 2, self.optics.glare)
        # The reflection of a side window wanders over the glass when the phone turns.
        x = int(np.clip(width * (1 - self.optics.glare_at[0] + pose.turn / 40), 0, width))
        y = int(np.clip(height * (1 - self.optics.glare_at[1] + pose.tilt / 40), 0, height))
        return cv2.add(picture, _like(self._glare[y : y + height, x : x + width], picture))

    def _grain(self, cv2: Any, picture: Picture) -> Picture:
        width, height = self.size
        if self._noise is None:
            grain = self._random.normal(0, self.optics.noise, (_GRAIN_TILE, _GRAIN_TILE, 3))
            # Repeated to one tile more than the picture: another crop each time is new noise for two additions.
            tiles = (height // _GRAIN_TILE + 2, width // _GRAIN_TILE + 2)
            more, less = (np.clip(part.round(), 0, 255).astype(np.uint8) for part in (grain, -grain))
            self._noise = cv2.repeat(more, *tiles), cv2.repeat(less, *tiles)
        x, y = self._random.integers(0, _GRAIN_TILE, 2)
        more, less = (_like(part[y : y + height, x : x + width], picture) for part in self._noise)
        return cv2.subtract(cv2.add(picture, more), less)


def _like(layer: Picture, picture: Picture) -> Picture:
    """One plane of `layer` where the picture is gray."""
    return layer if picture.ndim == 3 else np.ascontiguousarray(layer[:, :, 0])


def _rotation(tilt: float, turn: float, roll: float) -> Any:
    a, b, c = (math.radians(angle) for angle in (tilt, turn, roll))
    about_x = np.array([[1, 0, 0], [0, math.cos(a), -math.sin(a)], [0, math.sin(a), math.cos(a)]])
    about_y = np.array([[math.cos(b), 0, math.sin(b)], [0, 1, 0], [-math.sin(b), 0, math.cos(b)]])
    about_z = np.array([[math.cos(c), -math.sin(c), 0], [math.sin(c), math.cos(c), 0], [0, 0, 1]])
    return about_z @ about_y @ about_x


def _glare(width: int, height: int, strength: float) -> Picture:
    """A soft slanted window reflection with a brighter core, in the middle of `width` × `height`."""
    cv2 = opencv.load()
    small = np.zeros((height // 8, width // 8), np.float32)
    middle = (width // 16 + width // 40, height // 16 - height // 40)
    cv2.ellipse(small, middle, (height // 90, height // 26), 24, 0, 360, 0.55, -1)
    cv2.ellipse(small, middle, (height // 260, height // 60), 24, 0, 360, 1.0, -1)
    soft = cv2.GaussianBlur(small, (0, 0), height / 220)
    tint = np.stack([soft * 255, soft * 250, soft * 238], axis=2) * strength
    return cv2.resize(np.clip(tint, 0, 255).astype(np.uint8), (width, height), interpolation=cv2.INTER_LINEAR)

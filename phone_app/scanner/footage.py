"""Makes hand-held footage of a QR code, from easy to hopeless, the same for the same seed: for measurements."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from core.randomness import SeededRandomness, choose
from phone_app.scanner import opencv
from phone_app.scanner.hand import Hand
from phone_app.scanner.image import Gray
from phone_app.scanner.optics import Lens, Optics

RATE = 30  # pictures a second
LENGTH = 75  # pictures: 2.5 s, after which a person moves the phone
PAYLOAD = 117  # characters: a sign-in address with a long host name
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


@dataclass(frozen=True)
class Level:
    """How hard the footage is. `module`: pixels of one module; `hunt`: focus blur (px) at the worst moment of the
    lens's hunting; `shake`: strength of the hand's movement; `partial`: seconds in which the code is half out of sight.
    """

    name: str
    size: tuple[int, int]
    module: float
    optics: Optics
    hunt: float = 0.0
    shake: float = 1.0
    partial: float = 0.0
    inverted: bool = False


_HD, _VGA = (1280, 720), (640, 480)
_PLAIN = Optics(tilt=8, turn=-6, roll=4, blur=0.6, motion=0.3, glare=0, noise=4)
LEVELS = (
    Level("L1", _HD, 6.0, _PLAIN),
    Level("L2", _VGA, 3.6, _PLAIN),
    Level("L3", _HD, 4.0, replace(_PLAIN, motion=0.7, blur=0.9), hunt=3.2, shake=3.0, partial=0.33),
    Level("L4", _VGA, 2.6, replace(_PLAIN, motion=0.6, noise=6), hunt=1.8, shake=2.5),
    Level("L5", _HD, 3.2, replace(_PLAIN, tilt=38, roll=35, glare=0.6, glare_at=(0.53, 0.46), light=1.5), hunt=1.2),
    Level("L6", _VGA, 2.2, replace(_PLAIN, light=0.35, noise=12)),
    Level("L7", _HD, 4.0, replace(_PLAIN, motion=0.5), hunt=1.2, shake=1.5, inverted=True),
    Level("L8", _HD, 4.0, replace(_PLAIN, blur=1.8, noise=5)),  # a fixed-focus webcam, too near
)


def make_clip(level: Level, seed: int) -> tuple[str, Iterator[Gray]]:
    """The text in the code and the `LENGTH` gray pictures, made one by one."""
    randomness = SeededRandomness(seed * 1000 + LEVELS.index(level) if level in LEVELS else seed)
    text = "http://cloud.example/device?user_code="
    text += choose(randomness, _LETTERS, PAYLOAD - len(text))
    return text, _pictures(level, qr_image(text), randomness)


def qr_image(text: str, module: int = 8, quiet: int = 4) -> Gray:
    """A QR code (error correction M) with `module` pixels a module and its quiet zone."""
    import qrcode

    code = qrcode.QRCode(border=quiet, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    dark = np.array(code.get_matrix(), np.uint8)
    return np.asarray(np.kron(np.where(dark, 12, 242).astype(np.uint8), np.ones((module, module), np.uint8)))


def _pictures(level: Level, code: Gray, randomness: SeededRandomness) -> Iterator[Gray]:
    canvas = _canvas(level, code, randomness)
    hand = Hand(randomness, level.shake)
    lens = Lens(level.optics, level.size, int.from_bytes(randomness.bytes(4)))
    width, height = level.size
    phase = randomness.bytes(1)[0] / 256 * math.tau
    for number in range(LENGTH):
        time = number / RATE
        pose = hand.move(time, (0.5, 0.5))
        if time < level.partial:
            pose = replace(pose, x=pose.x + 0.5)  # the code's middle is at the picture's edge
        hunting = level.hunt * (0.5 + 0.5 * math.sin(math.tau * 0.8 * time + phase)) ** 2
        pose = replace(pose, blur=hunting, dx=pose.dx * width, dy=pose.dy * height)
        centre = (canvas.shape[1] / 2 + (pose.x - 0.5) * width, canvas.shape[0] / 2 + (pose.y - 0.5) * height)
        yield lens.look(canvas, centre, pose)


def _canvas(level: Level, code: Gray, randomness: SeededRandomness) -> Gray:
    """The code on a dim wall with cards and lines of text, as sharp as the picture will be."""
    cv2 = opencv.load()
    width, height = level.size[0] * 2, level.size[1] * 2
    draw = np.random.default_rng(int.from_bytes(randomness.bytes(4)))
    canvas: Gray = np.full((height, width), 46, np.uint8)
    for _ in range(14):
        x, y = int(draw.integers(0, width)), int(draw.integers(0, height))
        size = (x + int(draw.integers(80, 320)), y + int(draw.integers(60, 220)))
        cv2.rectangle(canvas, (x, y), size, int(draw.integers(25, 110)), -1)
        cv2.putText(canvas, "One Number 0123", (x + 8, y + 40), 0, 0.7, 190, 2, cv2.LINE_AA)
    side = round(code.shape[0] / 8 * level.module)
    small = cv2.resize(255 - code if level.inverted else code, (side, side), interpolation=cv2.INTER_AREA)
    left, top = (width - side) // 2, (height - side) // 2
    canvas[top : top + side, left : left + side] = small
    return canvas

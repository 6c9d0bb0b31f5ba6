"""Simulated optics: repeatable, geometrically right, and as readable as they should be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.randomness import SeededRandomness
from phone_app.scanner.cockpit import MARGIN_TOP, MARGIN_X, draw_cockpit
from phone_app.scanner.decoder import decode
from phone_app.scanner.footage import LENGTH, LEVELS, make_clip, qr_image
from phone_app.scanner.hand import FOCUS_TIME, Hand, Pose
from phone_app.scanner.kernels import disc_kernel, motion_kernel
from phone_app.scanner.optics import Lens, Optics
from phone_app.scanner.restore import Spectrum

from .conftest import TEXT

SIZE = (720, 1280)
STRAIGHT = Optics(tilt=0, turn=0, roll=0, blur=0, motion=0, glare=0, noise=0)


@pytest.fixture(scope="module")
def scene() -> Any:
    canvas = draw_cockpit(1280, 480)
    code = qr_image(TEXT, 6)
    side = code.shape[0]
    top, left = MARGIN_TOP + (480 - side) // 2, MARGIN_X + 640 - side // 2
    canvas[top : top + side, left : left + side] = code[:, :, None]
    return canvas


CENTRE = (MARGIN_X + 640.0, MARGIN_TOP + 240.0)


def test_straight_on_the_picture_is_the_canvas(scene: Any) -> None:
    picture = Lens(STRAIGHT, SIZE, 1).look(scene, CENTRE, Pose())
    x, y = int(CENTRE[0]) - 360, int(CENTRE[1]) - 640
    # The canvas is not as high as the picture: what is above and below it is its edge, drawn on.
    top, bottom = max(0, -y), min(1280, scene.shape[0] - y)
    assert np.array_equal(picture[top:bottom], scene[y + top : y + bottom, x : x + 720])


def test_twice_the_distance_is_half_the_size() -> None:
    near = Lens(STRAIGHT, SIZE, 1).projection((0, 0), Pose())
    far = Lens(STRAIGHT, SIZE, 1).projection((0, 0), Pose(distance=2))

    def where(matrix: Any) -> Any:
        point = matrix @ (100, 0, 1)
        return point[:2] / point[2] - (360, 640)

    assert np.allclose(where(near), (100, 0))
    assert np.allclose(where(far), (50, 0))


def test_tilting_back_makes_the_upper_edge_shorter() -> None:
    matrix = Lens(replace(STRAIGHT, tilt=-30), SIZE, 1).projection((0, 0), Pose())
    corners = [matrix @ (x, y, 1) for y in (-100, 100) for x in (-100, 100)]
    (ax, _), (bx, _), (cx, _), (dx, _) = [point[:2] / point[2] for point in corners]
    assert abs(bx - ax) != pytest.approx(abs(dx - cx), rel=0.02)


def test_the_same_seed_gives_the_same_pictures_and_another_other_ones(scene: Any) -> None:
    first, again, other = (
        [Lens(Optics(), SIZE, seed).look(scene, CENTRE, Pose()) for _ in range(2)] for seed in (1, 1, 2)
    )
    assert np.array_equal(first[0], again[0])
    assert not np.array_equal(first[0], other[0])


def test_default_optics_are_read_from_the_moment_of_focus_on(scene: Any) -> None:
    lens, hand = Lens(Optics(), SIZE, 3), Hand(SeededRandomness(3))
    times = [number / 20 for number in range(20)]
    read = [decode(lens.look(scene, CENTRE, hand.move(time, (0.5, 0.5)))) == [TEXT] for time in times]
    assert all(good for time, good in zip(times, read, strict=True) if time >= FOCUS_TIME)


@pytest.mark.parametrize(
    "spoilt",
    [Optics(blur=9), Optics(light=0.02), Optics(glare=8, glare_at=(0.5, 0.5)), Optics(distance=8)],
    ids=["blur", "dark", "glare", "far"],
)
def test_bad_optics_cannot_be_read(scene: Any, spoilt: Optics) -> None:
    assert decode(Lens(spoilt, SIZE, 3).look(scene, CENTRE, Pose())) == []


def test_the_hand_goes_to_its_target_and_is_never_still() -> None:
    hand = Hand(SeededRandomness(5))
    poses = [hand.move(number / 20, (0.8, 0.4)) for number in range(40)]
    assert abs(poses[0].x - 0.8) > 0.2
    assert all(abs(pose.x - 0.8) < 0.03 for pose in poses[30:])
    assert len({pose.roll for pose in poses}) == len(poses)
    assert poses[0].blur > 1
    assert poses[-1].blur == 0


def test_kernels_keep_the_brightness() -> None:
    assert disc_kernel(3.0).sum() == pytest.approx(1)
    assert motion_kernel(7.0, 0.6).sum() == pytest.approx(1)


@pytest.mark.parametrize("disc", [False, True])
def test_restoring_undoes_most_of_a_known_blur(cv2: Any, disc: bool) -> None:
    sharp = qr_image(TEXT, 4)
    blurred = cv2.filter2D(sharp, -1, disc_kernel(3.0)) if disc else cv2.GaussianBlur(sharp, (0, 0), 1.6)
    restored = Spectrum(blurred).restored(3.0 if disc else 1.6, 0.001, disc=disc)

    def wrong(image: Any) -> float:
        return float(np.mean((image > 127) != (sharp > 127)))

    assert wrong(restored) < wrong(blurred) / 3


def test_footage_repeats_for_a_seed_and_has_the_size_of_its_level() -> None:
    level = LEVELS[1]
    text, pictures = make_clip(level, 5)
    clip = list(pictures)
    again_text, again = make_clip(level, 5)
    assert text == again_text
    assert len(text) == 117
    assert len(clip) == LENGTH
    assert clip[0].shape == (level.size[1], level.size[0])
    assert all(np.array_equal(one, other) for one, other in zip(clip[:5], again, strict=False))
    assert make_clip(level, 6)[0] != text

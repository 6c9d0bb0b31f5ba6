"""Advice: what each kind of bad picture is told, and that the line can be read."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from phone_app.scanner.advice import AIM, BLURRED, CLOSE, DARK, FAR, GLARE, HOLD, SteadyAdvice, advise, measure
from phone_app.scanner.cockpit import MARGIN_TOP, MARGIN_X, draw_cockpit
from phone_app.scanner.decoder import Decoder
from phone_app.scanner.footage import qr_image
from phone_app.scanner.hand import Pose
from phone_app.scanner.optics import Lens, Optics

from .conftest import TEXT


@pytest.fixture(scope="module")
def canvas() -> Any:
    canvas = draw_cockpit(1280, 480)
    code = qr_image(TEXT, 6)
    side = code.shape[0]
    canvas[MARGIN_TOP + 100 : MARGIN_TOP + 100 + side, MARGIN_X + 880 : MARGIN_X + 880 + side] = code[:, :, None]
    return canvas


def advice(canvas: Any, optics: Optics, x: float = 1003.0) -> str:
    picture = Lens(optics, (720, 1280), 3).look(canvas, (MARGIN_X + x, MARGIN_TOP + 223.0), Pose())
    reading = Decoder(budget=0).read(picture)
    return "read" if reading.codes else advise(measure(picture, reading.hint))


@pytest.mark.parametrize(
    ("optics", "expected"),
    [
        (Optics(), "read"),
        (Optics(light=0.05), DARK),
        (Optics(blur=6), BLURRED),
        (Optics(distance=5.5), FAR),
        (Optics(distance=0.25), CLOSE),
        (Optics(glare=6, glare_at=(0.5, 0.5)), GLARE),
    ],
    ids=["good", "dark", "blurred", "far", "close", "glare"],
)
def test_each_bad_picture_gets_its_own_advice(canvas: Any, optics: Optics, expected: str) -> None:
    assert advice(canvas, optics) == expected


def test_without_a_code_in_sight_the_advice_is_to_aim(canvas: Any) -> None:
    assert advice(canvas, Optics(), x=100) == AIM


def test_measures_take_gray_and_tiny_pictures() -> None:
    assert advise(measure(np.zeros((30, 40), np.uint8), None)) == DARK
    assert advise(measure(np.full((30, 40, 3), 128, np.uint8), None)) == AIM


def test_an_advice_must_hold_before_it_is_shown() -> None:
    steady = SteadyAdvice()
    assert [steady.update(word) for word in [DARK, FAR] * 20] == [False] * 40
    assert [steady.update(FAR) for _ in range(HOLD + 2)] == [False] * (HOLD - 2) + [True] + [False] * 3
    assert steady.shown == FAR
    assert steady.update("", at_once=True)

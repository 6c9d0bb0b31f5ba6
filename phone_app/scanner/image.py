"""Turns whatever is handed in into a gray image that every decoder accepts, or into nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from phone_app.scanner import opencv

Gray = NDArray[np.uint8]

SMALLEST_SIDE = 21  # modules of the smallest QR code (ISO/IEC 18004 version 1)
LONGEST_SIDE = 1920  # larger pictures are reduced first: a code that is 1/90 of the picture is out of reach anyway


def to_gray(frame: Any) -> tuple[Gray, float] | None:
    """`frame` (gray, BGR, BGRA; any number type, order or stride) as contiguous 8-bit gray, and its scale (≤ 1).

    None where no code can be: an empty or tiny picture, or no picture at all.
    """
    try:
        array = np.asarray(frame)
        if array.ndim == 3 and array.shape[2] == 1:
            array = array[:, :, 0]
        if array.ndim not in (2, 3) or min(array.shape[:2]) < SMALLEST_SIDE:
            return None
        if array.ndim == 3 and array.shape[2] not in (3, 4):
            return None
        step = max(array.shape[:2]) // (4 * LONGEST_SIDE)
        if step > 1:  # far beyond any camera: thin it out before it costs memory
            array = array[::step, ::step]
            if min(array.shape[:2]) < SMALLEST_SIDE:
                return None
        pixels = _to_bytes(array)
    except (TypeError, ValueError):
        return None
    if pixels is None:
        return None
    cv2 = opencv.load()
    if pixels.ndim == 3:
        pixels = cv2.cvtColor(np.ascontiguousarray(pixels[:, :, :3]), cv2.COLOR_BGR2GRAY)
    gray = np.ascontiguousarray(pixels)
    scale = LONGEST_SIDE / max(gray.shape)
    if scale < 1:
        size = (max(1, round(gray.shape[1] * scale)), max(1, round(gray.shape[0] * scale)))
        gray = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
        if min(gray.shape) < SMALLEST_SIDE:
            return None
    return gray, min(1.0, scale) / max(1, step)


def _to_bytes(array: NDArray[Any]) -> Gray | None:
    if array.dtype == np.uint8:
        return array
    if array.dtype == np.bool_:
        return array.astype(np.uint8) * np.uint8(255)
    if array.dtype == np.uint16:
        return (array >> 8).astype(np.uint8)
    if array.dtype.kind in "iuf":
        # Fractions are 0-1 by custom; everything else is taken as 0-255.
        numbers = np.nan_to_num(array.astype(np.float32), posinf=255.0, neginf=0.0)
        if array.dtype.kind == "f" and numbers.max(initial=0.0) <= 1.0:
            numbers = numbers * 255
        return np.clip(numbers, 0, 255).astype(np.uint8)
    return None

"""How a lens out of focus and a moving hand spread one point of light over the picture."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from phone_app.scanner import opencv


def motion_kernel(length: float, angle: float) -> Any:
    """The kernel of a straight movement of `length` pixels in direction `angle` (radians)."""
    cv2 = opencv.load()
    size = math.ceil(length) | 1
    kernel = np.zeros((size, size), np.float32)
    middle = size // 2
    reach = length / 2
    start = (round(middle - reach * math.cos(angle)), round(middle - reach * math.sin(angle)))
    end = (round(middle + reach * math.cos(angle)), round(middle + reach * math.sin(angle)))
    cv2.line(kernel, start, end, 1.0)
    return kernel / kernel.sum()


def disc_kernel(radius: float) -> Any:
    """A disc of `radius` pixels with soft edges, its values summing to 1."""
    reach = math.ceil(radius)
    across = np.arange(-reach, reach + 1)
    kernel = np.clip(radius + 0.5 - np.hypot(across[:, None], across[None, :]), 0, 1)
    return (kernel / kernel.sum()).astype(np.float32)

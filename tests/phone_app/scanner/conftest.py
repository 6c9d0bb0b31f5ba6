"""What the scanner's tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from core.clock import Clock
from core.events import EventLog
from phone_app.scanner import opencv
from phone_app.scanner.footage import qr_image

TEXT = "http://127.0.0.1:50123/device?user_code=BCDF-GHJK"


@pytest.fixture
def cv2() -> Any:
    return opencv.load()


@pytest.fixture
def clock() -> Iterator[Clock]:
    clock = Clock()
    yield clock
    clock.close()


@pytest.fixture
def events(clock: Clock) -> EventLog:
    return EventLog(clock)


@pytest.fixture
def photo() -> Callable[..., Any]:
    """A 640×480 BGR picture with a code of `text` in the middle, or without one."""

    def make(text: str | bytes | None = TEXT, module: int = 5) -> Any:
        picture = np.full((480, 640, 3), 60, np.uint8)
        if text is not None:
            code = qr_image(text, module)  # type: ignore[arg-type]
            side = code.shape[0]
            top, left = (480 - side) // 2, (640 - side) // 2
            picture[top : top + side, left : left + side] = code[:, :, None]
        return picture

    return make

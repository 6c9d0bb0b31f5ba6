"""zxing-cpp for QR codes only: the first decoder on every frame."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Code:
    """One symbol. `text` is None where a symbol was found but could not be read; `corners` are its four corners in
    pixels, clockwise from the symbol's own top left."""

    text: str | None
    corners: NDArray[np.float32]

    def moved(self, scale: float, left: float, top: float) -> Code:
        """The same code in the coordinates of the picture that this one was cut from."""
        return Code(self.text, self.corners / np.float32(scale) + np.array([left, top], np.float32))


@cache
def _library() -> Any:
    import zxingcpp

    return zxingcpp


def find_codes(image: NDArray[np.uint8], *, unread: bool = False, quick: bool = False) -> list[Code]:
    """The QR codes in `image` (gray or BGR, contiguous, sides 1-65535). `unread` adds those that failed.

    `quick` leaves out the search in smaller copies of the image.
    """
    zxing = _library()
    found = zxing.read_barcodes(
        image,
        formats=zxing.BarcodeFormat.QRCode,
        try_downscale=not quick,
        text_mode=zxing.TextMode.Plain,
        return_errors=unread,
    )
    return [Code(barcode.text if barcode.valid else None, _corners(barcode.position)) for barcode in found]


def _corners(position: Any) -> NDArray[np.float32]:
    points = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return np.array([(point.x, point.y) for point in points], np.float32)

"""Undoes blur where it is known well enough: Wiener filtering of the part of a picture where the code is.

Lens and movement blur a code like a Gaussian of one to two pixels, a lens out of focus like a disc. A Wiener filter
for such a blur divides it out at the frequencies that are stronger than the noise, which a mere sharpening mask does
not distinguish. One forward transform serves all the filters that are tried.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phone_app.scanner import opencv
from phone_app.scanner.image import Gray
from phone_app.scanner.kernels import disc_kernel

_MARGIN = 16  # pixels mirrored at the edges, since a Fourier transform joins opposite ones


class Spectrum:
    """The frequencies of `image`; costs grow with its size, so hand in a part."""

    def __init__(self, image: Gray) -> None:
        cv2 = opencv.load()
        self.image = image
        height, width = image.shape
        # Multiples of 32 transform quickly and let the filters be used again for the next frame's region.
        self._shape = (-(-(height + _MARGIN) // 32) * 32, -(-(width + _MARGIN) // 32) * 32)
        below, right = self._shape[0] - height, self._shape[1] - width
        half = (below // 2, right // 2)
        self._corner = half
        padded = cv2.copyMakeBorder(
            image, half[0], below - half[0], half[1], right - half[1], cv2.BORDER_REFLECT
        ).astype(np.float32)
        self._frequencies: Any = cv2.dft(padded, flags=cv2.DFT_COMPLEX_OUTPUT)

    def restored(self, blur: float, noise: float, *, disc: bool = False) -> Gray:
        """The image without a Gaussian blur of `blur` pixels, or with `disc` one by a disc of that radius (a lens
        out of focus); `noise` is the noise power relative to the code's."""
        cv2 = opencv.load()
        filtered = self._frequencies * _wiener(self._shape, blur, noise, disc)
        image = cv2.idft(filtered, flags=cv2.DFT_SCALE | cv2.DFT_REAL_OUTPUT)
        top, left = self._corner
        height, width = self.image.shape
        clear: Gray = cv2.convertScaleAbs(np.maximum(image[top : top + height, left : left + width], 0))
        return clear


@lru_cache(maxsize=128)
def _wiener(shape: tuple[int, int], blur: float, noise: float, disc: bool) -> NDArray[np.float32]:
    """B / (B² + noise) for the blur's transform B, 1 at zero frequency so that brightness stays."""
    if disc:
        kernel = disc_kernel(blur)
        reach = kernel.shape[0] // 2
        placed = np.zeros(shape)
        placed[: kernel.shape[0], : kernel.shape[1]] = kernel
        spread = np.fft.fft2(np.roll(placed, (-reach, -reach), (0, 1))).real  # even, so that nothing is imaginary
    else:
        falls = [np.exp(-2 * (np.pi * blur * np.fft.fftfreq(count)) ** 2) for count in shape]
        spread = np.outer(falls[0], falls[1])
    response = spread / (spread * spread + noise) * (1 + noise)
    return np.repeat(response.astype(np.float32)[:, :, None], 2, axis=2)

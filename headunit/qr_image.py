"""Draws QR codes for QML: `image://qr/<percent-encoded text>` (ISO/IEC 18004), one picture pixel a module or a whole
multiple of it, so that no edge is soft."""

from __future__ import annotations

from urllib.parse import unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

QUIET_ZONE = 4
"""Modules of light around the code (ISO/IEC 18004 §5.3.8)."""
MODULE_PIXELS = 8
"""Pixels a module when QML does not say how large the picture shall be."""


class QrImageProvider(QQuickImageProvider):
    """Dark modules on light by day and by night: scanners expect that. Error correction M (15 %)."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: N803 - Qt's names
        """The code of the text in `id`, as large as fits `requestedSize` in whole pixels a module."""
        picture = qr_picture(unquote(id), min(requestedSize.width(), requestedSize.height()))
        if size is not None:
            size.setWidth(picture.width())
            size.setHeight(picture.height())
        return picture


def qr_picture(text: str, wanted: int = 0) -> QImage:
    """A square picture of `text`'s QR code, at most `wanted` pixels wide where that leaves a pixel a module."""
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    scale = max(1, wanted // len(rows)) if wanted > 0 else MODULE_PIXELS
    side = len(rows) * scale
    light, dark = bytes([255]) * scale, bytes([0]) * scale
    lines = [b"".join(dark if module else light for module in row) for row in rows]
    data = b"".join(line * scale for line in lines)
    grey = QImage(data, side, side, side, QImage.Format.Format_Grayscale8)
    return grey.convertToFormat(QImage.Format.Format_RGB32)

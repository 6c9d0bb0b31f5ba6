"""A printed QR code to hold before a camera, for codes that are not the car's."""

from __future__ import annotations

from pathlib import Path

import qrcode
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from core.errors import BenchError

WIDTH, HEIGHT = 720, 1280
"""Pixels: as a phone's camera sees it, upright."""

CARD = 520
"""Pixels: side of the white card in the middle."""


def print_code(text: str, path: Path) -> None:
    """Write a picture of a card with `text` as a QR code; raises `picture.not_saved`."""
    code = qrcode.QRCode(border=4)
    code.add_data(text)
    matrix = code.get_matrix()
    picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    picture.fill(QColor("#6b5a48"))  # a wooden table
    module = CARD / len(matrix)
    left, top = (WIDTH - CARD) / 2, (HEIGHT - CARD) / 2
    painter = QPainter(picture)
    painter.fillRect(QRectF(left, top, CARD, CARD), Qt.GlobalColor.white)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                painter.fillRect(QRectF(left + x * module, top + y * module, module, module), Qt.GlobalColor.black)
    painter.end()
    if not picture.save(str(path)):
        raise BenchError("picture.not_saved", path=str(path))

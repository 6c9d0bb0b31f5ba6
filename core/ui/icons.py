"""Our line icons and the window's backdrop as images for QML, drawn in any colour and as sharp as the window needs."""

from __future__ import annotations

from functools import cache
from urllib.parse import parse_qs

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtQuick import QQuickImageProvider

from core.paths import ASSETS

ICON_FOLDER = ASSETS / "icons"
DEFAULT_SIZE = 48
"""Pixels a side when QML asks for no size; the size the strokes are designed for."""


@cache
def _icon_source(name: str) -> str:
    return (ICON_FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def icon_names() -> list[str]:
    """The icons that exist."""
    return sorted(path.stem for path in ICON_FOLDER.glob("*.svg"))


def draw_icon(name: str, color: str, size: QSize) -> QImage:
    """Icon `name` in `color` (`#rrggbb`), fitted into `size` pixels; a null image for a name that does not exist."""
    from PySide6.QtSvg import QSvgRenderer

    if name not in icon_names():
        return QImage()
    # Qt SVG knows only #rrggbb: a colour with alpha is drawn opaque and the painter adds the alpha.
    tone = QColor(color)
    source = _icon_source(name).replace("currentColor", tone.name(QColor.NameFormat.HexRgb))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(tone.alphaF())
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


class IconProvider(QQuickImageProvider):
    """`image://icon/<name>?color=%23rrggbb` at the `sourceSize` that QML asks for."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:
        """Draw the icon; QML warns about an unknown name because the image is null."""
        icon, _, query = name.partition("?")
        color = parse_qs(query).get("color", ["#ffffff"])[0]
        width = requested.width() if requested.width() > 0 else DEFAULT_SIZE
        height = requested.height() if requested.height() > 0 else width
        return draw_icon(icon, color, QSize(width, height))


class BackdropProvider(QQuickImageProvider):
    """`image://backdrop/diagonal?from=%23rrggbb&to=%23rrggbb`: a slow diagonal gradient, drawn once for each size.

    An image costs a plain copy a frame where the software renderer would paint a rotated gradient anew.
    """

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:
        """Draw the gradient from the lower left to the upper right corner."""
        query = parse_qs(name.partition("?")[2])
        image = QImage(requested.expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
        gradient = QLinearGradient(0, image.height(), image.width(), 0)
        gradient.setColorAt(0.0, QColor(query.get("from", ["#000000"])[0]))
        gradient.setColorAt(1.0, QColor(query.get("to", ["#000000"])[0]))
        painter = QPainter(image)
        painter.fillRect(image.rect(), gradient)
        painter.end()
        return image

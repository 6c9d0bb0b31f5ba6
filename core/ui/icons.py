"""Our line icons and the window's backdrop as images for QML, drawn in any colour and as sharp as the window needs.

Everything is SVG read through Qt's image plug-in. Painting by hand would need the namespace `Qt`, whose enums PySide6
builds on first use: 24 ms that the first frame would wait for.
"""

from __future__ import annotations

from functools import cache
from urllib.parse import parse_qs

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageReader
from PySide6.QtQuick import QQuickImageProvider

from core.paths import ASSETS

ICON_FOLDER = ASSETS / "icons"
DEFAULT_SIZE = 48
"""Pixels a side when QML asks for no size; the size the strokes are designed for."""

GRADIENT = """<svg xmlns="http://www.w3.org/2000/svg" width="16" height="6" viewBox="0 0 16 6"
preserveAspectRatio="none"><linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" y1="6" x2="16" y2="0">
<stop offset="0" stop-color="{start}"/><stop offset="1" stop-color="{end}"/></linearGradient>
<rect width="16" height="6" fill="url(#g)"/></svg>"""

GLOW = """<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">
<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="8" cy="9.2" r="8.4">
<stop offset="0" stop-color="{end}"/><stop offset="1" stop-color="{start}"/></radialGradient>
<rect width="16" height="16" fill="url(#g)"/></svg>"""

BEZEL = """<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="1080" viewBox="0 0 1080 1080">
<path fill="#000000" fill-rule="evenodd" d="M0 0H1080V1080H0Z M540 8A532 532 0 1 0 540 1072A532 532 0 1 0 540 8Z"/>
<circle cx="540" cy="540" r="535" fill="none" stroke="#2C2823" stroke-width="5"/></svg>"""
"""What a round display's window shows beside the circle: black, and a fine edge of metal."""


@cache
def _icon_source(name: str) -> str:
    return (ICON_FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@cache
def icon_names() -> list[str]:
    """The icons that exist."""
    return sorted(path.stem for path in ICON_FOLDER.glob("*.svg"))


def draw_icon(name: str, color: str, size: QSize) -> QImage:
    """Icon `name` in `color` (`#rrggbb` or `#aarrggbb`), `size` pixels; a null image for a name that does not exist."""
    if name not in icon_names():
        return QImage()
    tone = QColor(color)
    stroke = f'stroke="{tone.name()}" stroke-opacity="{tone.alphaF():.3f}"'
    return _draw(_icon_source(name).replace('stroke="currentColor"', stroke), size)


def draw_gradient(start: str, end: str, size: QSize) -> QImage:
    """A slow gradient from `start` at the lower left to `end` at the upper right (`#rrggbb`)."""
    image = _draw(GRADIENT.format(start=QColor(start).name(), end=QColor(end).name()), size)
    # It has no transparent pixel: said so, it is copied rather than blended in each frame.
    image.reinterpretAsFormat(QImage.Format.Format_RGB32)
    return image


def draw_glow(start: str, end: str, size: QSize) -> QImage:
    """A round light of colour `end` a little below the middle, fading into `start` (`#rrggbb`)."""
    image = _draw(GLOW.format(start=QColor(start).name(), end=QColor(end).name()), size)
    image.reinterpretAsFormat(QImage.Format.Format_RGB32)
    return image


def draw_bezel(size: QSize) -> QImage:
    """The dark frame with a circular hole that makes a square window a round display."""
    return _draw(BEZEL, size)


def _draw(source: str, size: QSize) -> QImage:
    content = QByteArray(source.encode())
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(size)
    return reader.read()


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
    """`image://backdrop/<diagonal|radial>?from=%23rrggbb&to=%23rrggbb` and `image://backdrop/bezel`, drawn once a size.

    An image costs a plain copy a frame where the software renderer would paint a rotated gradient anew.
    """

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:
        """Draw the gradient or the frame."""
        if name == "bezel":
            return draw_bezel(requested.expandedTo(QSize(1, 1)))
        query = parse_qs(name.partition("?")[2])
        start, end = (query.get(key, ["#000000"])[0] for key in ("from", "to"))
        draw = draw_glow if name.startswith("radial") else draw_gradient
        return draw(start, end, requested.expandedTo(QSize(1, 1)))

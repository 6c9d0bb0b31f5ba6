"""The head unit's window with a fake car behind it, off screen and without motion."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import qrcode
import shiboken6
from fake_car import FakeCar
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickImageProvider, QQuickWindow

from core.brand import load_brand
from core.ui.early import select_view
from core.ui.keyboard import on_screen_keyboard
from core.ui.language import apply_language
from core.ui.theme import prepare_engine
from headunit.early import main_file

MAIN = Path(__file__).resolve().parents[3] / "headunit" / "qml" / "Main.qml"


class PlainQr(QQuickImageProvider):
    """Stands in for the head unit's own QR provider."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:
        code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=4)
        code.add_data(unquote(name))
        matrix = code.get_matrix()
        image = QImage(len(matrix), len(matrix), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        for y, row in enumerate(matrix):
            for x, dark in enumerate(row):
                if dark:
                    image.setPixel(x, y, 0xFF000000)
        return image


class CarStage:
    """One window that is shown in situation after situation."""

    def __init__(self, *, motion: bool = False, brand: str = "bmw") -> None:
        self.car = FakeCar()
        self.brand = load_brand(brand)
        self.engine = QQmlApplicationEngine()
        select_view(self.engine, self.brand.car_view)
        self.engine.addImageProvider("qr", PlainQr())
        prepare_engine(self.engine, self.brand.car_theme, motion=motion)
        self.engine.setInitialProperties({"car": self.car})
        self.engine.load(str(main_file(self.brand.car_view)))
        roots = self.engine.rootObjects()
        assert roots, "Main.qml does not load"
        self.window: QQuickWindow = roots[0]
        on_screen_keyboard().serve(self.window, self.engine)
        self.window.show()

    def speak(self, language: str) -> None:
        apply_language(self.engine, "headunit", language)
        self.car.show(settings={"language": language})

    def light(self, mode: str) -> None:
        self.car.show(settings={"night": mode == "night", "appearance": mode})

    def close(self) -> None:
        on_screen_keyboard().leave(self.window)
        # The window goes first: its bindings still look at the car.
        shiboken6.delete(self.engine)

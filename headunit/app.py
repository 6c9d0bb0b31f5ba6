"""The head unit as a window: QML engine, view model and the car behind them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQuick import QQuickWindow
from shiboken6 import delete

from core.brand import BrandPack
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness
from core.settings import Settings
from core.ui.early import EarlyEngine
from core.ui.keyboard import on_screen_keyboard
from core.ui.language import apply_language
from core.ui.loudspeaker import LoudSpeaker
from core.ui.tasks import QtTasks
from core.ui.theme import prepare_engine
from headunit.car_state import CarState
from headunit.early import begin_screens, main_file
from headunit.memory import Memory
from headunit.qr_image import QrImageProvider
from headunit.sounds import CarSounds
from headunit.view_model import HeadUnitViewModel
from headunit.wake import wake_up

if TYPE_CHECKING:
    from headunit.car import Car


class HeadUnit(QObject):
    """One head unit. Make it on the Qt thread; `close` before the application ends.

    The first frame shows what is stored; the car behind it (statecharts, modem, cloud, air) is loaded on a worker
    thread meanwhile, and touches wait for it. `early` is an engine that was begun before (`headunit.early`). Raises
    `headunit.window_failed` when the QML cannot be loaded.
    """

    first_frame = Signal()
    """The first picture is on the display."""
    ready = Signal()
    """The car behind the display is there."""

    def __init__(
        self,
        *,
        folder: Path,
        brand: BrandPack,
        language: str,
        cloud_url: str,
        modem_url: str | None,
        air_address: tuple[str, int] | None,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        randomness: Randomness,
        settings: Settings,
        show: bool = True,
        full_screen: bool = False,
        demo: bool = False,
        motion: bool = True,
        pki: Path | None = None,
        early: EarlyEngine | None = None,
    ) -> None:
        super().__init__()
        self._parts: dict[str, Any] = {
            "folder": folder,
            "brand": brand,
            "language": language,
            "cloud_url": cloud_url,
            "modem_url": modem_url,
            "air_address": air_address,
            "clock": clock,
            "events": events,
            "faults": faults,
            "randomness": randomness,
            "settings": settings,
            "demo": demo,
            "pki": pki,
        }
        self._language = ""
        self._brand = brand
        self._speaker: LoudSpeaker | None = None
        self.car: Car | None = None
        self.first_frame_at: float | None = None
        """Seconds of the clock (`monotonic`) when the first picture was shown; None before."""
        self._clock = clock
        self.tasks = QtTasks(name="car")
        self._memory = Memory(folder, self.tasks)
        state = CarState()
        wake_up(
            state,
            self._memory,
            brand=brand,
            language=language,
            clock=clock,
            demo=demo,
            pin_attempts=settings.pin_attempts,
        )
        self.view_model = HeadUnitViewModel(state)
        self._sounds = CarSounds(state, self._play, self._loop)
        self.view_model.touched.connect(self._sounds.touched)
        if early is not None and early.view != brand.car_view:
            # Begun for another shape; what it has compiled cannot be taken back.
            delete(early.take())
            early = None
        self.engine = (early or begin_screens(brand.car_view)).take()
        self.engine.addImageProvider("qr", QrImageProvider())
        night = state.get("settings")["night"]
        prepare_engine(self.engine, brand.car_theme, "night" if night else "day", motion=motion)
        self._follow_language()
        self.engine.setInitialProperties({"car": self.view_model})
        main = main_file(brand.car_view)
        self.engine.load(QUrl.fromLocalFile(str(main)))
        if not self.engine.rootObjects():
            raise BenchError("headunit.window_failed", file=str(main))
        window = self.engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        self.window: QQuickWindow = window
        on_screen_keyboard().serve(window, self.engine)
        self.view_model.settingsChanged.connect(self._follow_language)
        if show:
            self.window.frameSwapped.connect(self._frame_shown)
            self.window.showFullScreen() if full_screen else self.window.show()
        else:
            self._begin()

    def close(self) -> None:
        """Switch the head unit off: what must be kept is on disk, nothing runs any more."""
        self.view_model.detach()
        self._sounds.stop()
        self._speaker = None
        if self.car is not None:
            self.car.close()
        self.tasks.close()
        if self.car is not None:
            self.car.release()
            self.car = None
        on_screen_keyboard().leave(self.window)
        self.window.close()
        # At once: the engine must go before the objects that its bindings read.
        delete(self.engine)

    def set_driving(self, driving: bool) -> None:
        """Let the car drive or stand; one that is not `ready` yet does when it is."""
        if self.car is not None:
            self.car.set_driving(driving)
        else:
            self.ready.connect(lambda: self.set_driving(driving))

    def set_reception(self, reception: bool) -> None:
        """Give or take the car's mobile reception; one that is not `ready` yet feels it when it is."""
        if self.car is not None:
            self.car.set_reception(reception)
        else:
            self.ready.connect(lambda: self.set_reception(reception))

    @Slot()
    def _frame_shown(self) -> None:
        if self.first_frame_at is not None:
            return
        self.first_frame_at = self._clock.monotonic()
        self.window.frameSwapped.disconnect(self._frame_shown)
        self.first_frame.emit()
        # Not inside the drawing of the frame.
        QTimer.singleShot(0, self, self._begin)

    def _play(self, name: str) -> None:
        if self._speaker is not None:
            self._speaker.play(name)

    def _loop(self, name: str) -> None:
        if self._speaker is not None:
            self._speaker.loop(name)

    def _begin(self) -> None:
        self.tasks.submit(_load_car, self._start)

    def _start(self, car_class: type[Car]) -> None:
        self.car = car_class(tasks=self.tasks, state=self.view_model.state, memory=self._memory, **self._parts)
        self.car.start()
        self.view_model.attach(self.car)
        self.ready.emit()
        QTimer.singleShot(0, self, self._find_speaker)

    def _find_speaker(self) -> None:
        self._speaker = LoudSpeaker(self._brand.id)
        self._loop(self._sounds.looping)

    def _follow_language(self) -> None:
        language = self.view_model.state.get("settings")["language"]
        if language != self._language:
            self._language = language
            apply_language(self.engine, "headunit", language)


def _load_car() -> type[Car]:
    from headunit.car import Car

    return Car

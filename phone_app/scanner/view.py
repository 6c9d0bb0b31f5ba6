"""The scanner as QML sees it: state, advice, corners, and the camera's picture as an image that changes."""

from __future__ import annotations

import threading
from time import perf_counter  # spaces the pictures for the eye in real time; not the bench's time
from typing import Any

from PySide6.QtCore import Property, QObject, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness
from core.settings import Settings
from phone_app.scanner import opencv
from phone_app.scanner.decoder import Decoder
from phone_app.scanner.optics import Optics
from phone_app.scanner.session import LOOKING, STARTING, ScanSession
from phone_app.scanner.sources.base import Frame, FrameSource
from phone_app.scanner.sources.factory import make_source
from phone_app.scanner.sources.faulty import KINDS, PORT
from phone_app.scanner.zbar import ZbarWorker

PREVIEW_LONG_SIDE = 960  # pixels: the phone's window is hardly larger, and the software renderer pays for each
PREVIEW_RATE = 30  # pictures a second at most

_NO_LINK: list[QPointF] = []


class ScannerController(QObject):
    """Opens `camera` ("scene", an index, a device path, a file or a folder) on `start` and closes it on `stop`.

    All is done on threads of the scan; this object only takes their news on the Qt thread.
    """

    stateChanged = Signal()  # noqa: N815 - Qt's names
    adviceChanged = Signal()  # noqa: N815
    cornersChanged = Signal()  # noqa: N815
    frameRevisionChanged = Signal()  # noqa: N815
    decoded = Signal(str)
    """A code's text, once while it stays in sight; whoever knows what is wanted calls `reject` for the others."""

    _news = Signal(int, str, object)

    def __init__(
        self,
        *,
        camera: str,
        scene_url: str,
        clock: Clock,
        events: EventLog,
        faults: Faults,
        settings: Settings,
        randomness: Randomness,
        optics: Optics | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        faults.declare(PORT, KINDS)
        self._camera = camera
        self._scene_url = scene_url
        self._clock = clock
        self._events = events
        self._faults = faults
        self._settings = settings
        self._randomness = randomness
        self._optics = optics
        self._session: ScanSession | None = None
        self._run = 0
        self._state = STARTING
        self._advice = ""
        self._corners = _NO_LINK
        self._revision = 0
        self.latest = LatestImage()
        """The camera's newest picture, for the image provider."""
        self._news.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @Property(str, notify=stateChanged)
    def state(self) -> str:
        """`starting`, `looking`, `found`, `noCamera` or `lost`."""
        return self._state

    @Property(str, notify=adviceChanged)
    def advice(self) -> str:
        """ "" or `aim`, `dark`, `far`, `close`, `glare`, `blurred`, `foreign`: a key that the view translates."""
        return self._advice

    @Property(list, notify=cornersChanged)
    def corners(self) -> list[QPointF]:
        """The code's four corners in shares (0-1) of the picture, clockwise from its own top left; [] when none."""
        return self._corners

    @Property(int, notify=frameRevisionChanged)
    def frameRevision(self) -> int:  # noqa: N802 - Qt's names
        """Grows with each picture; `image://camera/<frameRevision>` is that picture. 0 before the first."""
        return self._revision

    @Property(float, notify=frameRevisionChanged)
    def pictureAspect(self) -> float:  # noqa: N802
        """Width by height of the picture; the scene's is upright (9:16), a webcam's lies (16:9)."""
        return self.latest.aspect

    @Slot()
    def start(self) -> None:
        """Open the camera and look for codes; returns at once. Starting again begins anew."""
        self.stop()
        self._run += 1
        self._set("state", STARTING)
        self._session = ScanSession(
            self._make_source,
            _Relay(self._run, self._news, self.latest),
            events=self._events,
            make_decoder=lambda: Decoder(self._settings.scan_frame_budget_wall, ZbarWorker()),
        )
        self._session.start()

    @Slot()
    def stop(self) -> None:
        """Close the camera; returns at once. Nothing runs and nothing changes until the next `start`."""
        session, self._session = self._session, None
        if session is not None:
            session.stop()
        self._run += 1
        self._set("advice", "")
        self._set("corners", _NO_LINK)

    @Slot(str)
    def reject(self, text: str) -> None:
        """`text` is no sign-in code of ours: advise `foreign` while it is in sight and go on looking."""
        if self._session is not None:
            self._session.reject(text)
        if self._state != LOOKING:
            self._set("state", LOOKING)
        self._set("advice", "foreign")

    def close(self, wall_timeout: float = 3.0) -> None:
        """Stop and wait for the threads: for the end of the program and for tests."""
        session = self._session
        self.stop()
        if session is not None:
            session.join(wall_timeout)

    def _make_source(self) -> FrameSource:
        return make_source(
            self._camera,
            scene_url=self._scene_url,
            clock=self._clock,
            faults=self._faults,
            randomness=self._randomness,
            optics=self._optics,
        )

    def _take(self, run: int, what: str, value: Any) -> None:
        if what == "frame":
            self.latest.show()  # taken in any case: the next one is only converted when none waits
        if run != self._run:
            return  # news of a scan that was stopped
        if what == "frame":
            self._revision += 1
            self.frameRevisionChanged.emit()
        elif what == "decoded":
            self.decoded.emit(value)
        elif what == "corners":
            self._set("corners", [QPointF(x, y) for x, y in value])
        else:
            self._set(what, value)

    def _set(self, name: str, value: Any) -> None:
        if getattr(self, f"_{name}") != value:
            setattr(self, f"_{name}", value)
            getattr(self, f"{name}Changed").emit()


class LatestImage:
    """Hands the newest picture from the camera's thread to the Qt thread; while one waits, no other is converted."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: QImage | None = None
        self._last = 0.0
        self.image = QImage()
        self.aspect = 9 / 16

    def offer(self, frame: Frame) -> bool:
        """Convert `frame` for drawing, unless one still waits or it comes too soon; True when it was taken."""
        now = perf_counter()
        if self._waiting is not None or now - self._last < 0.9 / PREVIEW_RATE:
            return False
        self._last = now
        image = _to_image(frame)
        with self._lock:
            self._waiting = image
        return True

    def show(self) -> None:
        """Make the waiting picture the current one; on the Qt thread."""
        with self._lock:
            image, self._waiting = self._waiting, None
        if image is not None:
            self.image = image
            self.aspect = image.width() / image.height()


class CameraImageProvider(QQuickImageProvider):
    """Serves `image://camera/<revision>`; use `cache: false` in QML. The engine owns it after `addImageProvider`."""

    def __init__(self, controller: ScannerController) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._latest = controller.latest

    def requestImage(self, id: str, size: QSize, requested_size: QSize) -> QImage:
        """The newest picture, whatever revision is asked for: it is already converted, so this costs nothing."""
        image = self._latest.image
        if image.isNull():
            image = QImage(9, 16, QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.black)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


class _Relay:
    """Brings the session's news to the Qt thread as queued signals."""

    def __init__(self, run: int, news: Any, latest: LatestImage) -> None:
        self._run = run
        self._news = news
        self._latest = latest

    def frame(self, frame: Frame) -> None:
        if self._latest.offer(frame):
            self._news.emit(self._run, "frame", None)

    def state(self, state: str) -> None:
        self._news.emit(self._run, "state", state)

    def advice(self, advice: str) -> None:
        self._news.emit(self._run, "advice", advice)

    def corners(self, corners: tuple[tuple[float, float], ...]) -> None:
        self._news.emit(self._run, "corners", corners)

    def decoded(self, text: str) -> None:
        self._news.emit(self._run, "decoded", text)


def _to_image(frame: Frame) -> QImage:
    cv2 = opencv.load()
    picture = frame.picture
    scale = PREVIEW_LONG_SIDE / max(picture.shape[:2])
    if scale < 1:
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
    # 32 bits a pixel are what the software renderer draws without converting again.
    pixels = cv2.cvtColor(picture, cv2.COLOR_BGR2BGRA)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB32).copy()

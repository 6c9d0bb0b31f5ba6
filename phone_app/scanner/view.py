"""The scanner as QML sees it: state, advice, corners, and the camera's picture as an image that changes."""

from __future__ import annotations

import importlib
import logging
import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QPointF, Qt, Signal, Slot

from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import Randomness
from core.settings import Settings
from phone_app.scanner import opencv
from phone_app.scanner.faults import KINDS, PORT
from phone_app.scanner.linking import link
from phone_app.scanner.preview import CameraImageProvider, LatestImage

if TYPE_CHECKING:
    # NumPy, OpenCV and the decoders take 0.4 s to load: the first scan does that on its own thread.
    from phone_app.scanner.optics import Optics
    from phone_app.scanner.session import ScanSession
    from phone_app.scanner.sources.base import Frame

log = logging.getLogger(__name__)

STARTING, LOOKING = "starting", "looking"

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
        self._lock = threading.Lock()
        self._session: ScanSession | None = None
        self._ending: ScanSession | None = None
        self._opening: threading.Thread | None = None
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
    def prepare(self) -> None:
        """Load the libraries in the background, so that the first scan begins at once; for idle moments."""
        threading.Thread(target=_load, name="scan-prepare", daemon=True).start()

    @Slot()
    def start(self) -> None:
        """Open the camera and look for codes; returns at once. Starting again begins anew."""
        self.stop()
        self._set("state", STARTING)
        self._opening = threading.Thread(target=self._open, args=(self._run,), name="scan-open", daemon=True)
        self._opening.start()

    def look_at(self, camera: str) -> None:
        """Use another `camera` (as for the constructor) from now on; a scan that runs begins anew with it."""
        self._camera = camera
        if self._session is not None:
            self.start()

    @Slot()
    def stop(self) -> None:
        """Close the camera; returns at once. Nothing runs and nothing changes until the next `start`."""
        with self._lock:
            self._run += 1
            session, self._session = self._session, None
        if session is not None:
            session.stop()
            self._ending = session
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

    def image_provider(self) -> CameraImageProvider:
        """For `QQmlEngine.addImageProvider("camera", …)`, which takes it over; make one for each engine."""
        return CameraImageProvider(self.latest)

    def close(self, wall_timeout: float = 3.0) -> bool:
        """Stop and wait for the threads, at the end of the program and in tests; False if a driver hangs."""
        self.stop()
        if self._opening is not None:
            self._opening.join(wall_timeout)
        return self._ending is None or self._ending.join(wall_timeout)

    def _open(self, run: int) -> None:
        """On a thread of its own: load what a scan needs and begin, unless it was stopped meanwhile."""
        try:
            _load()
            session = self._make_session(run)
        except Exception:
            log.exception("the scanner cannot start")
            self._news.emit(run, "state", "noCamera")
            return
        with self._lock:
            if run != self._run:
                return
            self._session = session
            session.start()

    def _make_session(self, run: int) -> ScanSession:
        from phone_app.scanner.decoder import Decoder
        from phone_app.scanner.session import ScanSession
        from phone_app.scanner.sources.factory import make_source
        from phone_app.scanner.zbar import ZbarWorker

        def source() -> Any:
            return make_source(
                self._camera,
                scene_url=self._scene_url,
                clock=self._clock,
                faults=self._faults,
                randomness=self._randomness,
                optics=self._optics,
            )

        def decoder() -> Decoder:
            return Decoder(self._settings.scan_frame_budget_wall, ZbarWorker())

        relay = _Relay(run, self._news, self.latest)
        return ScanSession(source, relay, events=self._events, make_decoder=decoder)

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


def _load() -> None:
    """Everything a scan imports: half a second of one core on a cold start."""
    opencv.load()
    link("zxingcpp", "zxingcpp*")
    for name in ("decoder", "session", "zbar", "zxing", "sources.factory"):
        importlib.import_module(f"phone_app.scanner.{name}")
    importlib.import_module("zxingcpp")


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

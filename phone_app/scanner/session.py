"""One scan from opening the camera to closing it: a thread that grabs, a thread that decodes, and what they tell."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.errors import BenchError
from core.events import EventLog
from phone_app.scanner import opencv
from phone_app.scanner.advice import FOREIGN, NONE, SteadyAdvice, advise, measure
from phone_app.scanner.decoder import Decoder
from phone_app.scanner.sources.base import Frame, FrameSource

log = logging.getLogger(__name__)

STARTING, LOOKING, FOUND, NO_CAMERA, LOST = "starting", "looking", "found", "noCamera", "lost"

FIRST_FRAME_WALL = 5.0  # some drivers need seconds to open a camera; then people want to know
NEXT_FRAME_WALL = 2.0  # a camera that gives nothing for so long was unplugged or hangs
RETRY_WALL = 1.0  # a camera that was plugged in again is found within a second
FORGET_AFTER = 10  # pictures without the code until it counts as gone


class Listener(Protocol):
    """Told by the session, on its threads. Corners: four points, shares (0-1) of the picture; () when none."""

    def frame(self, frame: Frame) -> None:
        """A new picture, before it was decoded."""

    def state(self, state: str) -> None:
        """`starting`, `looking`, `found`, `noCamera` or `lost`."""

    def advice(self, advice: str) -> None:
        """A word of `advice.py`, "" for none."""

    def corners(self, corners: tuple[tuple[float, float], ...]) -> None:
        """Where the code is."""

    def decoded(self, text: str) -> None:
        """A code came into sight and was read; told once while it stays there."""


@dataclass(frozen=True)
class Patience:
    """Real seconds until a silent camera is called missing, lost, and is opened again."""

    first_frame: float = FIRST_FRAME_WALL
    next_frame: float = NEXT_FRAME_WALL
    retry: float = RETRY_WALL


class ScanSession:
    """Runs once: `start`, then `stop` from any thread. The decoder always gets the newest picture."""

    def __init__(
        self,
        make_source: Callable[[], FrameSource],
        listener: Listener,
        *,
        events: EventLog,
        make_decoder: Callable[[], Decoder] = Decoder,
        patience: Patience | None = None,
    ) -> None:
        self._make_source = make_source
        self._make_decoder = make_decoder
        self._listener = listener
        self._events = events
        self._patience = patience or Patience()
        self._stop = threading.Event()
        self._arrived = threading.Condition()
        self._newest: Frame | None = None
        self._source: FrameSource | None = None
        self._state = STARTING
        self._worked = False
        self._in_trouble = False
        self._rejected: set[str] = set()
        self._threads = [
            threading.Thread(target=self._guarded, args=(run,), name=name, daemon=True)
            for name, run in (("scan-grab", self._grab), ("scan-decode", self._decode))
        ]

    def start(self) -> None:
        """Open the camera and begin; returns at once."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Ask both threads to end; returns at once and nothing more is told."""
        self._stop.set()
        with self._arrived:
            self._arrived.notify_all()

    def join(self, wall_timeout: float = 3.0) -> bool:
        """After `stop`: wait for the threads; False when a driver hangs in a read (the thread ends with it)."""
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(wall_timeout)
        return not any(thread.is_alive() for thread in self._threads)

    def reject(self, text: str) -> None:
        """`text` is not what is looked for: advise `foreign` while it is in sight and go on looking."""
        self._rejected.add(text)

    def _guarded(self, run: Callable[[], None]) -> None:
        try:
            run()
        except Exception:
            log.exception("the scan ended by an error")
            self._tell_state(NO_CAMERA)

    def _grab(self) -> None:
        opencv.load()
        while not self._stop.is_set():
            try:
                source = self._source = self._make_source()
                source.open()
            except BenchError as error:
                self._tell_trouble(error)
                self._stop.wait(self._patience.retry)
                continue
            self._events.emit("phone", "camera.opened", camera=source.name)
            try:
                self._read(source)
            except BenchError as error:
                self._tell_trouble(error)
            finally:
                with contextlib.suppress(BenchError):
                    source.close()
            self._stop.wait(self._patience.retry)

    def _read(self, source: FrameSource) -> None:
        while not self._stop.is_set():
            frame = source.read()
            if self._stop.is_set():
                return
            with self._arrived:
                self._newest = frame
                self._worked, self._in_trouble = True, False
                self._arrived.notify_all()
            self._listener.frame(frame)

    def _decode(self) -> None:
        opencv.load()
        decoder = self._make_decoder()
        sight = _Sight(self)
        seen_any = False
        try:
            while not self._stop.is_set():
                frame = self._take(self._patience.next_frame if seen_any else self._patience.first_frame)
                if self._stop.is_set():
                    return
                if frame is None:
                    # Either none ever came, or they ceased: a state of its own, since the way on differs.
                    if self._state not in (NO_CAMERA, LOST):
                        self._tell_state(LOST if seen_any else NO_CAMERA)
                    continue
                if self._state in (STARTING, NO_CAMERA, LOST):
                    self._tell_sight(LOOKING)
                seen_any = True
                sight.look(frame, decoder)
        finally:
            decoder.close()

    def _take(self, wall_timeout: float) -> Frame | None:
        with self._arrived:
            self._arrived.wait_for(lambda: self._newest is not None or self._stop.is_set(), wall_timeout)
            frame, self._newest = self._newest, None
            return frame

    def _tell_trouble(self, error: BenchError) -> None:
        if self._stop.is_set():
            return
        with self._arrived:
            # A picture that is being decoded just now must not make the camera look alive again.
            self._in_trouble = True
            self._newest = None
            # A camera that worked and then cannot be opened again is still the lost one.
            state = LOST if self._worked or error.code == "camera.lost" else NO_CAMERA
            if state != self._state:
                self._events.emit("phone", error.code, camera=str(error.params.get("camera", "")))
            self._tell_state(state)

    def _tell_sight(self, state: str) -> None:
        with self._arrived:
            if not self._in_trouble:
                self._tell_state(state)

    def _tell_state(self, state: str) -> None:
        if state != self._state and not self._stop.is_set():
            self._state = state
            self._listener.state(state)


class _Sight:
    """What the decoding thread remembers from picture to picture."""

    def __init__(self, session: ScanSession) -> None:
        self._session = session
        self._advice = SteadyAdvice()
        self._texts: dict[str, int] = {}
        self._corners: tuple[tuple[float, float], ...] = ()
        self._unseen = 0

    def look(self, frame: Frame, decoder: Decoder) -> None:
        session = self._session
        reading = decoder.read(frame.picture)
        if session._stop.is_set():
            return
        self._texts = {text: age + 1 for text, age in self._texts.items() if age < FORGET_AFTER}
        fresh = []
        for code in reading.codes:
            if code.text is not None:
                if code.text not in self._texts:
                    fresh.append(code.text)
                self._texts[code.text] = 0
        self._tell_corners(frame, reading.codes[0].corners if reading.codes else None)
        for text in fresh:
            session._events.emit("phone", "code.read", length=len(text))
            session._listener.decoded(text)
        wanted = [text for text in self._texts if text not in session._rejected]
        session._tell_sight(FOUND if wanted else LOOKING)
        if wanted:
            changed = self._advice.update(NONE, at_once=True)
        elif self._texts:
            changed = self._advice.update(FOREIGN, at_once=True)
        else:
            changed = self._advice.update(advise(measure(frame.picture, reading.hint)))
        if changed:
            session._listener.advice(self._advice.shown)

    def _tell_corners(self, frame: Frame, corners: NDArray[np.float32] | None) -> None:
        self._unseen = 0 if corners is not None else self._unseen + 1
        if corners is not None:
            height, width = frame.picture.shape[:2]
            shares = tuple((float(x) / width, float(y) / height) for x, y in corners)
        elif self._unseen <= FORGET_AFTER:
            return  # one picture in which it was not read does not unlock the frame
        else:
            shares = ()
        if shares != self._corners:
            self._corners = shares
            self._session._listener.corners(shares)

"""zbar in a helper process: pictures are offered, answers taken when they are there; nobody ever waits for it."""

from __future__ import annotations

import contextlib
import json
import logging
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np

from phone_app.scanner.image import Gray
from phone_app.scanner.zbar_worker import LENGTH, SIZE
from phone_app.scanner.zxing import Code

log = logging.getLogger(__name__)

PROGRAM = Path(__file__).with_name("zbar_worker.py")
DEATHS_ALLOWED = 5  # in a row without an answer: then zbar is not installed or the film is hostile


class ZbarWorker:
    """Starts the helper with the first picture, restarts it when it died, gives up when it always dies."""

    def __init__(self, command: list[str] | None = None) -> None:
        self._command = command or [sys.executable, "-I", str(PROGRAM)]
        self._changed = threading.Condition()
        self._job: tuple[Gray, int, int] | None = None
        self._busy = False
        self._answer: list[Code] = []
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._closed = False
        self.deaths = 0
        """How often the helper ended by itself."""
        self._deaths_in_a_row = 0

    @property
    def given_up(self) -> bool:
        """True when the helper dies each time and is not started any more."""
        return self._deaths_in_a_row >= DEATHS_ALLOWED

    def offer(self, image: Gray, left: int = 0, top: int = 0) -> bool:
        """Have `image` read if the helper is free; answers are moved by `left`, `top`. Never blocks."""
        with self._changed:
            if self._busy or self._closed or self.given_up:
                return False
            self._busy = True
            self._job = (image, left, top)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="zbar", daemon=True)
                self._thread.start()
            self._changed.notify_all()
        return True

    def take(self) -> list[Code]:
        """What was read since the last call."""
        with self._changed:
            answer, self._answer = self._answer, []
            return answer

    def wait_idle(self, wall_timeout: float) -> bool:
        """Wait until the last offered picture is done with; for tests and still pictures."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._busy, wall_timeout)

    def close(self) -> None:
        """End the helper."""
        with self._changed:
            self._closed = True
            process = self._process
            self._changed.notify_all()
        if process is not None:
            with contextlib.suppress(OSError):
                process.kill()
        if self._thread is not None:
            self._thread.join(timeout=5)
        self._end()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._job is not None or self._closed)
                if self._closed or self._job is None:
                    return
                (image, left, top), self._job = self._job, None
            codes: list[Code] = []
            try:
                codes = [code.moved(1, left, top) for code in self._ask(image)]
                self._deaths_in_a_row = 0
            except (OSError, ValueError) as error:
                if not self._closed:
                    self.deaths += 1
                    self._deaths_in_a_row += 1
                    log.info("the zbar helper ended: %s", error)
                self._end()
            with self._changed:
                self._answer.extend(codes)
                self._busy = False
                self._changed.notify_all()

    def _ask(self, image: Gray) -> list[Code]:
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, no shell
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        process = self._process
        if self._closed:  # while it was starting: `close` could not know of it
            raise ValueError("closed")
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(SIZE.pack(image.shape[1], image.shape[0]) + image.tobytes())
        process.stdin.flush()
        header = process.stdout.read(LENGTH.size)
        if len(header) < LENGTH.size:
            raise ValueError("no answer")
        (length,) = LENGTH.unpack(header)
        found = json.loads(process.stdout.read(length))
        return [Code(text, _corners(points)) for text, points in found if text and len(points) >= 3]

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def _corners(points: list[list[int]]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Four corners; zbar gives a polygon that may have three or more points, then its box is taken."""
    array = np.array(points, np.float32)
    if len(array) == 4:
        return array
    (left, top), (right, bottom) = array.min(axis=0), array.max(axis=0)
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)

"""The one place that imports OpenCV: late, quiet, with one thread, and without what its import does to the process."""

from __future__ import annotations

import os
import threading
from typing import Any

from phone_app.scanner.linking import link

# The Linux wheel points these at its own Qt 5 and its own libraries. Qt 6 or a browser started later would follow.
_TOUCHED = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR", "LD_LIBRARY_PATH")
_lock = threading.Lock()
_loaded: Any = None


def load() -> Any:
    """The module `cv2`. The first call takes about 0.3 s: make it on a worker thread, never on the Qt thread."""
    global _loaded  # noqa: PLW0603 - an import is once a process by nature
    if _loaded is None:
        with _lock:
            if _loaded is None:
                _loaded = _import()
    return _loaded


def _import() -> Any:
    # Linked while other threads run: the import alone would stop the windows for 0.1 s.
    link("numpy", "_core/_multiarray_umath*")
    link("cv2", "cv2*")
    before = {name: os.environ.get(name) for name in _TOUCHED}
    os.environ.setdefault("OPENCV_LOG_LEVEL", "OFF")
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")  # AV_LOG_QUIET; read when the first file is opened
    try:
        import cv2
    finally:
        for name, value in before.items():
            _restore(name, value)
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    # The frame budget is counted on one core; a pool of OpenCV threads would take the windows' core.
    cv2.setNumThreads(1)
    return cv2


def _restore(name: str, value: str | None) -> None:
    if value is not None and os.sep + "cv2" + os.sep in value:
        value = None  # somebody imported cv2 directly, before us
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value

"""Serves the car's display as pictures over HTTP, drawn only while somebody looks.

`/display.mjpg` is Motion-JPEG (multipart/x-mixed-replace), `/display.jpg` one still. Pictures are taken on the Qt
thread by `grabToImage`: measured with the software renderer at 1920×720, it holds that thread for 1.3-3 ms where
`QQuickWindow.grabWindow` takes up to 25. JPEG encoding and sending happen on other threads.
"""

from __future__ import annotations

import contextlib
import select
import socket
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSize, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from headunit.display_pictures import Pictures

if TYPE_CHECKING:
    from headunit.display_http import PictureServer

WIDTH = 1280  # pixels: 5 to 6 for each module of the sign-in code, and a third of the full picture's bytes


class DisplayStream(QObject):
    """Streams `window` (or what the callable returns) at most `rate` pictures a second. Make it on the Qt thread."""

    _wanted = Signal()

    def __init__(
        self,
        window: QQuickWindow | Callable[[], QQuickWindow | None],
        *,
        rate: float,
        host: str = "127.0.0.1",
        port: int = 0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window if callable(window) else lambda: window
        self._host = host
        self._port = port
        self._pictures = Pictures(self._wanted.emit)
        self._listener: socket.socket | None = None
        self._server: PictureServer | None = None
        self._thread: threading.Thread | None = None
        self._serving = threading.Lock()
        self._stopped = False
        self._followed: QQuickWindow | None = None
        self._grab: Any = None
        self._changed = True
        self._own_frames = 0
        self.grabs = 0
        """How many pictures were taken: stands still while nobody looks or nothing changes."""
        # Real time on purpose: it limits what the Qt thread spends, whatever the bench's clock does.
        self._timer = QTimer(self, interval=max(1, round(1000 / rate)))
        self._timer.timeout.connect(self._tick)
        self._wanted.connect(self._look)

    def start(self) -> str:
        """Begin to listen; the address of the stream. Raises OSError when the port is taken."""
        self._listener = socket.create_server((self._host, self._port))
        self._thread = threading.Thread(target=self._serve, args=(self._listener,), name="display-http", daemon=True)
        self._thread.start()
        threading.Thread(target=self._pictures.encode_all, name="display-jpeg", daemon=True).start()
        return self.url

    @property
    def url(self) -> str:
        """`http://host:port/display.mjpg`; "" before `start`."""
        if self._listener is None:
            return ""
        host, port = self._listener.getsockname()[:2]
        return f"http://{host!s}:{port}/display.mjpg"

    @property
    def viewers(self) -> int:
        """How many connections wait for pictures at this moment."""
        return self._pictures.viewers

    def stop(self) -> None:
        """End all connections and stop listening."""
        self._timer.stop()
        self._pictures.close()
        self._follow(None)
        with self._serving:
            self._stopped = True
            server, self._server = self._server, None
        if server is not None:
            server.shutdown()
        if self._listener is not None:
            with contextlib.suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits for viewers
            if self._thread is not None:
                # While a thread still waits on it, the port stays taken although the socket is closed.
                self._thread.join(timeout=2)
            self._listener.close()
            self._listener = None

    def _serve(self, listener: socket.socket) -> None:
        # The first viewer pays for the library, not the display's first frame; its connection waits in the backlog.
        while not _somebody_waits(listener):
            if self._stopped:
                return
        from headunit.display_http import PictureServer

        with self._serving:
            if self._stopped:
                return
            self._server = server = PictureServer(listener, self._pictures)
        server.serve_forever(0.1)

    @Slot()
    def _look(self) -> None:
        """Somebody came: take a picture at once, then as often as allowed."""
        # Only now: PySide6 takes 20 ms to build the enums of its namespace `Qt`, and the first frame does not wait.
        from PySide6.QtCore import Qt

        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._changed = True
        if not self._timer.isActive():
            self._timer.start()
            self._tick()

    def _tick(self) -> None:
        if self._pictures.viewers == 0:
            self._timer.stop()
            self._follow(None)
            return
        window = self._window()
        self._follow(window)
        if window is None or self._grab is not None or not self._changed or not window.isVisible():
            return
        self._changed = False
        self._own_frames = 0
        height = max(1, round(WIDTH * window.height() / max(1, window.width())))
        self._grab = window.contentItem().grabToImage(QSize(WIDTH, height))
        if self._grab is None:
            self._changed = True
            return
        self._grab.ready.connect(self._taken)

    def _taken(self) -> None:
        grab, self._grab = self._grab, None
        if grab is not None:
            self.grabs += 1
            self._pictures.offer(grab.image())

    def _follow(self, window: QQuickWindow | None) -> None:
        if window is self._followed:
            return
        if self._followed is not None:
            with contextlib.suppress(RuntimeError):  # the window may be gone already
                self._followed.frameSwapped.disconnect(self._drawn)
        self._followed = window
        self._changed = True
        self._grab = None  # one that was under way in the former window may never be ready
        if window is not None:
            window.frameSwapped.connect(self._drawn)

    def _drawn(self) -> None:
        # A grab draws one frame itself; only what is drawn beyond that shows something new.
        if self._grab is not None and self._own_frames == 0:
            self._own_frames = 1
        else:
            self._changed = True


def _somebody_waits(listener: socket.socket) -> bool:
    """Whether a viewer has connected, after a fifth of a second at most; True too when the listener is closed."""
    try:
        return bool(select.select([listener], [], [], 0.2)[0])
    except (OSError, ValueError):
        return True

"""The display's pictures over HTTP: Motion-JPEG for cameras, a still for people. Loaded on the server's own thread."""

from __future__ import annotations

import logging
import select
import socket
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from headunit.display_pictures import Pictures

log = logging.getLogger(__name__)

STILL_WALL_TIMEOUT = 3.0  # seconds a still waits for the first picture
REPEAT_WALL = 4.0  # seconds after which an unchanged picture is sent again, so that the viewer knows the line is alive
LOOK_WALL = 0.5  # seconds between two looks whether a viewer whose picture does not change is still there
BOUNDARY = "onebench-display"


class PictureServer(ThreadingHTTPServer):
    """One thread a viewer; none of them holds the process."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, listener: socket.socket, pictures: Pictures) -> None:
        """Serve on `listener`, which is bound and listens already."""
        self.pictures = pictures
        super().__init__(listener.getsockname()[:2], PictureHandler, bind_and_activate=False)
        self.socket.close()
        self.socket = listener

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A viewer that left in the middle of a picture is no error."""
        log.debug("display viewer left", exc_info=True)


class PictureHandler(BaseHTTPRequestHandler):
    """One viewer."""

    server: PictureServer
    timeout = 10  # seconds a viewer may refuse to take a picture before it is let go

    def do_GET(self) -> None:
        """`/display.mjpg` and `/display.jpg`."""
        serve = {"/display.mjpg": self._stream, "/display.jpg": self._still}.get(self.path.partition("?")[0])
        if serve is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.server.pictures.come()
        try:
            serve(self.server.pictures)
        except OSError as error:
            self.close_connection = True
            log.debug("display viewer left: %s", error)
        finally:
            self.server.pictures.go()

    def _still(self, pictures: Pictures) -> None:
        answer = pictures.next(-1, STILL_WALL_TIMEOUT)
        if answer is None or not answer[1]:
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "image/jpeg")
        self.send_header("Content-Length", str(len(answer[1])))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(answer[1])

    def _stream(self, pictures: Pictures) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={BOUNDARY}")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        seen, silent = -1, 0.0
        while (answer := pictures.next(seen, LOOK_WALL)) is not None:
            number, jpeg = answer
            silent = 0.0 if number != seen else silent + LOOK_WALL
            if jpeg and (number != seen or silent >= REPEAT_WALL):
                seen, silent = number, 0.0
                head = f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
                self.wfile.write(head.encode() + jpeg + b"\r\n")
            elif self._left():
                return

    def _left(self) -> bool:
        """Whether the viewer closed the connection; it has nothing else to say after its request."""
        readable, _, _ = select.select([self.connection], [], [], 0)
        return bool(readable) and self.connection.recv(1024) == b""

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are no news."""
        log.debug(format, *args)

"""Motion-JPEG over the wire: parts, broken parts, and streams that end."""

from __future__ import annotations

import io
import socket
import threading
from collections.abc import Iterator

import pytest

from phone_app.scanner.sources.mjpeg import LARGEST_PICTURE, MjpegReader, read_part

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=x\r\n\r\n"
WAIT = 10.0


def part(body: bytes) -> bytes:
    return b"--x\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n%s\r\n" % (len(body), body)


def test_parts_one_after_the_other() -> None:
    stream = io.BytesIO(part(b"one") + part(b"--x\r\n\r\n") + part(b"three"))
    assert [read_part(stream) for _ in range(4)] == [b"one", b"--x\r\n\r\n", b"three", None]


def test_a_part_that_is_cut_off_is_none() -> None:
    assert read_part(io.BytesIO(part(b"picture")[:-5])) is None


@pytest.mark.parametrize(
    "data",
    [
        b"--x\r\nContent-Type: image/jpeg\r\n\r\nno length",
        b"--x\r\nContent-Length: -4\r\n\r\n",
        b"--x\r\nContent-Length: %d\r\n\r\n" % (LARGEST_PICTURE + 1),
        b"--x\r\nContent-Length: many\r\n\r\n",
        b"garbage\r\n\r\n",
    ],
)
def test_malformed_parts_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of its messages
        read_part(io.BytesIO(data))


class Server:
    """Answers each connection with the next of `answers`, then closes it; holds the last one open."""

    def __init__(self, *answers: bytes, port: int = 0) -> None:
        self.listener = socket.create_server(("127.0.0.1", port))
        self.port = self.listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/display.mjpg"
        self.answers = list(answers)
        self.connections: list[socket.socket] = []
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _serve(self) -> None:
        while self.answers:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            connection.recv(4096)
            connection.sendall(self.answers.pop(0))
            if self.answers:
                connection.close()
            else:
                self.connections.append(connection)

    def close(self) -> None:
        self.listener.close()
        for connection in self.connections:
            connection.close()


@pytest.fixture
def servers() -> Iterator[list[Server]]:
    made: list[Server] = []
    yield made
    for server in made:
        server.close()


def test_it_connects_again_when_the_stream_ends(servers: list[Server]) -> None:
    servers.append(
        Server(HEAD + part(b"first"), b"HTTP/1.1 503 Busy\r\n\r\n", HEAD + b"junk\r\n", HEAD + part(b"second"))
    )
    reader = MjpegReader(servers[0].url)
    reader.start()
    assert reader.wait_newer(1, WAIT)
    assert reader.newest() == (2, b"second")
    assert reader.connected
    reader.close()


def test_a_lost_stream_shows_no_old_picture(servers: list[Server]) -> None:
    servers.append(Server(HEAD + part(b"first")))
    reader = MjpegReader(servers[0].url)
    reader.start()
    assert reader.wait_newer(0, WAIT)
    servers[0].close()
    lost = threading.Event()
    while reader.newest()[1] is not None:
        assert not lost.wait(0.01)
    assert not reader.connected
    reader.close()


def test_a_server_that_comes_later_is_found(servers: list[Server]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    reader = MjpegReader(f"http://127.0.0.1:{port}/display.mjpg")
    reader.start()
    servers.append(Server(HEAD + part(b"picture"), port=port))
    assert reader.wait_newer(0, WAIT)
    reader.close()


def test_close_ends_a_silent_stream_at_once(servers: list[Server]) -> None:
    servers.append(Server(HEAD + part(b"only")))
    reader = MjpegReader(servers[0].url)
    reader.start()
    assert reader.wait_newer(0, WAIT)
    reader.close()
    assert reader._thread is not None
    assert not reader._thread.is_alive()

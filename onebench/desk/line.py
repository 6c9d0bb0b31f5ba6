"""How another program gives orders to a running bench: a local socket of its own user, named after the data folder."""

from __future__ import annotations

import hashlib
import json
from functools import partial
from pathlib import Path

from PySide6.QtNetwork import QLocalServer, QLocalSocket

from core.errors import BenchError
from onebench.desk.orders import Bench, obey

ANSWER_TIME = 15_000
"""Milliseconds for an order: a car with a cold cache takes a few seconds to start."""


def line_name(data: Path) -> str:
    """The socket's name; a path would be too long for some systems."""
    return f"onebench-{hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:20]}"


class DeskLine:
    """Listens on the Qt thread, where orders are carried out; an order is one line of JSON, and so is its answer."""

    def __init__(self, bench: Bench, data: Path) -> None:
        self._bench = bench
        self._server = QLocalServer()
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        QLocalServer.removeServer(line_name(data))  # left by a bench that was killed; the folder's lock is ours
        self._server.listen(line_name(data))

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _accept(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            # The server owns the sockets: an order is rare, and they go with it.
            socket.readyRead.connect(partial(self._read, socket))

    def _read(self, socket: QLocalSocket) -> None:
        while socket.canReadLine():
            socket.write(json.dumps(self._answer(bytes(socket.readLine().data()))).encode() + b"\n")
            socket.flush()

    def _answer(self, line: bytes) -> dict[str, object]:
        try:
            asked = json.loads(line)
            obey(self._bench, str(asked["order"]), str(asked.get("word", "")))
        except (ValueError, KeyError, TypeError, AttributeError):
            return {"code": "desk.unknown_order", "params": {"order": "?"}}
        except BenchError as error:
            return {"code": error.code, "params": {key: str(value) for key, value in error.params.items()}}
        return {"done": True}


def send(data: Path, order: str, word: str = "") -> None:
    """Give an order to the bench that runs on `data`. Raises `desk.not_running`, `desk.silent`, and its errors."""
    socket = QLocalSocket()
    socket.connectToServer(line_name(data))
    if not socket.waitForConnected(1000):
        raise BenchError("desk.not_running", path=str(data))
    socket.write(json.dumps({"order": order, "word": word}).encode() + b"\n")
    while not socket.canReadLine():
        if not socket.waitForReadyRead(ANSWER_TIME):
            raise BenchError("desk.silent", path=str(data))
    answer = json.loads(bytes(socket.readLine().data()))
    if "code" in answer:
        raise BenchError(answer["code"], **answer["params"])

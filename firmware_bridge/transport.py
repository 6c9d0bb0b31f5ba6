"""The serial port itself: opened for one user, read in blocks on its own thread, and gone when it is gone."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import termios
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.clock import Clock
from core.errors import BenchError
from core.faults import Faults
from firmware_bridge.line_faults import LineFaults
from firmware_bridge.uucp_lock import holder
from firmware_bridge.waiting import wait_for

BLOCK = 4096
WRITE_WALL_TIMEOUT = 5.0
"""Seconds of real time: a modem that takes no bytes for so long has stopped."""
URL_POLL_WALL = 0.2
"""Seconds between looks at `close` on ports without a file descriptor of their own."""


class SerialTransport:
    """Bytes to and from one port. `on_data` and `on_gone` are called on the reader's thread.

    `url` is a device path or a pyserial URL (`socket://host:port`, `rfc2217://host:port?ign_set_control`).
    Raises `modem.not_found`, `modem.permission`, `modem.busy` when it cannot be opened.
    """

    def __init__(
        self,
        url: str,
        *,
        clock: Clock,
        faults: Faults,
        on_data: Callable[[bytes], None],
        on_gone: Callable[[], None],
        baud_rate: int = 115_200,
    ) -> None:
        self.url = url
        self._on_data = on_data
        self._on_gone = on_gone
        self._closing = False
        self._gone = False
        self._losing = threading.Lock()
        self._faults = LineFaults(faults, clock)
        self._faults.check_present(url)
        self._serial: Any = _open(url, baud_rate)
        self._is_device = "://" not in url
        self._wake_read, self._wake_write = os.pipe()
        self._reader = threading.Thread(target=self._read_loop, name="modem-reader", daemon=True)
        self._reader.start()

    @property
    def is_open(self) -> bool:
        """True until closed or gone."""
        return not self._closing and not self._gone

    def write(self, data: bytes, operation: str) -> None:
        """Send; `operation` is the command's text, for faults on demand. Raises `modem.gone`."""
        if not self.is_open:
            raise BenchError("modem.gone", port=self.url)
        if not self._faults.before_write(operation):
            return
        if self._faults.unplugged:
            self._lose()
            raise BenchError("modem.gone", port=self.url)
        try:
            self._write(data)
        except (
            OSError,
            ValueError,
            TypeError,
        ) as error:  # pyserial's errors are OSError; a closed port gives the others
            self._lose()
            raise BenchError("modem.gone", port=self.url) from error

    def node_exists(self) -> bool:
        """Whether the device's node is still there: only without it the modem was unplugged."""
        return not self._is_device or Path(self.url).exists()

    def close(self) -> None:
        """Stop reading and free the port for others."""
        if self._closing:
            return
        self._closing = True
        with contextlib.suppress(OSError):
            os.write(self._wake_write, b"x")
        if self._reader is not threading.current_thread():
            self._reader.join(timeout=3)
        if self._is_device:
            with contextlib.suppress(OSError, ValueError, TypeError):
                fcntl.ioctl(self._serial.fileno(), termios.TIOCNXCL)
        with contextlib.suppress(OSError):
            self._serial.close()
        os.close(self._wake_read)
        os.close(self._wake_write)

    def _write(self, data: bytes) -> None:
        if not self._is_device:
            self._serial.write(data)
            return
        descriptor = self._serial.fileno()
        rest = memoryview(data)
        while rest:
            try:
                rest = rest[os.write(descriptor, rest) :]
            except BlockingIOError:
                if not wait_for((), (descriptor,), WRITE_WALL_TIMEOUT)[1]:
                    raise TimeoutError(errno.ETIMEDOUT, "the port takes no bytes") from None

    def _read_loop(self) -> None:
        try:
            while self.is_open:
                data = self._read_device() if self._is_device else self._read_url()
                if data:
                    self._on_data(self._faults.on_read(data))
        except (OSError, ValueError, TypeError):
            self._lose()

    def _read_device(self) -> bytes:
        descriptor = self._serial.fileno()
        if self._wake_read in wait_for((descriptor, self._wake_read))[0]:
            return b""
        try:
            data = os.read(descriptor, BLOCK)
        except BlockingIOError:  # another reader was quicker
            return b""
        if not data:
            raise OSError(errno.EIO, "hung up")
        return data

    def _read_url(self) -> bytes:
        return bytes(self._serial.read(max(1, self._serial.in_waiting)))

    def _lose(self) -> None:
        with self._losing:
            if self._gone or self._closing:
                return
            self._gone = True
        with contextlib.suppress(OSError):
            os.write(self._wake_write, b"x")
        self._on_gone()


def _open(url: str, baud_rate: int) -> Any:
    import serial

    if "://" not in url and (process := holder(url)) is not None:
        raise BenchError("modem.busy", port=url, process=process)
    try:
        if "://" in url:
            return serial.serial_for_url(url, baudrate=baud_rate, timeout=URL_POLL_WALL)
        port = serial.Serial(url, baudrate=baud_rate, timeout=0, exclusive=True)
    except (OSError, ValueError) as error:
        raise _open_error(url, error) from error
    try:
        descriptor = port.fileno()
        # flock keeps out those who ask, TIOCEXCL those who do not (but for root).
        fcntl.ioctl(descriptor, termios.TIOCEXCL)
        attributes = termios.tcgetattr(descriptor)
        attributes[2] &= ~termios.HUPCL  # some modems hang up when DTR falls on close
        termios.tcsetattr(descriptor, termios.TCSANOW, attributes)
    except (OSError, termios.error):
        pass  # not every port is a terminal
    return port


def _open_error(url: str, error: Exception) -> BenchError:
    number = getattr(error, "errno", None)
    cause = error.__context__
    if number is None and isinstance(cause, OSError):
        number = cause.errno
    if number in (errno.EACCES, errno.EPERM):
        return BenchError("modem.permission", port=url, group=_group(url), reason=str(error))
    if number in (errno.EBUSY, errno.EAGAIN) or "exclusively lock" in str(error):
        return BenchError("modem.busy", port=url)
    return BenchError("modem.not_found", port=url, reason=str(error))


def _group(url: str) -> str:
    """The group that may use the port: `dialout` on Debian, `uucp` on Arch."""
    try:
        return Path(url).group()
    except (OSError, KeyError):
        return "dialout"

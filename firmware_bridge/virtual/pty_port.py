"""A pseudo-terminal that behaves like a modem's port: raw, always there, under a name that stays."""

from __future__ import annotations

import contextlib
import fcntl
import os
import termios
import threading
import tty
from collections.abc import Callable
from pathlib import Path

from firmware_bridge.virtual.client_watch import ClientWatch
from firmware_bridge.virtual.outbox import Outbox
from firmware_bridge.waiting import wait_for

BLOCK = 65_536


class PtyPort:
    """One thread moves bytes. All callbacks are made on it, `on_idle` when all that came was read."""

    def __init__(
        self,
        link: Path | None,
        *,
        on_data: Callable[[bytes], None],
        on_idle: Callable[[], None],
        on_client_gone: Callable[[], None],
    ) -> None:
        self._link = link
        self._on_idle = on_idle
        self._on_data = on_data
        self._on_client_gone = on_client_gone
        self._out = Outbox()
        self._clients = 0
        self._stopping = False
        self._master, self._slave = os.openpty()
        self.device = os.ttyname(self._slave)
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self._raw = termios.tcgetattr(self._slave)
        self._watch = ClientWatch(self.device)
        if link is not None:
            _point(link, self.device)
        self._thread = threading.Thread(target=self._loop, name="virtual-modem", daemon=True)
        self._thread.start()

    @property
    def path(self) -> str:
        """What clients open: the link if there is one."""
        return str(self._link) if self._link is not None else self.device

    @property
    def has_client(self) -> bool:
        """Whether somebody has the port open; True where that cannot be known."""
        return self._clients > 0 or self._watch.descriptor < 0

    def send(self, data: bytes) -> None:
        """Queue bytes for the client; callable from any thread."""
        self._out.put(data)
        if threading.current_thread() is not self._thread:
            self.wake()

    def wake(self) -> None:
        """Have the thread look at what is queued."""
        self._out.wake()

    def close(self) -> None:
        """Pull the plug: clients see the port vanish."""
        if self._stopping:
            return
        self._stopping = True
        self.wake()
        if self._thread is not threading.current_thread():
            self._thread.join(timeout=5)
        if self._link is not None and self._link.is_symlink() and os.readlink(self._link) == self.device:
            self._link.unlink(missing_ok=True)
        self._watch.close()
        for descriptor in (self._slave, self._master):
            os.close(descriptor)
        self._out.close()

    def _loop(self) -> None:
        always = [self._out.descriptor, self._master]
        if self._watch.descriptor >= 0:
            always.append(self._watch.descriptor)
        while not self._stopping:
            ready, _ = wait_for(always, () if self._out.is_empty else (self._master,))
            if self._out.descriptor in ready:
                self._out.awake()
            self._follow_clients()
            self._read()
            self._on_idle()
            self._write()

    def _follow_clients(self) -> None:
        changes = self._watch.changes()
        while changes:
            self._clients = max(0, self._clients + changes.pop(0))
            if self._clients == 0 and not changes:
                # What the last client still sent is carried out as its own, unless the next one is there already:
                # then nobody can tell whose it was, and it must be answered.
                unread = self._drain()
                changes = self._watch.changes()
                if changes:
                    self._client_left()
                    self._on_data(unread)
                else:
                    self._on_data(unread)
                    self._clean()
                    self._client_left()
            elif self._clients == 0:
                self._client_left()

    def _clean(self) -> None:
        """What the last client set or left unread is not the next one's."""
        with contextlib.suppress(OSError, termios.error):
            fcntl.ioctl(self._slave, termios.TIOCNXCL)
            termios.tcsetattr(self._slave, termios.TCSANOW, self._raw)
            termios.tcflush(self._slave, termios.TCIFLUSH)

    def _client_left(self) -> None:
        self._out.clear()
        self._on_client_gone()

    def _drain(self) -> bytes:
        parts: list[bytes] = []
        with contextlib.suppress(OSError):
            while part := os.read(self._master, BLOCK):
                parts.append(part)
        return b"".join(parts)

    def _read(self) -> None:
        try:
            data = os.read(self._master, BLOCK)
        except OSError:
            return
        if data:
            self._on_data(data)

    def _write(self) -> None:
        with contextlib.suppress(OSError):
            self._out.give(lambda data: os.write(self._master, data))


def _point(link: Path, device: str) -> None:
    """Put the link in place at once, over an old one but never over anything else."""
    link.parent.mkdir(parents=True, exist_ok=True)
    if link.exists() and not link.is_symlink():
        raise FileExistsError(f"{link} is no link")
    fresh = link.with_name(f".{link.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(device)
    fresh.replace(link)

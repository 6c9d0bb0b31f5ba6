"""Work off the Qt thread: a small pool whose answers come back as Qt events."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

log = logging.getLogger(__name__)

T = TypeVar("T")


class _Inbox(QObject):
    """Carries callables to the thread it was made on."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        # Automatic: queued from other threads, which is all that comes this way. Asking for a queued one would have
        # PySide6 build the enums of its namespace `Qt`, and the first frame wait 20 ms for them.
        self.arrived.connect(self._call)

    def post(self, callback: Callable[[], None]) -> None:
        """Have `callback` called by the event loop of this object's thread, never at once."""
        if QThread.currentThread() == self.thread():
            QTimer.singleShot(0, self, callback)
        else:
            self.arrived.emit(callback)

    @Slot(object)
    def _call(self, callback: Callable[[], None]) -> None:
        callback()


class QtTasks:
    """`core.tasks.Tasks` for windows. Make it on the Qt thread; `close` waits for work under way."""

    def __init__(self, threads: int = 4, name: str = "work") -> None:
        self._inbox = _Inbox()
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._closed = False
        self.running = 0
        """How many pieces of work are under way or waiting for their answer to be taken."""

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` on the pool, then `done` or `failed` on the Qt thread. After `close` nothing happens."""
        if self._closed:
            return
        self.running += 1
        context = copy_context()

        def finish(callback: Callable[[], None] | None) -> None:
            self.running -= 1
            if callback is not None and not self._closed:
                context.run(callback)

        def run() -> None:
            try:
                result = context.copy().run(work)
            except Exception as error:
                if failed is None:
                    log.exception("task failed")
                    self.post(partial(finish, None))
                else:
                    self.post(partial(finish, partial(failed, error)))
                return
            self.post(partial(finish, partial(done, result) if done is not None else None))

        self._pool.submit(run)

    def post(self, callback: Callable[[], None]) -> None:
        """Have `callback` called on the Qt thread, unless `close` comes first; from any thread."""
        self._inbox.post(partial(self._deliver, callback))

    def _deliver(self, callback: Callable[[], None]) -> None:
        # What was on its way when the window closed must not find it gone.
        if not self._closed:
            callback()

    def close(self) -> None:
        """Take no more work and deliver no more answers."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

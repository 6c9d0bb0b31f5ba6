"""Waiting without sleeping: the Qt event loop runs until a condition holds or a deadline on the wall passes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

LOOK_AGAIN = 8  # ms; half a picture at 60 Hz: sooner nothing new can be seen


def pump_until(condition: Callable[[], object], timeout: float) -> bool:
    """Run the event loop of this thread until `condition()` is true; False when `timeout` wall seconds have passed.

    The deadline is one of the wall, not of the bench's clock: it limits how long a person at the machine waits.
    """
    if condition():
        return True
    loop = QEventLoop()
    wake = QTimer()
    wake.start(LOOK_AGAIN)
    deadline = QDeadlineTimer(round(timeout * 1000))
    try:
        while not condition():
            if deadline.hasExpired():
                return False
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return True
    finally:
        # An error's traceback may keep it, and the garbage collector may take it on another thread: Qt dies of a timer
        # that still runs then.
        wake.stop()


def pump_once() -> None:
    """Deliver what is waiting now."""
    QEventLoop().processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

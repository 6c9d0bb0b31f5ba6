"""A question of work that runs on another thread to the driver, who answers on the screen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
LOOK = 0.2
"""Wall seconds after which a worker looks whether the car is being switched off."""


class Asking(Generic[T]):
    """One question at a time. `closing` ends the wait; the answer is None then."""

    def __init__(self, closing: threading.Event) -> None:
        self._closing = closing
        self._answered = threading.Event()
        self._answer: T | None = None

    def ask(self, show: Callable[[], None]) -> T | None:
        """Have the question shown and wait for its answer. Blocks; never on the thread that answers."""
        self._answer = None
        self._answered.clear()
        show()
        while not self._answered.wait(LOOK):
            if self._closing.is_set():
                return None
        return self._answer

    def answer(self, value: T | None) -> None:
        """What the driver said; None: nothing."""
        self._answer = value
        self._answered.set()

"""Work off the caller's thread with the answer brought back: one port, so that rules need no threads in tests."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Protocol, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")


class Tasks(Protocol):
    """Runs blocking work elsewhere. `done` or `failed` is then called on the owner's thread (the Qt thread)."""

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work`; then `done(result)` or `failed(error)`. Without `failed`, errors are logged."""
        ...

    def post(self, callback: Callable[[], None]) -> None:
        """Have `callback` called on the owner's thread soon; callable from any thread."""
        ...


class InlineTasks:
    """Runs everything at once on the calling thread: for tests of rules and services."""

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` now."""
        try:
            result = work()
        except Exception as error:
            if failed is None:
                log.exception("task failed")
            else:
                failed(error)
            return
        if done is not None:
            done(result)

    def post(self, callback: Callable[[], None]) -> None:
        """Call now."""
        callback()

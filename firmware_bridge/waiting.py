"""Waiting for file descriptors: poll where it can, select on macOS, whose poll knows no terminals."""

from __future__ import annotations

import select
import sys
from collections.abc import Sequence

_USE_SELECT = sys.platform == "darwin"


def wait_for(
    readable: Sequence[int], writable: Sequence[int] = (), timeout: float | None = None
) -> tuple[set[int], set[int]]:
    """What can be read (or has hung up) and what can be written; both empty after `timeout` seconds of real time."""
    if _USE_SELECT:
        can_read, can_write, _ = select.select(readable, writable, [], timeout)
        return set(can_read), set(can_write)
    poller = select.poll()
    for descriptor in readable:
        poller.register(descriptor, select.POLLIN)
    for descriptor in writable:
        poller.register(descriptor, select.POLLOUT | (select.POLLIN if descriptor in readable else 0))
    ready = poller.poll(None if timeout is None else timeout * 1000)
    return (
        {descriptor for descriptor, events in ready if events & ~select.POLLOUT and descriptor in readable},
        {descriptor for descriptor, events in ready if events & ~select.POLLIN and descriptor in writable},
    )

"""Faults on demand: every adapter declares a port and asks it, on each use, whether to fail and how."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace

from core.errors import BenchError

HTTP_KINDS = ("unreachable", "timeout", "slow", "broken", "unauthorized", "lost")
"""What the ports `car.http` and `phone.http` can show. `lost`: the server acts, but its answer never arrives."""


@dataclass(frozen=True)
class Fault:
    """What an adapter shall do instead of its work.

    `count` is how many uses it lasts (None: until cleared), `delay` seconds of the bench's clock where the
    kind is a slow one, `match` a substring of the operation it is limited to ("" matches all).
    """

    port: str
    kind: str
    count: int | None = None
    delay: float = 0.0
    match: str = ""


class Faults:
    """The board of all ports. Adapters `declare` and `take`; people and scripts `set` and `clear`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ports: dict[str, tuple[str, ...]] = {}
        self._active: dict[str, Fault] = {}

    def declare(self, port: str, kinds: tuple[str, ...]) -> None:
        """Make `port` known with the kinds of fault it can show; declaring again adds kinds."""
        with self._lock:
            self._ports[port] = tuple(dict.fromkeys((*self._ports.get(port, ()), *kinds)))

    def ports(self) -> dict[str, tuple[str, ...]]:
        """All declared ports and their kinds."""
        with self._lock:
            return dict(self._ports)

    def set(self, port: str, kind: str, *, count: int | None = None, delay: float = 0.0, match: str = "") -> Fault:
        """Switch a fault on. Raises `fault.unknown` with the nearest name for a port or kind nobody declared."""
        with self._lock:
            kinds = self._ports.get(port)
            if kinds is None:
                raise BenchError("fault.unknown", name=port, nearest=_nearest(port, list(self._ports)))
            if kind not in kinds:
                raise BenchError("fault.unknown", name=kind, nearest=_nearest(kind, list(kinds)))
            fault = Fault(port, kind, count, delay, match)
            self._active[port] = fault
            return fault

    def clear(self, port: str | None = None) -> None:
        """Switch off the fault of one port, or of all."""
        with self._lock:
            if port is None:
                self._active.clear()
            else:
                self._active.pop(port, None)

    def active(self, port: str) -> Fault | None:
        """The fault that is switched on at `port`, with what is left of its count."""
        with self._lock:
            return self._active.get(port)

    def take(self, port: str, operation: str = "") -> Fault | None:
        """The fault to show for this use, if any; counts it down."""
        with self._lock:
            fault = self._active.get(port)
            if fault is None or fault.match not in operation:
                return None
            if fault.count is not None:
                if fault.count <= 1:
                    del self._active[port]
                else:
                    self._active[port] = replace(fault, count=fault.count - 1)
            return fault


def _nearest(name: str, names: list[str]) -> str:
    import difflib

    return next(iter(difflib.get_close_matches(name, names, n=1, cutoff=0.0)), "")

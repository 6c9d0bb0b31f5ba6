"""The stock of profiles and their orders, in one JSON file that is whole after a kill at any moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from cloud.smdp.profiles import ProfileSpec
from cloud.smdp.rules.orders import Order, State
from core.errors import BenchError
from core.store import JsonStore


class OrderBook:
    """All orders by ICCID. `lock` is held by whoever looks first and changes then."""

    def __init__(self, folder: Path) -> None:
        self._store = JsonStore(folder / "orders.json")
        self.lock = threading.RLock()
        self._orders: dict[str, Order] = {}
        self._specs: dict[str, ProfileSpec] = {}
        content = self._store.load()
        try:
            for item in content.get("profiles", []):
                self._take(item)
        except (KeyError, TypeError, ValueError, AttributeError):
            self._store.set_aside()
            self._orders, self._specs = {}, {}
        self.kept_aside = self._store.kept_aside
        """Where an unreadable book was moved; None if all was well."""

    def __contains__(self, iccid: str) -> bool:
        return iccid in self._orders

    def add(self, spec: ProfileSpec, profile_type: str) -> None:
        """Put a profile into stock. Raises `smdp.iccid_taken`, and the errors of the storage."""
        with self.lock:
            if spec.iccid in self._orders:
                raise BenchError("smdp.iccid_taken", iccid=spec.iccid)
            self._specs[spec.iccid] = spec
            try:
                self.put(Order(spec.iccid, profile_type))
            except BenchError:
                del self._specs[spec.iccid]
                raise

    def put(self, order: Order) -> None:
        """Store the new state of a profile; what is told to others is stored before."""
        with self.lock:
            before = dict(self._orders)
            self._orders[order.iccid] = order
            try:
                self._store.save({"profiles": [self._plain(one) for one in self._orders.values()]})
            except BenchError:
                self._orders = before
                raise

    def get(self, iccid: str) -> Order | None:
        """The order of one profile."""
        return self._orders.get(iccid)

    def spec(self, iccid: str) -> ProfileSpec:
        """What is in the profile."""
        return self._specs[iccid]

    def all(self) -> list[Order]:
        """Every profile, in the order of arrival."""
        with self.lock:
            return list(self._orders.values())

    def find(self, fits: Callable[[Order], bool]) -> Order | None:
        """The first that fits."""
        return next((order for order in self.all() if fits(order)), None)

    def _plain(self, order: Order) -> dict[str, object]:
        return {"order": asdict(order), "spec": asdict(self._specs[order.iccid])}

    def _take(self, item: dict[str, dict[str, object]]) -> None:
        order = Order(**{**item["order"], "state": State(item["order"]["state"])})  # type: ignore[arg-type]
        self._specs[order.iccid] = ProfileSpec(**item["spec"])  # type: ignore[arg-type]
        self._orders[order.iccid] = order

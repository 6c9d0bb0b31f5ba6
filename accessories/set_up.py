"""The set-up of an accessory: it takes over the phone's number with the line's network PIN."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from accessories.identity import IdentityStore
from accessories.kinds import AccessoryKind
from accessories.operator import Operator
from core.errors import BenchError
from core.phone_numbers import grouped
from core.tasks import Tasks

PIN_LENGTH = 4


class SetUp:
    """Stages: intro, pin, working, problem. `done` is called when the accessory has its SIM."""

    def __init__(
        self, kind: AccessoryKind, store: IdentityStore, operator: Operator, *, parent: str, tasks: Tasks
    ) -> None:
        """`parent` is the number of the phone that the accessory belongs to."""
        self.changed: Callable[[], None] = lambda: None
        self.done: Callable[[], None] = lambda: None
        self.stage = "intro"
        self._kind = kind
        self._store = store
        self._operator = operator
        self._parent = parent
        self._tasks = tasks
        self._pin = ""
        self._problem: dict[str, Any] = {}

    def state(self) -> dict[str, Any]:
        """For the view: no digit of the PIN, only how many."""
        return {
            "stage": self.stage,
            "number": grouped(self._parent),
            "digits": len(self._pin),
            "problem": dict(self._problem),
        }

    def begin(self) -> None:
        """From the introduction, or once more after a problem."""
        if self.stage in ("intro", "problem"):
            self._pin, self._problem = "", {}
            self._go("pin")

    def back(self) -> None:
        """To the introduction."""
        if self.stage in ("pin", "problem"):
            self._pin = ""
            self._go("intro")

    def digit(self, key: str) -> None:
        """A digit of the network PIN; the last one sends it."""
        if self.stage != "pin" or key not in tuple("0123456789"):
            return
        self._pin += key
        if len(self._pin) < PIN_LENGTH:
            self.changed()
            return
        pin, self._pin = self._pin, ""
        self._go("working")
        identity = self._store.identity
        self._tasks.submit(
            lambda: self._operator.register(self._kind, identity, self._parent, pin), self._registered, self._failed
        )

    def erase(self) -> None:
        """The last digit."""
        self._pin = self._pin[:-1]
        self.changed()

    def _registered(self, sim: dict[str, Any]) -> None:
        try:
            self._store.registered(sim)
        except BenchError as error:
            self._failed(error)
            return
        self._go("intro")
        self.done()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, BenchError):
            raise error
        self._problem = {"code": error.code, **error.params}
        self._go("problem")

    def _go(self, stage: str) -> None:
        self.stage = stage
        self.changed()

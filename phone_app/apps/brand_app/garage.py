"""The cars mapped to this BMW ID and what the cloud says of the personal eSIM, kept fresh while somebody looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.clock import Clock
from core.errors import BenchError
from core.person_names import name_in, names_of
from core.tasks import Tasks
from phone_app.apps.brand_app.account import Account
from phone_app.apps.brand_app.cloud import AppCloud
from phone_app.apps.brand_app.watch import Watch

REFRESH = 4.0
"""Seconds between two looks: the person stands beside the car and waits for it to change."""


class Garage:
    """`state` is loading, ready or failed; after a failure what was known before stays on the screen."""

    def __init__(self, account: Account, cloud: AppCloud, *, clock: Clock, tasks: Tasks) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.failed: Callable[[BenchError], None] = lambda error: None
        """Called for errors that end the sign-in (`auth.ended`)."""
        self._account = account
        self._cloud = cloud
        self._tasks = tasks
        self._watch = Watch(self.refresh, REFRESH, clock=clock, tasks=tasks)
        self._round = 0
        self.clear()

    def clear(self) -> None:
        """Forget everything: another person signs in."""
        self._round += 1
        self.vehicles: list[dict[str, Any]] = []
        self.contract: dict[str, Any] = {}
        self.loading, self.known = False, False
        self.error: BenchError | None = None

    def watch(self, watching: bool) -> None:
        """Look now and again, or stop."""
        self._watch.set(watching)

    def refresh(self) -> None:
        """Look once."""
        if self.loading:
            return
        self.loading = True
        self._round += 1
        number = self._round

        def done(answer: tuple[list[dict[str, Any]], dict[str, Any]]) -> None:
            if number == self._round:
                self.vehicles, self.contract = answer
                self.known, self.error = True, None
                self._finish()

        def failed(error: Exception) -> None:
            if number != self._round:
                return
            if not isinstance(error, BenchError):
                raise error
            self.error = error
            self._finish()
            if error.code == "auth.ended":
                self.failed(error)

        self._tasks.submit(lambda: self._account.call(self._cloud.vehicles), done, failed)

    def state(self, language: str = "") -> dict[str, Any]:
        """For the view; names in `language`."""
        return {
            "state": "ready" if self.known else "failed" if self.error else "loading",
            "cars": [_car(vehicle, language) for vehicle in self.vehicles],
            "contract": _esim(self.contract),
            "error": error_state(self.error),
        }

    def _finish(self) -> None:
        self.loading = False
        self.changed()
        self._watch.answered()


def error_state(error: BenchError | None) -> dict[str, Any]:
    """An error for the view: `{code, params}`, or {} for none."""
    if error is None:
        return {}
    return {"code": error.code, "params": {key: str(value) for key, value in error.params.items()}}


def _car(vehicle: dict[str, Any], language: str) -> dict[str, Any]:
    vin = str(vehicle.get("vin") or "")
    esim = vehicle.get("esim")
    return {
        "key": vin[-7:],
        "model": str(vehicle.get("model") or ""),
        "vinLast7": vin[-7:],
        "role": "main" if vehicle.get("role") == "main" else "co",
        "coUsers": "\n".join(name_in(names_of(person), language) for person in vehicle.get("co_users") or ()),
        **_esim(esim if isinstance(esim, dict) else {}),
    }


def _esim(facts: dict[str, Any]) -> dict[str, str]:
    state = facts.get("state")
    return {
        "esim": str(state) if state in ("ready", "active") else "none",
        "operator": str(facts.get("operator") or ""),
        "numberLast4": str(facts.get("number_last4") or ""),
    }

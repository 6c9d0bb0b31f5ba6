"""The link between account and operator as the app follows it: overview, the activation under way, its outcome."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from core.clock import Clock
from core.errors import BenchError
from core.store import JsonStore
from core.tasks import Tasks
from phone_app.apps.brand_app.account import Account
from phone_app.apps.brand_app.esim_cloud import EsimCloud
from phone_app.apps.brand_app.garage import error_state
from phone_app.apps.brand_app.watch import Watch
from phone_app.saver import Saver

REFRESH = 3.0
"""Seconds between two looks: the person waits for the operator's word."""
OUTCOMES = ("linked", "denied", "failed", "expired")


@dataclass(frozen=True)
class Activation:
    """An activation that was begun. `expires_at`: seconds since 1970 UTC; `user`: whose it is."""

    id: str
    url: str
    expires_at: float
    user: str


class EsimLink:
    """What the cloud says, and the activation this phone began; that one is on disk (0600), so that a phone that is
    switched off in the middle goes on where it was. `over(outcome, reason)` tells its end, once."""

    def __init__(self, path: Path, account: Account, cloud: EsimCloud, *, clock: Clock, tasks: Tasks) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.over: Callable[[str, str], None] = lambda outcome, reason: None
        self.failed: Callable[[BenchError], None] = lambda error: None
        """Called for errors that end the sign-in (`auth.ended`)."""
        self.overview: dict[str, Any] = {}
        self.error: BenchError | None = None
        self._account = account
        self._cloud = cloud
        self._clock = clock
        self._tasks = tasks
        self._store = JsonStore(path)
        self._saver = Saver(self._store, tasks, lambda error: None)
        self._activation: Activation | None = None
        self._watch = Watch(self.refresh, REFRESH, clock=clock, tasks=tasks)
        self._loading = False
        self._round = 0
        try:
            stored = self._store.load().get("activation")
            self._activation = Activation(**stored) if stored else None
        except TypeError:
            self._store.set_aside()

    @property
    def activation(self) -> Activation | None:
        """The activation under way of whoever is signed in."""
        if self._activation is None or self._activation.user != self._account.user.get("sub"):
            return None
        return self._activation

    def begun(self, answer: dict[str, Any]) -> Activation:
        """Remember an activation from the cloud's answer."""
        expires = self._clock.timestamp() + float(answer.get("expires_in") or 0)
        activation = Activation(answer["id"], answer["url"], expires, str(self._account.user.get("sub") or ""))
        self._keep(activation)
        return activation

    def clear(self) -> None:
        """Forget everything: another person signs in."""
        self._round += 1
        self.overview, self.error, self._loading = {}, None, False
        self._keep(None)

    def watch(self, watching: bool) -> None:
        """Look now and again, or stop."""
        self._watch.set(watching)

    def refresh(self) -> None:
        """Look once: at the activation under way first, then at the link."""
        if self._loading:
            return
        self._loading = True
        self._round += 1
        number, activation = self._round, self.activation

        def look(access: str) -> tuple[dict[str, Any], dict[str, Any]]:
            outcome = self._cloud.outcome(access, activation.id) if activation else {}
            return outcome, self._cloud.overview(access)

        def done(answer: tuple[dict[str, Any], dict[str, Any]]) -> None:
            if number != self._round:
                return
            outcome, self.overview = answer
            self.error = None
            self._finish()
            if activation is not None and activation is self._activation and outcome.get("state") in OUTCOMES:
                self._keep(None)
                self.over(str(outcome["state"]), str(outcome.get("reason") or ""))

        def failed(error: Exception) -> None:
            if number != self._round:
                return
            if not isinstance(error, BenchError):
                raise error
            self.error = error
            self._finish()
            if error.code == "auth.ended":
                self.failed(error)

        self._tasks.submit(lambda: self._account.call(look), done, failed)

    def state(self) -> dict[str, Any]:
        """For the view: `state` is loading, failed, none, requested, linked or active."""
        facts = self.overview
        kind = str(facts.get("state") or "")
        if kind not in ("none", "requested", "linked", "active"):
            kind = "failed" if self.error else "loading"
        elif kind == "none" and self.activation is not None:
            kind = "requested"
        number = str(facts.get("number") or "")
        return {
            "state": kind,
            "operator": str(facts.get("operator") or ""),
            "number": number,
            "numberLast4": str(facts.get("number_last4") or number[-4:]),
            "reason": str(facts.get("reason") or ""),
            "mayContinue": self.activation is not None,
            "problem": error_state(self.error),
        }

    def flush(self) -> None:
        """Store now; raises `storage.*`."""
        self._saver.flush()

    def _keep(self, activation: Activation | None) -> None:
        if activation == self._activation:
            return
        self._activation = activation
        self._saver.save({"activation": asdict(activation) if activation else None})

    def _finish(self) -> None:
        self._loading = False
        self.changed()
        self._watch.answered()

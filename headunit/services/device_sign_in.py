"""The QR sign-in as it runs: ask for a code, poll by the clock, count down, tell the outcome (RFC 8628 §3.3-§3.5)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.clock import Clock, Timer
from core.errors import BenchError
from core.settings import Settings
from core.tasks import Tasks
from headunit.services.cloud import OFFLINE
from headunit.services.identity import DeviceRequest, Identity, Poll

BACK_OFF_LIMIT = 60.0
"""Longest pause between polls in seconds while the cloud does not answer (RFC 8628 §3.5: back off)."""


class DeviceSignIn:
    """One QR code after the other. `changed(qr)` gets the contract's `qr` map, `approved(tokens)` the outcome.

    States: loading, showing, expired, denied, failed. Everything is called on the owner's thread.
    """

    def __init__(
        self,
        identity: Identity,
        *,
        clock: Clock,
        tasks: Tasks,
        settings: Settings,
        changed: Callable[[dict[str, Any]], None],
        approved: Callable[[dict[str, Any]], None],
        failed: Callable[[BenchError], None],
    ) -> None:
        self._identity = identity
        self._clock = clock
        self._tasks = tasks
        self._settings = settings
        self._changed = changed
        self._approved = approved
        self._failed = failed
        self._run = 0
        self._timers: dict[str, Timer] = {}
        self._request: DeviceRequest | None = None
        self._ends = 0.0
        self._lifetime: float = settings.device_code_lifetime
        self._pause = 0.0
        self._interval = 0.0

    def start(self) -> None:
        """Ask for a new code; an earlier one is forgotten."""
        self.stop()
        run = self._run
        self._tell("loading")
        self._tasks.submit(
            self._identity.begin_device_sign_in,
            lambda request: self._show(run, request),
            lambda error: self._fail(run, error),
        )

    def stop(self) -> None:
        """Poll no more."""
        self._run += 1
        self._request = None
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()

    def _show(self, run: int, request: DeviceRequest) -> None:
        if run != self._run:
            return
        self._request = request
        self._ends = self._clock.monotonic() + request.expires_in
        self._interval = self._pause = float(request.interval)
        self._tick(run)
        self._later("poll", self._pause, lambda: self._poll(run))

    def _tick(self, run: int) -> None:
        if run != self._run or self._request is None:
            return
        if self._clock.monotonic() >= self._ends:
            self._end("expired")
            return
        self._tell("showing")
        self._later("tick", 1.0, lambda: self._tick(run))

    def _poll(self, run: int) -> None:
        request = self._request
        if run != self._run or request is None:
            return
        self._tasks.submit(
            lambda: self._identity.poll_device_sign_in(request),
            lambda poll: self._judge(run, poll),
            lambda error: self._poll_failed(run, error),
        )

    def _judge(self, run: int, poll: Poll) -> None:
        if run != self._run:
            return
        if poll.outcome == "approved":
            self.stop()
            self._approved(poll.tokens)
        elif poll.outcome in ("pending", "slow_down"):
            if poll.outcome == "slow_down":
                # RFC 8628 §3.5: for this and all later polls.
                self._interval += self._settings.device_slow_down_step
            self._pause = self._interval
            self._later("poll", self._pause, lambda: self._poll(run))
        else:
            self._end(poll.outcome)

    def _poll_failed(self, run: int, error: Exception) -> None:
        if run != self._run:
            return
        if isinstance(error, BenchError) and error.code in OFFLINE:
            self._pause = min(self._pause * 2, BACK_OFF_LIMIT)
            self._later("poll", self._pause, lambda: self._poll(run))
        else:
            self._fail(run, error)

    def _fail(self, run: int, error: Exception) -> None:
        if run != self._run:
            return
        if not isinstance(error, BenchError):
            raise error
        self._end("failed")
        self._failed(error)

    def _end(self, state: str) -> None:
        self.stop()
        self._tell(state)

    def _tell(self, state: str) -> None:
        request = self._request
        left = max(0, round(self._ends - self._clock.monotonic())) if request else 0
        if request:
            # Kept when the code is over: the screen then says how long one lives.
            self._lifetime = request.expires_in
        self._changed(
            {
                "state": state,
                "link": request.link if request else "",
                "userCode": request.user_code if request else "",
                "secondsLeft": left,
                "lifetime": self._lifetime,
            }
        )

    def _later(self, name: str, delay: float, callback: Callable[[], None]) -> None:
        if name in self._timers:
            self._timers[name].cancel()
        self._timers[name] = self._clock.call_later(delay, lambda: self._tasks.post(callback))

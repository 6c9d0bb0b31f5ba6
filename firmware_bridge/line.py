"""The AT engine on a port: commands from any thread, one answer each, in the time of the bench's clock."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable

from core.clock import Clock
from core.errors import BenchError
from core.faults import Faults
from firmware_bridge.at.command import Answered, AtAnswer, AtCommand, AtEvent, Failure, Notice
from firmware_bridge.at.engine import AtEngine
from firmware_bridge.transport import SerialTransport

QUIET_WALL = 0.25
"""Seconds of real time a line must rest before a time-out counts. The clock may jump; bytes on their way do not."""
LOOK_WALL = 0.1
"""Seconds between looks at a clock that may jump while a command is in flight."""

Trace = Callable[[str, str], None]
"""Gets `>` with each command and `<` with each line of its answer, for transcripts."""


class Line:
    """Blocking AT commands. `on_notice` and `on_gone` are called on the reader's thread and must return soon."""

    def __init__(
        self,
        url: str,
        *,
        clock: Clock,
        faults: Faults,
        on_notice: Callable[[Notice], None],
        on_gone: Callable[[], None],
        trace: Trace | None = None,
    ) -> None:
        self._clock = clock
        self._on_notice = on_notice
        self._on_gone = on_gone
        self._trace = trace
        self._engine = AtEngine()
        self._changed = threading.Condition()
        self._answers: dict[int, AtAnswer] = {}
        self._sending = threading.Lock()
        self.activity = 0
        """Grows with everything received: a waiter can see that the line is alive."""
        self._transport = SerialTransport(url, clock=clock, faults=faults, on_data=self._receive, on_gone=self._lost)

    @property
    def is_open(self) -> bool:
        """True until closed or gone."""
        return self._transport.is_open

    def node_exists(self) -> bool:
        """Whether the port's device node is there."""
        return self._transport.node_exists()

    def run(self, command: AtCommand) -> AtAnswer:
        """Send and wait for the answer. Raises `modem.gone`; a silent modem is told as the answer's `failure`."""
        with self._changed:
            if not self._transport.is_open:
                raise BenchError("modem.gone", port=self._transport.url)
            ticket = self._engine.submit(command, self._clock.monotonic())
        self._flush(command.text)
        with self._changed:
            while (answer := self._answers.pop(ticket, None)) is None:
                self._wait()
        if self._trace is not None:
            self._trace(">", command.text)
            for line in answer.lines:
                self._trace("<", line)
            self._trace("<", answer.final.text if answer.final else f"({answer.failure})")
        if answer.failure is Failure.GONE:
            raise BenchError("modem.gone", port=self._transport.url)
        return answer

    def close(self) -> None:
        """Free the port; commands in flight end with `modem.gone`."""
        self._transport.close()
        with self._changed:
            self._keep(self._engine.abort())

    def _wait(self) -> None:
        """Wait for news; called with `_changed` held."""
        deadline = self._engine.deadline()
        remaining = LOOK_WALL if deadline is None else deadline - self._clock.monotonic()
        if remaining > 0:
            self._changed.wait(min(LOOK_WALL, remaining / self._clock.rate) if self._clock.rate > 0 else LOOK_WALL)
            return
        seen = self.activity
        self._changed.wait(QUIET_WALL)
        if self.activity == seen and self._engine.deadline() == deadline:
            self._keep(self._engine.tick(self._clock.monotonic()))
            output = self._engine.take_output()
            if output:
                self._changed.release()
                try:
                    self._send(output, "")
                finally:
                    self._changed.acquire()

    def _flush(self, operation: str) -> None:
        with self._sending:
            with self._changed:
                output = self._engine.take_output()
            if output:
                self._send(output, operation)

    def _send(self, output: bytes, operation: str) -> None:
        # A port that is gone has told so through `_lost`, which ends every command.
        with contextlib.suppress(BenchError):
            self._transport.write(output, operation or output.decode("ascii", "replace").strip())

    def _receive(self, data: bytes) -> None:
        with self._changed:
            self.activity += 1
            events = self._engine.feed(data, self._clock.monotonic())
            self._keep(events)
            output = self._engine.take_output()
        if output:  # the next command of the queue, or the text after a prompt
            self._send(output, "")
        for event in events:
            if isinstance(event, Notice):
                self._on_notice(event)

    def _keep(self, events: list[AtEvent]) -> None:
        for event in events:
            if isinstance(event, Answered):
                self._answers[event.ticket] = event.answer
        self._changed.notify_all()

    def _lost(self) -> None:
        with self._changed:
            self._keep(self._engine.abort())
        self._on_gone()

"""The AT client's engine: bytes in, events out; commands in, bytes out. It knows no port and reads no clock."""

from __future__ import annotations

import heapq
import itertools

from firmware_bridge.at.command import Answered, AtAnswer, AtCommand, AtEvent, Failure, Noise, Notice
from firmware_bridge.at.lines import LineSplitter
from firmware_bridge.at.notices import REGISTRATION, WITH_BODY, is_notice, is_registration_answer, prefix_of
from firmware_bridge.at.results import parse_final

ESCAPE, CTRL_Z = b"\x1b", b"\x1a"
RESYNC = AtCommand("AT+CMEE?", timeout=2.0)
"""After a time-out the late answer may still come: this question's own prefix shows where the present begins."""


class _Running:
    """The command in flight."""

    __slots__ = ("command", "deadline", "lines", "payload", "prefixes", "ticket")

    def __init__(self, ticket: int, command: AtCommand, deadline: float) -> None:
        self.ticket = ticket
        self.command = command
        self.deadline = deadline
        self.prefixes = command.prefixes()
        self.payload = command.payload
        self.lines: list[str] = []


class AtEngine:
    """One command in flight, others queued by priority. Instants are seconds of any one steady clock."""

    def __init__(self) -> None:
        self._splitter = LineSplitter()
        self._queue: list[tuple[int, int, AtCommand]] = []
        self._tickets = itertools.count(1)
        self._running: _Running | None = None
        self._resyncing: _Running | None = None
        self._lost_step = False
        self._body_of: str | None = None
        self._out: list[bytes] = []

    @property
    def idle(self) -> bool:
        """True when nothing is asked or queued."""
        return self._running is None and self._resyncing is None and not self._queue

    def submit(self, command: AtCommand, now: float) -> int:
        """Queue `command`; the number identifies its `Answered`."""
        ticket = next(self._tickets)
        heapq.heappush(self._queue, (command.priority, ticket, command))
        self._start_next(now)
        return ticket

    def take_output(self) -> bytes:
        """The bytes to write to the line now, each once."""
        data = b"".join(self._out)
        self._out.clear()
        return data

    def deadline(self) -> float | None:
        """When `tick` must be called at the latest, or None while nothing is in flight."""
        flight = self._resyncing or self._running
        return flight.deadline if flight else None

    def feed(self, data: bytes, now: float) -> list[AtEvent]:
        """Take what the line brought."""
        events: list[AtEvent] = []
        self._splitter.push(data)
        while (line := self._splitter.next_line()) is not None:
            if isinstance(line, bytes):
                events.append(Noise(line))
            else:
                self._take_line(line, now, events)
        running = self._running
        if running is not None and running.payload is not None and self._splitter.take_prompt():
            self._out.append(running.payload + CTRL_Z)
            running.payload = None
        return events

    def tick(self, now: float) -> list[AtEvent]:
        """Give up what has waited beyond its time."""
        events: list[AtEvent] = []
        if self._resyncing is not None and now >= self._resyncing.deadline:
            # Not even the harmless question was answered: tell whoever is next, and try again for the one after.
            self._resyncing = None
            if self._queue:
                _, ticket, command = heapq.heappop(self._queue)
                events.append(Answered(ticket, AtAnswer(command, failure=Failure.SILENT)))
            self._start_next(now)
        running = self._running
        if running is not None and now >= running.deadline:
            if running.command.payload is not None:
                self._out.append(ESCAPE)
            self._running = None
            self._lost_step = True
            answer = AtAnswer(running.command, tuple(running.lines), failure=Failure.SILENT)
            events.append(Answered(running.ticket, answer))
            self._start_next(now)
        return events

    def abort(self) -> list[AtEvent]:
        """The line is gone: end everything with `Failure.GONE` and forget what was half received."""
        events: list[AtEvent] = []
        if self._running is not None:
            answer = AtAnswer(self._running.command, tuple(self._running.lines), failure=Failure.GONE)
            events.append(Answered(self._running.ticket, answer))
        for _, ticket, command in sorted(self._queue, key=lambda item: item[:2]):
            events.append(Answered(ticket, AtAnswer(command, failure=Failure.GONE)))
        self._running = self._resyncing = self._body_of = None
        self._queue.clear()
        self._out.clear()
        self._splitter = LineSplitter()
        self._lost_step = False
        return events

    def _start_next(self, now: float) -> None:
        if self._running is not None or self._resyncing is not None or not self._queue:
            return
        if self._lost_step:
            patience = min(RESYNC.timeout, self._queue[0][2].timeout)
            self._resyncing = _Running(0, RESYNC, now + patience)
            self._out.append(b"AT+CMEE?\r")
            return
        _, ticket, command = heapq.heappop(self._queue)
        self._running = _Running(ticket, command, now + command.timeout)
        self._out.append(command.text.encode("ascii") + b"\r")

    def _take_line(self, line: str, now: float, events: list[AtEvent]) -> None:
        if self._body_of is not None:
            events.append(Notice(self._body_of, line))
            self._body_of = None
            return
        flight = self._resyncing or self._running
        if flight is None:
            if parse_final(line) is None and line[:2] != "AT":  # not what is left of an answer given up
                self._notice(line, events)
            return
        final = parse_final(line, flight.command.dialling)
        if final is not None:
            self._finish(flight, line, now, events)
            return
        if line == flight.command.text:
            return  # the echo
        prefix = prefix_of(line)
        if prefix in flight.prefixes and (prefix not in REGISTRATION or is_registration_answer(line)):
            flight.lines.append(line)
        elif prefix in WITH_BODY:
            self._body_of = line
        elif is_notice(line, prefix) or (prefix and flight.prefixes):
            self._notice(line, events)
        else:
            flight.lines.append(line)

    def _finish(self, flight: _Running, line: str, now: float, events: list[AtEvent]) -> None:
        if flight is self._resyncing:
            # A final result before `+CMEE:` ends the answer that came too late.
            if any(prefix_of(text) == "+CMEE" for text in flight.lines):
                self._resyncing = None
                self._lost_step = False
                self._start_next(now)
            return
        final = parse_final(line, flight.command.dialling)
        self._running = None
        events.append(Answered(flight.ticket, AtAnswer(flight.command, tuple(flight.lines), final)))
        self._start_next(now)

    def _notice(self, line: str, events: list[AtEvent]) -> None:
        if prefix_of(line) in WITH_BODY:
            self._body_of = line
        else:
            events.append(Notice(line))

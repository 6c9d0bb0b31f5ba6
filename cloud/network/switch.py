"""The exchange at work: its news go to devices, its steps to the event log, its waits to the clock."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from typing import Any

from cloud.network.outside import parties
from cloud.network.rules.call import Call, Party, Wait
from cloud.network.rules.exchange import Exchange
from cloud.network.rules.numbers import national
from cloud.network.rules.subscribers import Hlr, Subscriber
from core.clock import Clock
from core.events import EventLog, caused_by, current_cause
from core.settings import Settings

log = logging.getLogger(__name__)
ACTOR = "network"


class Switch:
    """Runs on the network's thread but for `call_in` and `overview`."""

    def __init__(
        self,
        *,
        clock: Clock,
        events: EventLog,
        hlr: Hlr,
        tell: Callable[[str, dict[str, Any]], None],
        post: Callable[[Callable[[], None]], None],
        settings: Settings,
        service_call: Callable[[str, str], None] | None,
    ) -> None:
        self._clock = clock
        self._events = events
        self._hlr = hlr
        self._tell = tell
        self._post = post
        self._service_call = service_call
        self._parties = parties()
        self._identities = itertools.count(1)
        self._causes: dict[int, str] = {}
        self._exchange = Exchange(
            party_of=self._party_of, is_ours=lambda number: bool(hlr.group(number)), ring_time=settings.call_ring_time
        )

    # -- devices ------------------------------------------------------------------------------------------------------

    def joined(self, subscriber: Subscriber) -> None:
        """A device registered, or its subscription changed."""
        self._exchange.join(subscriber)
        self._settle()

    def left(self, imsi: str) -> None:
        """A device is gone."""
        self._exchange.leave(imsi)
        self._settle()

    def dial(self, imsi: str, line: int, number: str) -> None:
        """A device begins a call."""
        self._exchange.dial(next(self._identities), imsi, line, number)
        self._settle()

    def answer(self, imsi: str, line: int) -> None:
        """A device takes a call."""
        self._exchange.answer(imsi, line)
        self._settle()

    def hang_up(self, imsi: str, line: int, *, busy: bool) -> None:
        """A device ends or refuses a call."""
        self._exchange.hang_up(imsi, line, busy=busy)
        self._settle()

    def hold(self, imsi: str, line: int) -> None:
        """A device holds a call."""
        self._exchange.hold(imsi, line)
        self._settle()

    def retrieve(self, imsi: str, line: int) -> None:
        """A device takes a held call back."""
        self._exchange.retrieve(imsi, line)
        self._settle()

    def swap(self, imsi: str) -> None:
        """A device changes its two calls."""
        self._exchange.swap(imsi)
        self._settle()

    def tone(self, imsi: str, line: int, key: str) -> None:
        """A device sends a tone into its call. Which key stays untold: machines ask for secrets by tones."""
        self._exchange.tone(imsi, line, key)
        self._settle()

    # -- outside ------------------------------------------------------------------------------------------------------

    def can_reach(self, number: str) -> bool:
        """Whether somebody outside has this number, in national form."""
        return number in self._parties

    def call_in(self, number: str, msisdn: str) -> int:
        """Somebody outside calls; from any thread."""
        identity = next(self._identities)
        cause = self._events.emit("outside", "call.began", number=number, line=msisdn).id

        def begin() -> None:
            self._causes[identity] = cause
            self._exchange.call_in(identity, national(number), msisdn)
            self._settle()

        self._post(begin)
        return identity

    def outside_answered(self, identity: int) -> None:
        """Somebody outside takes a call."""
        self._exchange.outside_answered(identity)
        self._settle()

    def outside_hung_up(self, identity: int) -> None:
        """Somebody outside ends a call."""
        self._exchange.outside_hung_up(identity)
        self._settle()

    def overview(self) -> list[dict[str, object]]:
        """All calls, for people; from any thread."""
        return [
            {
                "call": call.id,
                "from": call.caller_number,
                "to": call.called_number,
                "stage": call.stage,
                "devices": sorted(call.ends),
                "ringing": sorted(call.ringing),
                "held_by": sorted(call.held_by),
            }
            for call in list(self._exchange.calls.values())
        ]

    # -- inside -------------------------------------------------------------------------------------------------------

    def _party_of(self, number: str) -> Party | None:
        return None if self._hlr.group(number) else self._parties.get(number)

    def _settle(self) -> None:
        """Bring what the exchange said to where it belongs; each step of a call is caused by the one before."""
        exchange = self._exchange
        for step in exchange.steps:
            with caused_by(self._causes.get(step.call) or current_cause.get()):
                event = self._events.emit(ACTOR, step.kind, cause=None, call=step.call, **step.data)
            self._causes[step.call] = event.id
        for news in exchange.outbox:
            message = {"t": "call", "line": news.line, "state": news.state, "because": self._causes.get(news.call)}
            self._tell(news.imsi, message | {"number": news.number, "cause": news.cause})
        for step in exchange.steps:
            if step.kind == "call.ended":
                self._causes.pop(step.call, None)
        exchange.steps.clear()
        exchange.outbox.clear()
        for wait in exchange.waits:
            self._wait(wait)
        exchange.waits.clear()

    def _wait(self, wait: Wait) -> None:
        self._clock.call_later(wait.seconds, lambda: self._post(lambda: self._due(wait)))

    def _due(self, wait: Wait) -> None:
        call = self._exchange.calls.get(wait.call)
        self._exchange.due(wait)
        self._settle()
        if wait.what == "talk":
            self._desk_done(call)

    def _desk_done(self, call: Call | None) -> None:
        """The operator does what was asked for, once the talk is over; who hangs up before has asked for nothing."""
        if call is None or call.party is None or not call.party.desk or self._service_call is None:
            return
        try:
            self._service_call(call.party.number, call.caller_number)
        except Exception:
            log.exception("the operator's desk failed")

"""The phone's contactless reader: finds the card that is laid on it and lets an app talk to it while it lies there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from core.clock import Clock, Timer
from core.errors import BenchError
from core.events import EventLog
from core.faults import Fault, Faults
from core.tasks import Tasks
from phone_app.nfc.card import CardSession, Signature
from phone_app.nfc.tray import DeskCard

PORT = "phone.nfc"
KINDS = ("absent", "removed", "unreadable", "slow")
"""`absent`: a phone without a reader; `removed`: the card slips while it is read; `unreadable`: no clean contact."""
CONNECT_TIME = 0.4
"""Seconds until a card is found: what phones need."""
READ_TIME = 1.2
"""Seconds that the card must lie still for the password and a signature."""


class Listener(Protocol):
    """Who waits for a card. All calls are on the owner's thread."""

    def card_found(self) -> None:
        """A card that can be talked to lies on the phone."""

    def card_gone(self) -> None:
        """It was taken away, or slipped."""

    def card_failed(self, error: BenchError) -> None:
        """It lies there but is not what is wanted: `card.foreign`, `card.unreadable`, `nfc.off`."""


class NfcReader:
    """`cards` are those at hand, by key. `changed` is called when one is laid or taken."""

    def __init__(
        self,
        cards: Mapping[str, DeskCard],
        *,
        is_on: Callable[[], bool],
        clock: Clock,
        events: EventLog,
        faults: Faults,
        tasks: Tasks,
    ) -> None:
        self.changed: Callable[[], None] = lambda: None
        self.cards = dict(cards)
        self.laid = ""
        """Key of the card on the phone, or ""."""
        self._is_on = is_on
        self._clock = clock
        self._events = events
        self._faults = faults
        self._tasks = tasks
        self._listener: Listener | None = None
        self._contact = 0
        """Counts up with each laying and taking, so that an answer of a card that has gone is known."""
        self._session: CardSession | None = None
        self._timer: Timer | None = None
        faults.declare(PORT, KINDS)

    @property
    def connected(self) -> bool:
        """Whether a card that can be talked to lies on the phone."""
        return self._session is not None

    def begin(self, listener: Listener) -> None:
        """Look for a card; raises `nfc.absent`, `nfc.off`. One that lies there already is found at once."""
        fault = self._faults.take(PORT, "begin")
        if fault is not None and fault.kind == "absent":
            raise BenchError("nfc.absent", fault=True)
        if not self._is_on():
            raise BenchError("nfc.off")
        self._listener = listener
        if self.laid:
            self._connect()

    def end(self) -> None:
        """Look no more."""
        self._listener = None
        self._lose_contact()

    def lay(self, key: str) -> None:
        """A person lays a card on the phone, in place of one that lies there."""
        if key in self.cards and key != self.laid:
            if self.laid:
                self.take_away()
            self.laid = key
            self._events.emit("phone", "nfc.laid", card=self.cards[key].kind)
            if self._listener is not None:
                self._connect()
            self.changed()

    def take_away(self) -> None:
        """A person takes the card off the phone."""
        if self.laid:
            self._events.emit("phone", "nfc.taken", card=self.cards[self.laid].kind)
            self.laid = ""
            self._lose_contact()
            if self._listener is not None:
                self._listener.card_gone()
            self.changed()

    def transact(
        self,
        work: Callable[[CardSession], Signature],
        done: Callable[[Signature], None],
        failed: Callable[[BenchError], None],
    ) -> None:
        """Talk to the card that was found; `work` runs off the thread. It must lie there till the end.

        Without an answer when it was taken meanwhile: the listener hears of that.
        """
        fault = self._faults.take(PORT, "read")
        delay = READ_TIME + (fault.delay if fault is not None and fault.kind == "slow" else 0.0)
        self._later(delay, lambda: self._talk(fault, work, done, failed))

    def _talk(
        self,
        fault: Fault | None,
        work: Callable[[CardSession], Signature],
        done: Callable[[Signature], None],
        failed: Callable[[BenchError], None],
    ) -> None:
        contact, session = self._contact, self._session
        if fault is not None and fault.kind == "removed":
            self.take_away()
        elif fault is not None and fault.kind == "unreadable":
            failed(BenchError("card.unreadable", fault=True))
        elif not self._is_on():
            failed(BenchError("nfc.off"))
        elif session is not None:

            def finish(result: Signature) -> None:
                if contact == self._contact:
                    done(result)

            def fail(error: Exception) -> None:
                if not isinstance(error, BenchError):
                    raise error
                # What the card counted it has counted, also when it was pulled away in that moment.
                if contact == self._contact:
                    failed(error)

            self._tasks.submit(lambda: work(session), finish, fail)

    def _connect(self) -> None:
        self._lose_contact()
        fault = self._faults.take(PORT, "connect")
        delay = CONNECT_TIME + (fault.delay if fault is not None and fault.kind == "slow" else 0.0)
        self._later(delay, lambda: self._found(fault))

    def _found(self, fault: Fault | None) -> None:
        if self._listener is None or not self.laid:
            return
        card = self.cards[self.laid].card
        if not self._is_on():
            self._listener.card_failed(BenchError("nfc.off"))
        elif fault is not None and fault.kind == "removed":
            self.take_away()
        elif fault is not None and fault.kind == "unreadable":
            self._listener.card_failed(BenchError("card.unreadable", fault=True))
        elif card is None:
            self._listener.card_failed(BenchError("card.foreign", kind=self.cards[self.laid].kind))
        else:
            self._session = card.power()
            self._events.emit("phone", "nfc.found", card=self.cards[self.laid].kind)
            self._listener.card_found()

    def _lose_contact(self) -> None:
        self._contact += 1
        self._session = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _later(self, delay: float, call: Callable[[], Any]) -> None:
        """Call after `delay`, unless the card was moved meanwhile."""
        contact = self._contact

        def due() -> None:
            if contact == self._contact:
                call()

        self._timer = self._clock.call_later(delay, lambda: self._tasks.post(due))

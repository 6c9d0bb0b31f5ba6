"""Voice calls as a phone keeps them: states, hold and swap, conferences (TS 27.007 §7.13, §7.18; TS 22.030 §6.5.5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

MOST_CALLS = 7


class State(IntEnum):
    """<stat> of +CLCC."""

    ACTIVE = 0
    HELD = 1
    DIALING = 2
    ALERTING = 3
    INCOMING = 4
    WAITING = 5


SETTING_UP = (State.DIALING, State.ALERTING)
RINGING = (State.INCOMING, State.WAITING)


class CallRefused(Exception):  # noqa: N818 - a word of the network, not a fault
    """What was asked for is not possible with the calls there are."""


class Order(StrEnum):
    """What the network must be told about a call."""

    ANSWER = "answer"
    RELEASE = "release"
    REFUSE = "refuse"
    HOLD = "hold"
    RETRIEVE = "retrieve"


@dataclass(slots=True, eq=False)
class Call:
    """One call. `number` is empty when withheld; `line` is the network's own name for it, None for an injected one."""

    index: int
    number: str
    outgoing: bool
    state: State
    line: int | None = None
    conference: bool = False
    answered: bool = False


Orders = list[tuple[Call, Order]]


class Calls:
    """All calls of one phone. Methods that the user starts give the orders for the network."""

    def __init__(self) -> None:
        self.all: list[Call] = []

    def in_state(self, *states: State) -> list[Call]:
        """The calls in one of `states`, oldest first."""
        return [call for call in self.all if call.state in states]

    @property
    def ringing(self) -> Call | None:
        """The call that wants an answer."""
        return next(iter(self.in_state(*RINGING)), None)

    def find(self, index: int) -> Call:
        """The call with +CLCC's number. Raises `CallRefused`."""
        for call in self.all:
            if call.index == index:
                return call
        raise CallRefused

    def by_line(self, line: int) -> Call | None:
        """The call that the network means."""
        return next((call for call in self.all if call.line == line), None)

    # What the user does

    def dial(self, number: str) -> tuple[Call, Orders]:
        """A new call; the one in progress is held. Raises `CallRefused` when there is no room."""
        if self.in_state(*SETTING_UP, *RINGING) or (self.in_state(State.ACTIVE) and self.in_state(State.HELD)):
            raise CallRefused
        orders = self._move(State.ACTIVE, State.HELD, Order.HOLD)
        return self._add(number, True, State.DIALING), orders

    def answer(self) -> tuple[Call, Orders]:
        """Take the ringing call; the one in progress is held. Raises `CallRefused` when none rings."""
        call = self.ringing
        if call is None or (self.in_state(State.ACTIVE) and self.in_state(State.HELD)):
            raise CallRefused
        orders = self._move(State.ACTIVE, State.HELD, Order.HOLD)
        return call, [*orders, self._answer(call)]

    def hang_up(self) -> Orders:
        """ATH, +CHUP: end what is in progress or being set up, refuse what rings; a held call stays."""
        return self._release(self.in_state(State.ACTIVE, *SETTING_UP, State.INCOMING) or self.all)

    def operate(self, operation: int, index: int = 0) -> Orders:
        """+CHLD (TS 22.030 §6.5.5.1): `operation` 0 to 4, with `index` as in 1x and 2x. Raises `CallRefused`."""
        if index:
            return self._operate_one(operation, index)
        waiting, held = self.in_state(State.WAITING), self.in_state(State.HELD)
        active, setting_up = self.in_state(State.ACTIVE), self.in_state(*SETTING_UP)
        if operation == 0:
            return self._release(waiting or self.in_state(State.INCOMING) or held)
        if operation == 1:
            return self._release(active + setting_up) + self._accept(self.in_state(*RINGING)[:1] or held)
        if operation == 2:
            if setting_up or (waiting and active and held):
                raise CallRefused  # the call that is being set up would be a second active one
            orders = self._move(State.ACTIVE, State.HELD, Order.HOLD)
            return orders + self._accept(self.in_state(*RINGING)[:1] or held)
        if operation in (3, 4) and active and held:
            if operation == 4:
                return self._release(active + held)
            for call in active + held:
                call.conference = True
            return self._accept(held)
        raise CallRefused

    # What the network does

    def incoming(self, number: str, line: int | None = None, waiting_allowed: bool = True) -> Call:
        """A call arrives. Raises `CallRefused` when the phone is busy."""
        busy = self.ringing is not None or len(self.all) >= MOST_CALLS or self.in_state(*SETTING_UP)
        if busy or (self.all and not waiting_allowed):
            raise CallRefused
        call = self._add(number, False, State.WAITING if self.all else State.INCOMING)
        call.line = line
        return call

    def remove(self, call: Call) -> None:
        """The call is over; the last one of a conference is none, and a waiting call becomes the only one."""
        if call in self.all:
            self.all.remove(call)
        together = [other for other in self.all if other.conference]
        if len(together) == 1:
            together[0].conference = False
        if len(self.all) == 1 and self.all[0].state is State.WAITING:
            self.all[0].state = State.INCOMING

    # Inside

    def _operate_one(self, operation: int, index: int) -> Orders:
        call = self.find(index)
        if operation == 1 and call.state not in RINGING:
            return self._release([call])
        if operation == 2 and call.state is State.ACTIVE and not self.in_state(State.HELD, *SETTING_UP):
            call.conference = False
            rest = [other for other in self.in_state(State.ACTIVE) if other is not call]
            for other in rest:
                other.state = State.HELD
            return [(other, Order.HOLD) for other in rest]
        raise CallRefused

    def _add(self, number: str, outgoing: bool, state: State) -> Call:
        taken = {call.index for call in self.all}
        call = Call(next(index for index in range(1, MOST_CALLS + 2) if index not in taken), number, outgoing, state)
        self.all.append(call)
        return call

    def _move(self, before: State, after: State, order: Order) -> Orders:
        calls = self.in_state(before)
        for call in calls:
            call.state = after
        return [(call, order) for call in calls]

    def _answer(self, call: Call) -> tuple[Call, Order]:
        call.state, call.answered = State.ACTIVE, True
        return call, Order.ANSWER

    def _accept(self, calls: list[Call]) -> Orders:
        orders: Orders = []
        for call in calls:
            if call.state in RINGING:
                orders.append(self._answer(call))
            else:
                call.state = State.ACTIVE
                orders.append((call, Order.RETRIEVE))
        return orders

    def _release(self, calls: list[Call]) -> Orders:
        orders = [(call, Order.REFUSE if call.state in RINGING else Order.RELEASE) for call in calls]
        for call in calls:
            self.remove(call)
        return orders

"""An accessory without a window: time stands still, work is done at once, operator and network answer by a script."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from accessories.device import Device
from accessories.identity import Identity
from accessories.kinds import kind_of
from accessories.operator import Operator
from core.clock import Clock
from core.errors import BenchError
from core.events import EventLog
from core.http import Answer
from core.radio import CallEvent, SentElsewhere, Sms
from core.radio.messages import CallState, Cause, SmsState
from core.randomness import SeededRandomness
from core.tasks import InlineTasks

PARENT = "09000006543"
SIM = {"imsi": "001010000000106", "iccid": "8981000000000000060", "msisdn": PARENT, "name": "ON01 2"}


class ScriptedOperator:
    """Answers a registration with `answer`, or raises it."""

    def __init__(self) -> None:
        self.answer: Answer | BenchError = Answer(200, SIM)
        self.asked: list[dict[str, Any]] = []

    def request(self, method: str, path: str, *, json: dict[str, Any]) -> Answer:
        assert (method, path) == ("POST", "/entitlement/accessories")
        self.asked.append(json)
        if isinstance(self.answer, BenchError):
            raise self.answer
        return self.answer

    def refuse(self, code: str, **more: Any) -> None:
        self.answer = Answer(409, {"error": "access_denied", "code": code, **more})


class StillCell:
    """A radio that only keeps what it was told; `hear…` is what the network says."""

    def __init__(self, imsi: str) -> None:
        self.imsi = imsi
        self.denied = ""
        self.told: list[tuple[Any, ...]] = []
        self.error: BenchError | None = None
        self.on_registered: Callable[[bool], None] | None = None
        self.on_sms: Callable[[Sms], None] | None = None
        self.on_sms_status: Callable[[str, SmsState], None] | None = None
        self.on_sent_elsewhere: Callable[[SentElsewhere], None] | None = None
        self.on_call: Callable[[CallEvent], None] | None = None
        self.on_ussd: Callable[[int, str], None] | None = None

    def connect(self) -> None:
        self.hear_registered(True)

    def close(self) -> None:
        self.told.append(("close",))

    def set_coverage(self, covered: bool) -> None:
        self.told.append(("coverage", covered))

    def _order(self, *order: Any) -> None:
        if self.error is not None:
            raise self.error
        self.told.append(order)

    def send_sms(self, number: str, text: str) -> str:
        self._order("sms", number, text)
        return f"ref{len(self.told)}"

    def dial(self, number: str) -> int:
        self._order("dial", number)
        return 1

    def answer(self, line: int) -> None:
        self._order("answer", line)

    def hang_up(self, line: int) -> None:
        self._order("hang_up", line)

    def hold(self, line: int) -> None:
        self._order("hold", line)

    def retrieve(self, line: int) -> None:
        self._order("retrieve", line)

    def swap(self) -> None:
        self._order("swap")

    def ussd(self, text: str) -> None:
        self._order("ussd", text)

    def hear_registered(self, up: bool, denied: str = "") -> None:
        self.denied = denied
        assert self.on_registered is not None
        self.on_registered(up)

    def hear_call(self, line: int, state: CallState, number: str = "09000002001", cause: Cause = "") -> None:
        assert self.on_call is not None
        self.on_call(CallEvent(line, state, number, cause))

    def hear_sms(self, text: str, sender: str = "09000002001", identity: str = "m1") -> None:
        assert self.on_sms is not None
        self.on_sms(Sms(identity, sender, text, datetime(2026, 4, 1, tzinfo=UTC)))


class Shelf:
    """One accessory and what is around it; `restart` is an accessory whose battery was empty."""

    def __init__(self, folder: Path, name: str = "on01", given: Identity | None = None) -> None:
        self.folder = folder
        self.name = name
        self.given = given
        self.operator = ScriptedOperator()
        self.clock = Clock(start=datetime(2026, 4, 1, tzinfo=UTC), rate=0)
        self.events = EventLog(self.clock)
        self.cells: list[StillCell] = []
        self.restart()

    def restart(self) -> None:
        self.device = Device(
            kind_of(self.name),
            name=self.name,
            folder=self.folder,
            parent=PARENT,
            given=self.given,
            operator=Operator(self.operator),  # type: ignore[arg-type]
            radio=self._radio,
            clock=self.clock,
            events=self.events,
            randomness=SeededRandomness(3),
            tasks=InlineTasks(),
        )
        self.device.start()

    @property
    def cell(self) -> StillCell:
        return self.cells[-1]

    @property
    def state(self) -> dict[str, Any]:
        return self.device.state()

    def send(self, *events: str | tuple[str, Any]) -> None:
        for event in events:
            self.device.send(*((event,) if isinstance(event, str) else event))

    def set_up(self, pin: str = "6039") -> None:
        self.send("setUp", *(("pinDigit", digit) for digit in pin))

    def _radio(self, imsi: str) -> StillCell:
        self.cells.append(StillCell(imsi))
        return self.cells[-1]

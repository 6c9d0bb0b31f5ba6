"""A modem's telephone in memory, for tests: calls from outside, and what the car does with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.errors import BenchError
from firmware_bridge import CallEnd, ModemEvent, VoiceCall

if TYPE_CHECKING:
    from headunit.services.fakes import FakeModem


class FakeVoice:
    """`list` is what +CLCC would say. Orders raise `trouble`, or what the modem raises."""

    def __init__(self, modem: FakeModem) -> None:
        self.list: list[VoiceCall] = []
        self.orders: list[str] = []
        self.trouble: BenchError | None = None
        self.end: CallEnd = "normal"
        self._modem = modem

    # The other side

    def ring(self, number: str) -> None:
        """Somebody calls."""
        state = "waiting" if self.list else "incoming"
        self.list.append(VoiceCall(self._free(), False, state, number))  # type: ignore[arg-type]
        self._modem.tell(ModemEvent("waiting" if state == "waiting" else "ring", {"number": number}))

    def taken(self) -> None:
        """The other side answers what was dialled; no event tells it."""
        self.list = [replace(call, state="active") if call.outgoing else call for call in self.list]

    def hang_up_outside(self, index: int = 1, end: CallEnd = "normal") -> None:
        """The other side ends a call, or the network does."""
        self.list = [call for call in self.list if call.index != index]
        if len(self.list) == 1 and self.list[0].state == "waiting":
            self.list = [replace(self.list[0], state="incoming")]
        self.end = end
        self._modem.tell(ModemEvent("call_ended", {"reason": "NO CARRIER"}))

    # The car's orders

    def announce(self) -> None:
        """Numbers and second calls are told."""
        self._do("announce")

    def calls(self) -> list[VoiceCall]:
        """The list."""
        self._modem._call("calls")
        return list(self.list)

    def dial(self, number: str) -> None:
        """It rings there."""
        assert number.lstrip("+").isdecimal(), number
        self._do(f"dial {number}")
        self._hold()
        self.list.append(VoiceCall(self._free(), True, "alerting", number))

    def answer(self) -> None:
        """Take what rings."""
        self._do("answer")
        self._take()

    def hang_up(self) -> None:
        """End all but what is held or waits."""
        self._do("hang_up")
        self.list = [call for call in self.list if call.state in ("held", "waiting")]
        self.end = "normal"

    def refuse_waiting(self) -> None:
        """The second call is refused."""
        self._do("refuse_waiting")
        self.list = [call for call in self.list if call.state != "waiting"]

    def end_and_go_on(self) -> None:
        """End the one in progress, take the other."""
        self._do("end_and_go_on")
        self.list = [call for call in self.list if call.state not in ("active", "alerting")]
        self._take()

    def hold_and_go_on(self) -> None:
        """Hold the one in progress, take the other."""
        self._do("hold_and_go_on")
        others = [call for call in self.list if call.state != "active"]
        self._hold()
        for call in others:
            self.list[self.list.index(call)] = replace(call, state="active")

    def end_one(self, index: int) -> None:
        """End that one."""
        self._do(f"end_one {index}")
        self.list = [call for call in self.list if call.index != index]

    def tone(self, key: str) -> None:
        """A tone."""
        self._do(f"tone {key}")

    def mute(self, muted: bool) -> None:
        """The microphone."""
        self._do(f"mute {int(muted)}")

    def last_end(self) -> CallEnd:
        """Why the last call ended."""
        return self.end

    # Inside

    def _do(self, order: str) -> None:
        self._modem._call("voice")
        self.orders.append(order)
        if self.trouble is not None:
            raise self.trouble

    def _hold(self) -> None:
        self.list = [replace(call, state="held") if call.state == "active" else call for call in self.list]

    def _take(self) -> None:
        self.list = [
            replace(call, state="active") if call.state in ("incoming", "waiting", "held") else call
            for call in self.list
        ]

    def _free(self) -> int:
        return next(index for index in range(1, 8) if all(call.index != index for call in self.list))

"""The exchange: one number, several devices, one conversation (rows ONE-VOICE-01 to -08).

A call to a number rings on all its idle devices in reach; the first answer wins. While one device is in a call, the
others neither ring nor call out, but for an emergency call, which drops what is in its way. A second call is told on
the busy device only, if the line has call waiting. Input: what devices and timers do; output: `outbox`,
`waits`, `steps`.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable

from cloud.network.rules.call import Call, News, Party, Step, Wait
from cloud.network.rules.numbers import EMERGENCY, can_be_dialled, national
from cloud.network.rules.subscribers import Subscriber
from core.radio.messages import Cause

TONES = tuple("0123456789*#")
"""Keys that send a tone (TS 23.014 §4; A to D are on no telephone)."""


class Exchange:
    """All calls of the network. `party_of(number)` knows who is outside, `is_ours(number)` the operator's own lines."""

    def __init__(
        self, *, party_of: Callable[[str], Party | None], is_ours: Callable[[str], bool], ring_time: float
    ) -> None:
        self.outbox: list[News] = []
        self.waits: list[Wait] = []
        self.steps: list[Step] = []
        self.calls: dict[int, Call] = {}
        self._party_of = party_of
        self._is_ours = is_ours
        self._ring_time = ring_time
        self._devices: dict[str, Subscriber] = {}
        self._offers = itertools.count(2, 2)

    # -- devices come and go ------------------------------------------------------------------------------------------

    def join(self, device: Subscriber) -> None:
        """A device is in reach, or what it may do changed."""
        before = self._devices.get(device.imsi)
        self._devices[device.imsi] = device
        if before is not None and (not device.voice or before.msisdn != device.msisdn):
            self._drop_calls_of(device.imsi)

    def leave(self, imsi: str) -> None:
        """A device is out of reach: its calls break, and it rings no longer."""
        if self._devices.pop(imsi, None) is not None:
            self._drop_calls_of(imsi)

    # -- what devices do ----------------------------------------------------------------------------------------------

    def dial(self, identity: int, imsi: str, line: int, number: str) -> None:
        """A device begins a call, which is to be known as `identity`."""
        device = self._devices.get(imsi)
        if device is None or line % 2 == 0 or line < 1 or self._by_line(imsi, line) is not None:
            return
        wanted = national(number)
        call = Call(identity, imsi, device.msisdn, wanted, lines={imsi: line})
        self._step("call.dialled", call, imsi=imsi, device=device.kind, number=wanted)
        cause = self._make_room(device, emergency=wanted in EMERGENCY)
        if not cause and not can_be_dialled(wanted):
            cause = "unknown_number"
        if cause:
            self._refuse(call, cause)
            return
        self.calls[call.id] = call
        self._route(call, device.msisdn)

    def call_in(self, identity: int, number: str, msisdn: str) -> None:
        """Somebody outside calls one of our lines."""
        call = Call(identity, "", number, msisdn)
        self._step("call.came_in", call, number=number, line=msisdn)
        self.calls[call.id] = call
        self._offer(call)

    def answer(self, imsi: str, line: int) -> None:
        """A device takes a call; the first one wins. What it was talking on is held."""
        call = self._by_line(imsi, line)
        if call is None or imsi not in call.ringing:
            return
        self._hold_active(imsi)
        others, call.ringing = call.ringing - {imsi}, set()
        call.taker, call.stage = imsi, "connected"
        for other in sorted(others):
            self._tell(other, call, "ended", "answered_elsewhere")
            del call.lines[other]
        self._step("call.answered", call, imsi=imsi, device=self._devices[imsi].kind)
        self._tell(imsi, call, "connected")
        self._tell(call.caller, call, "connected")

    def hang_up(self, imsi: str, line: int, *, busy: bool = False) -> None:
        """A device ends a call or declines one for all devices; `busy`: it alone cannot take it."""
        call = self._by_line(imsi, line)
        if call is None:
            return
        if imsi not in call.ringing:
            self._end(call, "normal")
        elif not busy:
            self._end(call, "declined")
        else:
            self._stop_ringing(call, imsi, "busy", nobody_left="busy")

    def hold(self, imsi: str, line: int) -> None:
        """Hold a call; one that was held comes back."""
        call = self._by_line(imsi, line)
        if call is None or call.stage != "connected" or imsi in call.held_by:
            return
        held = self._held(imsi)
        self._set_held(imsi, call, True)
        for other in held:
            self._set_held(imsi, other, False)

    def retrieve(self, imsi: str, line: int) -> None:
        """Take a held call back; what was being talked on is held."""
        call = self._by_line(imsi, line)
        if call is not None and imsi in call.held_by and not self._setting_up(imsi):
            self._hold_active(imsi)
            self._set_held(imsi, call, False)

    def swap(self, imsi: str) -> None:
        """Change the call in progress for the held one, or take the held one back."""
        held = self._held(imsi)
        if held:
            self.retrieve(imsi, held[0].lines[imsi])

    def tone(self, imsi: str, line: int, key: str) -> None:
        """A key pressed in a call; without effect unless it is talked in."""
        call = self._by_line(imsi, line)
        talking = call is not None and call.stage == "connected" and imsi in call.ends and imsi not in call.held_by
        if call is not None and talking and key in TONES:
            self._step("call.tone", call, imsi=imsi, device=self._devices[imsi].kind)

    # -- what those outside and time do -------------------------------------------------------------------------------

    def due(self, wait: Wait) -> None:
        """The time that a `Wait` asked for is over; without effect when the call has gone on."""
        call = self.calls.get(wait.call)
        if call is None:
            return
        if wait.what == "talk":
            self._end(call, "normal")
        elif call.stage != "alerting":
            return
        elif wait.what == "answer":
            self.outside_answered(wait.call)
        else:
            self._end(call, "no_answer")

    def outside_answered(self, identity: int) -> None:
        """Somebody outside takes a call that a device began."""
        call = self.calls.get(identity)
        if call is None or call.party is None or call.stage != "alerting":
            return
        call.stage = "connected"
        self._step("call.answered", call, number=call.party.number)
        self._tell(call.caller, call, "connected")
        if call.party.talks_for is not None:
            self.waits.append(Wait(call.party.talks_for, call.id, "talk"))

    def outside_hung_up(self, identity: int) -> None:
        """Somebody outside ends a call, or does not take it."""
        call = self.calls.get(identity)
        if call is None or (call.party is None and call.caller):
            return
        busy = call.party is not None and call.stage == "alerting"
        self._end(call, "busy" if busy else "normal")

    # -- inside: beginning --------------------------------------------------------------------------------------------

    def _make_room(self, device: Subscriber, *, emergency: bool) -> Cause:
        """Why `device` may not call out now, or "" after its call in progress was held."""
        if emergency:  # goes before the right to telephone too, as on any phone
            for call in self._of_group(device.msisdn):
                if device.imsi not in call.ends or call.ringing:
                    self._end(call, "emergency")
            if self._full(device.imsi):
                for call in self._of(device.imsi):
                    self._end(call, "emergency")
            self._hold_active(device.imsi)
            return ""
        if not device.voice:
            return "not_allowed"
        mine = self._of(device.imsi)
        if any(call not in mine for call in self._of_group(device.msisdn)):
            return "group_busy"
        if self._full(device.imsi):
            return "busy"
        self._hold_active(device.imsi)
        return ""

    def _full(self, imsi: str) -> bool:
        """Whether a device has no room for one more call of its own."""
        return len(self._of(imsi)) > 1 or self._setting_up(imsi)

    def _route(self, call: Call, own_number: str) -> None:
        party = self._party_of(call.called_number)
        if party is not None:
            call.party = party
            self._step("call.alerting", call, number=party.number)
            self._tell(call.caller, call, "alerting")
            if party.answers_after is not None:
                self.waits.append(Wait(party.answers_after, call.id, "answer"))
            self.waits.append(Wait(self._ring_time, call.id, "ring"))
        elif call.called_number == own_number:
            self._end(call, "busy")
        elif self._is_ours(call.called_number):
            self._offer(call)
        else:
            self._end(call, "unknown_number")

    def _offer(self, call: Call) -> None:
        group = self._group(call.called_number)
        there = [self._devices[imsi] for imsi in sorted(group) if self._devices[imsi].voice]
        present = [other for other in self._of_group(call.called_number) if other is not call]
        if not there:
            self._end(call, "unreachable")
        elif not present:
            for device in there:
                self._ring(call, device.imsi, waiting=False)
            self._alert(call)
        elif (busy := self._may_wait(there, present)) is not None:
            self._ring(call, busy.imsi, waiting=True)
            self._alert(call)
        else:
            self._end(call, "busy")

    def _may_wait(self, there: Iterable[Subscriber], present: list[Call]) -> Subscriber | None:
        """The one busy device, if it can be told of a second call (ONE-VOICE-05)."""
        if len(present) != 1 or present[0].stage != "connected":
            return None
        busy = [device for device in there if device.imsi in present[0].ends]
        return busy[0] if len(busy) == 1 and busy[0].call_waiting else None

    def _ring(self, call: Call, imsi: str, *, waiting: bool) -> None:
        call.ringing.add(imsi)
        call.lines[imsi] = next(self._offers)
        self._step("call.offered", call, imsi=imsi, device=self._devices[imsi].kind, waiting=waiting)
        self._tell(imsi, call, "waiting" if waiting else "offered")

    def _alert(self, call: Call) -> None:
        self._tell(call.caller, call, "alerting")
        self.waits.append(Wait(self._ring_time, call.id, "ring"))

    # -- inside: ending -----------------------------------------------------------------------------------------------

    def _refuse(self, call: Call, cause: Cause) -> None:
        self._step("call.ended", call, reason=cause)
        self._tell(call.caller, call, "ended", cause)

    def _end(self, call: Call, cause: Cause) -> None:
        """Tell all that are in it; what waited for one of them rings there now."""
        if self.calls.pop(call.id, None) is None:
            return
        self._refuse(call, cause)
        for imsi in sorted(call.lines):
            if imsi != call.caller:
                self._tell(imsi, call, "ended", cause)
        for imsi in sorted(call.ends):
            self._ring_what_waited(imsi)

    def _ring_what_waited(self, imsi: str) -> None:
        if imsi not in self._devices or self._of(imsi):
            return
        for call in self.calls.values():
            if imsi in call.ringing:
                self._tell(imsi, call, "offered")

    def _stop_ringing(self, call: Call, imsi: str, cause: Cause, *, nobody_left: Cause) -> None:
        call.ringing.discard(imsi)
        self._tell(imsi, call, "ended", cause)
        del call.lines[imsi]
        if not call.ringing:
            self._end(call, nobody_left)

    def _drop_calls_of(self, imsi: str) -> None:
        for call in list(self.calls.values()):
            if imsi in call.ends:
                self._end(call, "coverage")
            elif imsi in call.ringing:
                self._stop_ringing(call, imsi, "coverage", nobody_left="unreachable")

    # -- inside: holding ----------------------------------------------------------------------------------------------

    def _hold_active(self, imsi: str) -> None:
        for call in self._of(imsi):
            if call.stage == "connected" and imsi not in call.held_by:
                self._set_held(imsi, call, True)

    def _set_held(self, imsi: str, call: Call, held: bool) -> None:
        (call.held_by.add if held else call.held_by.discard)(imsi)
        device = self._devices[imsi].kind if imsi in self._devices else ""
        self._step("call.held" if held else "call.retrieved", call, imsi=imsi, device=device)
        self._tell(imsi, call, "held" if held else "connected")

    def _held(self, imsi: str) -> list[Call]:
        return [call for call in self._of(imsi) if imsi in call.held_by]

    # -- inside: who is where -----------------------------------------------------------------------------------------

    def _group(self, msisdn: str) -> set[str]:
        return {imsi for imsi, device in self._devices.items() if device.msisdn == msisdn}

    def _of(self, imsi: str) -> list[Call]:
        """The calls that engage a device; not those that only ring there."""
        return [call for call in self.calls.values() if imsi in call.ends]

    def _of_group(self, msisdn: str) -> list[Call]:
        group = self._group(msisdn)
        return [call for call in self.calls.values() if (call.ends | call.ringing) & group]

    def _setting_up(self, imsi: str) -> bool:
        return any(call.stage == "alerting" for call in self._of(imsi))

    def _by_line(self, imsi: str, line: int) -> Call | None:
        return next((call for call in self.calls.values() if call.lines.get(imsi) == line), None)

    def _tell(self, imsi: str, call: Call, state: object, cause: Cause = "") -> None:
        if imsi in call.lines and imsi in self._devices:
            self.outbox.append(News(imsi, call.id, call.lines[imsi], state, call.number_for(imsi), cause))  # type: ignore[arg-type]

    def _step(self, kind: str, call: Call, **data: object) -> None:
        self.steps.append(Step(kind, call.id, data))

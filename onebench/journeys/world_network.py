"""The mobile network of a world for journeys: people outside, coverage, the operator's desk, and the modem's line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.errors import BenchError
from onebench.journeys.line_tap import LineTap


class WorldNetwork:
    """Those outside are known by their number: nobody has two calls with the same one."""

    def __init__(self, world: Any) -> None:
        self._world = world
        self._tap: LineTap | None = None

    @property
    def at_lines(self) -> Sequence[str]:
        """What the car's modem sent to the car so far."""
        if self._tap is None:
            self._tap = LineTap()
        self._listen(self._tap)
        return self._tap.lines

    def call_in(self, number: str, msisdn: str) -> None:
        """Somebody outside (`number`, "" withheld) calls a line."""
        self._radio.call_in(number, msisdn)

    def answer_in(self, number: str) -> None:
        """Who was called from the line takes the call. Raises `journey.no_call`."""
        self._radio.answer_call(self._call_with(number))

    def end_call(self, number: str) -> None:
        """The outside end hangs up. Raises `journey.no_call`."""
        self._radio.end_call(self._call_with(number))

    def sms_in(self, number: str, text: str, msisdn: str) -> None:
        """Somebody outside writes to a line."""
        self._radio.sms.send(msisdn, number, text)

    def set_coverage(self, actor: str, on: bool) -> None:
        """Whether the network reaches a device: car, phone or an accessory."""
        self._world.set_coverage(actor, on)

    def release(self, name: str, msisdn: str) -> None:
        """The operator releases a line's accessory, as at the management site. Raises `registry.unknown`."""
        registrations = self._world.servers.carrier.services.registrations
        found = next((one for one in registrations.of(msisdn) if one.name == name), None)
        if found is None:
            raise BenchError("registry.unknown")
        registrations.release(msisdn, found.id)

    @property
    def _radio(self) -> Any:
        radio = self._world.servers.radio
        if radio is None:
            raise BenchError("radio.no_coverage")
        return radio

    def _call_with(self, number: str) -> int:
        for call in self._radio.calls:
            if number in (call["from"], call["to"]):
                return int(call["call"])
        raise BenchError("journey.no_call", number=number)

    def _listen(self, tap: LineTap) -> None:
        """The modem may be another one by now: a car of another brand has its own."""
        if self._world.modem is not None:
            self._world.modem.on_sent = tap.take

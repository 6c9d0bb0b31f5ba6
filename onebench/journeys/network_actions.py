"""What a journey can have the mobile network and people outside do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onebench.journeys.bench import Bench
from onebench.journeys.conditions import Checker

OWN_NUMBER = "${persona.line.msisdn}"
"""Who is called, written to or served where a journey names nobody: the line of whoever has the phone."""


def network_actions(bench: Bench, checker: Checker) -> dict[str, Callable[[Any], None]]:
    """Action → what it does with its argument, whose variables are filled in already."""

    def line_of(argument: dict[str, Any]) -> str:
        return str(argument.get("to") or checker.resolve(OWN_NUMBER))

    def coverage(argument: dict[str, bool]) -> None:
        for actor, on in argument.items():
            bench.network.set_coverage(actor, on)

    return {
        "call_in": lambda call: bench.network.call_in(call["number"], line_of(call)),
        "answer_in": bench.network.answer_in,
        "end_call": bench.network.end_call,
        "sms_in": lambda sms: bench.network.sms_in(sms["number"], sms["text"], line_of(sms)),
        "coverage": coverage,
        "release": lambda name: bench.network.release(name, line_of({})),
    }

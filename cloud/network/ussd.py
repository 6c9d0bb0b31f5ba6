"""Answers to service codes, in the device's language."""

from __future__ import annotations

import tomllib
from functools import cache

from cloud.network.rules import service_codes
from cloud.network.rules.messages import preferred
from cloud.network.rules.subscribers import Hlr, Subscriber
from cloud.network.sms_centre import SmsCentre
from core.paths import ASSETS

DONE, NOT_SUPPORTED = 0, 4
"""<m> of +CUSD (TS 27.007 §7.15)."""


@cache
def _answers() -> dict[str, dict[str, str]]:
    return tomllib.loads((ASSETS / "network" / "answers.toml").read_text(encoding="utf-8"))


class ServiceDesk:
    """Carries service codes out."""

    def __init__(self, centre: SmsCentre, hlr: Hlr) -> None:
        self._centre = centre
        self._hlr = hlr

    def ask(self, device: Subscriber, text: str, language: str) -> tuple[int, str]:
        """<m> and the words of the answer."""
        words = _answers().get(language) or _answers()["ja"]
        wish = service_codes.parse(text)
        if wish is None:
            return NOT_SUPPORTED, words["unknown_code"]
        first = preferred(self._hlr.group(device.msisdn), self._centre.priority(device.msisdn))
        decision = service_codes.decide(wish, device, first)
        if decision.priority is not None:
            self._centre.set_priority(device.msisdn, decision.priority)
        return DONE, words[decision.answer]

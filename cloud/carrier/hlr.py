"""The operator's register as its network asks it: which SIM belongs to which line, and whether it may come in."""

from __future__ import annotations

from collections.abc import Sequence

from cloud.carrier.accessory_sims import AccessorySim, AccessorySims
from cloud.carrier.lines import Lines
from cloud.carrier.rules.accessories import grant_of
from cloud.carrier.stock import Stock, StockedProfile
from cloud.network.rules.subscribers import CAR, PHONE, Subscriber


class OperatorRegister:
    """`cloud.network.rules.subscribers.Hlr` over lines and profiles. `stock` are the profiles that anybody may
    download (a tester's car has them); those for accessories come in as long as their accessory is not released.
    """

    def __init__(self, lines: Lines, stock: Stock, accessories: AccessorySims) -> None:
        self._lines = lines
        self._stock = stock
        self._accessories = accessories

    def subscriber(self, imsi: str) -> Subscriber | None:
        """The SIM, or None if it is not this operator's."""
        if (line := self._lines.by_imsi(imsi)) is not None:
            return Subscriber(imsi, line.msisdn, PHONE)
        if (sim := self._accessories.by_imsi(imsi)) is not None:
            return _accessory(sim)
        if (profile := self._stock.by_imsi(imsi)) is not None:
            return _anybodys(profile)
        return None

    def group(self, msisdn: str) -> Sequence[Subscriber]:
        """All SIMs of a number, the phone's first; empty for a number that is not this operator's."""
        line = self._lines.get(msisdn)
        if line is None:
            return []
        accessories = [_accessory(sim) for sim in self._accessories.of(msisdn)]
        others = [_anybodys(profile) for profile in self._stock.of(msisdn)]
        return [Subscriber(line.imsi, msisdn, PHONE), *accessories, *others]


def _accessory(sim: AccessorySim) -> Subscriber:
    grant = grant_of(sim.kind)
    return Subscriber(sim.imsi, sim.msisdn, grant.kind, sim.name, sms=grant.sms, voice=grant.voice)


def _anybodys(profile: StockedProfile) -> Subscriber:
    return Subscriber(profile.imsi, profile.msisdn, CAR, sms=False)

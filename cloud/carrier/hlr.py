"""The operator's register as its network asks it: which SIM belongs to which line, and whether it may come in."""

from __future__ import annotations

from collections.abc import Sequence

from cloud.carrier.lines import Lines
from cloud.carrier.profile_stock import ProfileStock
from cloud.carrier.stock import Stock
from cloud.network.rules.subscribers import CAR, PHONE, Subscriber


class OperatorRegister:
    """`cloud.network.rules.subscribers.Hlr` over lines and profiles. `stock` are the profiles that anybody may
    download; those for accessories come in as long as their accessory is not released.
    """

    def __init__(self, lines: Lines, stock: Stock, accessories: ProfileStock) -> None:
        self._lines = lines
        self._stock = stock
        self._accessories = accessories

    def subscriber(self, imsi: str) -> Subscriber | None:
        """The SIM, or None if it is not this operator's."""
        if (line := self._lines.by_imsi(imsi)) is not None:
            return Subscriber(imsi, line.msisdn, PHONE)
        if (msisdn := self._accessories.line_of(imsi)) is not None:
            return Subscriber(imsi, msisdn, CAR, sms=False)
        if (profile := self._stock.by_imsi(imsi)) is not None:
            return Subscriber(imsi, profile.msisdn, CAR, sms=False)
        return None

    def group(self, msisdn: str) -> Sequence[Subscriber]:
        """All SIMs of a number, the phone's first; empty for a number that is not this operator's."""
        line = self._lines.get(msisdn)
        if line is None:
            return []
        imsis = [*self._accessories.imsis_of(msisdn), *(profile.imsi for profile in self._stock.of(msisdn))]
        cars = [Subscriber(imsi, msisdn, CAR, sms=False) for imsi in imsis]
        return [Subscriber(line.imsi, msisdn, PHONE), *cars]

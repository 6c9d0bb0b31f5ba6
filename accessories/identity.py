"""Who an accessory is: its eUICC and IMEI from the factory, and the SIM that it got when it was registered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from core.errors import BenchError
from core.randomness import Randomness, choose
from core.store import JsonStore

_TAC = "00499901"
"""Type allocation code of test devices (3GPP TS 23.003 §6.2: reporting body 00)."""
_EUM = "89081000"
"""First digits of the bench's EIDs."""


@dataclass(frozen=True)
class Identity:
    """`imsi` "" means that it has never been registered; `name` is that of the registry."""

    eid: str
    imei: str
    imsi: str = ""
    iccid: str = ""
    msisdn: str = ""
    name: str = ""

    @property
    def registered(self) -> bool:
        """Whether it has a SIM."""
        return bool(self.imsi)


class IdentityStore:
    """One file, mode 0600. A damaged one is kept aside, told in `trouble`, and the accessory is new again."""

    def __init__(self, path: Path, *, randomness: Randomness, given: Identity | None = None) -> None:
        """`given`: who it is at its first start, for accessories that the demonstration has registered already."""
        self._store = JsonStore(path)
        stored = self._store.load()
        try:
            identity = Identity(**{name: str(value) for name, value in stored.items()}) if stored else None
        except TypeError:
            self._store.set_aside()
            identity = None
        aside = self._store.kept_aside
        self.trouble = BenchError("storage.damaged", path=str(aside)) if aside else None
        self.identity = identity or given or new_identity(randomness)
        if identity is None:
            self.put(self.identity)

    def put(self, identity: Identity) -> None:
        """Store; raises `storage.full`, `storage.failed`."""
        self._store.save(asdict(identity))
        self.identity = identity

    def registered(self, sim: Mapping[str, Any]) -> None:
        """The operator's answer to the registration; raises `storage.*`."""
        told = {name: str(sim.get(name, "")) for name in ("imsi", "iccid", "msisdn", "name")}
        self.put(replace(self.identity, **told))


def new_identity(randomness: Randomness) -> Identity:
    """A device fresh from the factory: an EID with its check digits, an IMEI with its check digit."""
    digits = choose(randomness, "0123456789", 28)
    body = _EUM + digits[:22]
    eid = body + f"{98 - int(body + '00') % 97:02d}"
    serial = _TAC + digits[22:]
    return Identity(eid, serial + luhn_digit(serial))


def luhn_digit(digits: str) -> str:
    """The check digit of an IMEI (3GPP TS 23.003 annex B)."""
    doubled = [int(digit) * 2 if place % 2 == 0 else int(digit) for place, digit in enumerate(reversed(digits))]
    return str(-sum(value // 10 + value % 10 for value in doubled) % 10)


def of_the_demonstration(demo: Mapping[str, Any], msisdn: str, kind: str, number: int = 1) -> Identity | None:
    """The `number`th accessory of this kind that the demonstration has registered for a line, or None."""
    fitting = [
        item
        for item in demo.get("accessories", ())
        if item["msisdn"] == msisdn and item["kind"] == kind and "released" not in item
    ]
    if number > len(fitting):
        return None
    item = fitting[number - 1]
    imei = str(item["imei"]) if str(item["imei"]).isdigit() else _TAC + "000000" + luhn_digit(_TAC + "000000")
    return Identity(str(item["eid"]), imei, str(item["imsi"]), str(item["iccid"]), msisdn, str(item["name"]))

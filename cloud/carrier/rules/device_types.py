"""What sort of device an accessory is, as the management site says it (「端末の種類」, MGMT-EDIT-02)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeviceType:
    """`id` is language-free and names the picture; `name` is how the maker calls it, "" for a device nobody knows."""

    id: str
    name: str


CARS = {"bmw": DeviceType("bmw", "BMW"), "mini": DeviceType("mini", "MINI")}
"""By what cars hand over instead of an IMEI (MGMT-TOP1-10)."""
OTHERS = {
    "watch6": DeviceType("watch6", "Apple Watch Series 6"),
    "watch-se": DeviceType("watch-se", "Apple Watch SE"),
    "on01": DeviceType("on01", "ON01"),
}
"""By the registry's kind (`rules.accessories`)."""
UNKNOWN = DeviceType("other", "")


def device_type(kind: str, imei: str) -> DeviceType:
    """The type of an accessory; its name is the owner's to change and says nothing (MGMT-EDIT-12)."""
    if kind == "car":
        return CARS.get(imei.casefold(), UNKNOWN)
    return OTHERS.get(kind, UNKNOWN)


def shown_imei(imei: str) -> str:
    """What stands beside IMEI: the number, what a car says of itself, or nothing (MGMT-TOP1-23)."""
    return imei.casefold() if imei.casefold() in CARS else imei

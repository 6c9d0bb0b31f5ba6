"""Whether what was read from the disk can be a profile or a report: a damaged memory must not stop the card later."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firmware_bridge.virtual.card.memory import StoredNotification, StoredProfile

_KINDS = {"str": str, "bool": bool, "int": int}
MOST_BITS, MOST_NUMBER = 8, 1 << 31


def check_profile(profile: StoredProfile) -> None:
    """Raises `ValueError` for values that no profile has."""
    _check_kinds(profile)
    numbers = (profile.iccid, profile.imsi or "0", profile.msisdn or "0")
    if not all(number.isascii() and number.isdigit() for number in numbers) or not 10 <= len(profile.iccid) <= 20:
        raise ValueError("numbers that are none")
    if len(profile.imsi) > 15 or len(profile.msisdn) > 20:
        raise ValueError("numbers that are too long")
    if profile.icon_type is not None and not _is_number(profile.icon_type, 256):
        raise ValueError("no kind of icon")
    if not _is_numbers(profile.rules) or min(profile.profile_class, profile.size) < 0:
        raise ValueError("no such rule, class or size")
    if not 0 <= min(profile.pin_tries, profile.puk_tries) <= max(profile.pin_tries, profile.puk_tries) < 16:
        raise ValueError("tries that no PIN has")
    for text in (profile.aid, profile.icon, profile.owner, *_texts(profile.files), *_texts(profile.keys)):
        bytes.fromhex(text)
    if profile.notify is not None and not isinstance(profile.notify, list):
        raise ValueError("no list of reports")
    for item in profile.notify or []:
        if not isinstance(item["address"], str) or not _is_numbers(item["operations"]):
            raise ValueError("no such report")


def check_report(report: StoredNotification) -> None:
    """Raises `ValueError` for values that no report has."""
    _check_kinds(report)
    bytes.fromhex(report.signed)
    number = report.iccid or "0000000000"
    if not _is_number(report.sequence, MOST_NUMBER) or not _is_number(report.operation, MOST_BITS):
        raise ValueError("no such report")
    if not (number.isascii() and number.isdigit() and 10 <= len(number) <= 20):
        raise ValueError("a report of no profile")


def _check_kinds(item: Any) -> None:
    for own in fields(item):
        wanted = _KINDS.get(str(own.type))
        if wanted is not None and type(getattr(item, own.name)) is not wanted:
            raise ValueError(f"{own.name} of a wrong kind")


def _is_number(value: object, limit: int) -> bool:
    return type(value) is int and 0 <= value < limit


def _is_numbers(values: object) -> bool:
    return isinstance(values, list) and all(_is_number(value, MOST_BITS) for value in values)


def _texts(contents: dict[str, Any]) -> list[str]:
    found = [text for one in contents.values() for text in ([one] if isinstance(one, str) else one)]
    if not all(isinstance(text, str) for text in found):
        raise ValueError("contents of a wrong kind")
    return found

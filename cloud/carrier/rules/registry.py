"""Rules of the One Number registry: how many accessories, who makes room, what they may be called."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cloud.odsa.messages import ServiceStatus
from core.errors import BenchError

NAME_LONGEST = 30
NAME_SIGNS = "-_.+"
"""Half-width signs that a name may have besides letters, digits and spaces; full-width ones are free (MGMT-EDIT-05)."""
HOLDING = (ServiceStatus.ACTIVATED, ServiceStatus.ACTIVATING)
"""Standings that hold one of the line's places."""


@dataclass(frozen=True)
class Place:
    """An accessory as the limit sees it."""

    id: int
    eid: str
    status: ServiceStatus


def making_room(places: Sequence[Place], *, eid: str, most: int) -> list[int]:
    """Ids of the accessories that must give way so that the card `eid` can be registered.

    Only what was never finished gives way: a driver who begins in one car and goes on in another is not stopped by the
    first. Raises `registry.no_contract` and `registry.no_free_slot {most}`.
    """
    if most <= 0:
        raise BenchError("registry.no_contract")
    others = [place for place in places if place.eid != eid and place.status in HOLDING]
    if len(others) < most:
        return []
    begun = [place.id for place in others if place.status is ServiceStatus.ACTIVATING]
    needed = len(others) - most + 1
    if len(begun) < needed:
        raise BenchError("registry.no_free_slot", most=most)
    return begun[:needed]


def free_slots(places: Collection[Place], most: int) -> int:
    """How many accessories more the contract allows; what was only begun holds no place against another."""
    return max(0, most - sum(place.status is ServiceStatus.ACTIVATED for place in places))


def clean_name(text: str, taken: Collection[str]) -> str:
    """A name as it is stored: as it was typed, but for spaces around it and repeated ones (MGMT-EDIT-04…06).

    Raises `registry.name_blank`, `registry.name_too_long {most}`, `registry.name_sign {sign}`, `registry.name_taken`.
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        raise BenchError("registry.name_blank")
    if len(name) > NAME_LONGEST:
        raise BenchError("registry.name_too_long", most=NAME_LONGEST)
    for sign in name:
        if unicodedata.category(sign)[0] not in "LN" and sign not in NAME_SIGNS + " " and not _is_full_width(sign):
            raise BenchError("registry.name_sign", sign=sign)
    if name_key(name) in {name_key(one) for one in taken}:
        raise BenchError("registry.name_taken")
    return name


def name_key(name: str) -> str:
    """Names with the same key are one name to whoever reads them: no capitals, no widths of letters."""
    return unicodedata.normalize("NFKC", name).casefold()


def _is_full_width(sign: str) -> bool:
    """True for signs of the Japanese character set (JIS X 0208); emoji are none, and other devices cannot show them."""
    try:
        return len(sign.encode("shift_jis")) == 2
    except UnicodeEncodeError:
        return False


def free_name(wish: str, taken: Collection[str]) -> str:
    """`wish`, or `wish 2`, `wish 3`, … if there is one of that name: a second BMW needs a name of its own."""
    known = {name_key(one) for one in taken}
    names = [wish, *(f"{wish} {number}" for number in range(2, len(known) + 3))]
    return next(name for name in names if name_key(name) not in known)

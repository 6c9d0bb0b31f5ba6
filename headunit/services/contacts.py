"""The parent phone's contacts out of its vCard text (RFC 6350; BMW-JP-CAR-13a). Blocking for a big phone book."""

from __future__ import annotations

import re
from typing import Any

MOST = 5000
"""More contacts than anybody scrolls through in a car."""
CARD = re.compile(r"^BEGIN:VCARD\s*$.*?^END:VCARD\s*$", re.IGNORECASE | re.MULTILINE | re.DOTALL)


def parse_contacts(text: str) -> list[dict[str, Any]]:
    """`[{name, numbers}]` in the phone's order; a card without a name shows its number, broken ones are left out."""
    found: list[dict[str, Any]] = []
    for match in CARD.finditer(text):
        contact = _parse_card(match.group())
        if contact is not None:
            found.append(contact)
        if len(found) >= MOST:
            break
    return found


def _parse_card(text: str) -> dict[str, Any] | None:
    from vobject import readOne
    from vobject.base import VObjectError

    try:
        card = readOne(text, allowQP=True)
        numbers = [str(item.value).removeprefix("tel:").strip() for item in card.contents.get("tel", [])]
        names = [str(item.value).strip() for item in card.contents.get("fn", [])]
    except (VObjectError, ValueError, LookupError, AttributeError, TypeError):
        return None  # one broken card of a phone costs that card only
    numbers = [number for number in numbers if number]
    name = next((name for name in names if name), "") or next(iter(numbers), "")
    return {"name": name, "numbers": numbers} if name else None

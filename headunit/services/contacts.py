"""The parent phone's contacts out of its vCard text (RFC 6350; BMW-JP-CAR-13a). Blocking for a big phone book."""

from __future__ import annotations

from typing import Any

MOST = 5000
"""More contacts than anybody scrolls through in a car."""


def parse_contacts(text: str) -> list[dict[str, Any]]:
    """`[{name, numbers}]` in the phone's order; cards without a name show their number, broken ones are left out."""
    import vobject

    found: list[dict[str, Any]] = []
    for card in vobject.readComponents(text, allowQP=True, ignoreUnreadable=True):
        if card.name != "VCARD" or len(found) >= MOST:
            continue
        numbers = [str(item.value).removeprefix("tel:").strip() for item in card.contents.get("tel", [])]
        names = [str(item.value).strip() for item in card.contents.get("fn", [])]
        name = next((name for name in names if name), "") or next(iter(numbers), "")
        if name:
            found.append({"name": name, "numbers": [number for number in numbers if number]})
    return found

"""The demonstration's people as journeys name them: `${mio.email}`, `${persona.line.network_pin}`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from core.demo import demo_data

OWNER = "hana"
"""Whose phone it is where a journey names nobody."""
_ADDRESS = re.compile(
    r"(?P<prefecture>東京都|北海道|大阪府|京都府|.{2,3}県)(?P<city>(?:.+?市)?.+?区|.+?[市町村])(?P<street>.+)"
)


@cache
def people() -> dict[str, dict[str, Any]]:
    """Accounts by the first name in their address (`hana` for hana.aoki@example.com), each with `line`, `card` (of the
    bank) and `my_number_card`."""
    lines = {line["owner"]: _in_fields(line) for line in demo_data().get("lines", ())}
    cards = {card["owner"]: _printed(card) for card in demo_data().get("cards", ())}
    numbered = {card["owner"]: card for card in demo_data().get("my_number_cards", ())}
    return {
        account["email"].partition(".")[0]: account
        | {"line": lines.get(account["email"], {}), "card": cards.get(account["email"], {})}
        | {"my_number_card": numbered.get(account["email"], {})}
        for account in demo_data()["accounts"]
    }


def _in_fields(line: dict[str, Any]) -> dict[str, Any]:
    """A line with birth date and address also in the pieces that forms ask for, and its number as screens group it."""
    year, month, day = (str(int(part)) for part in line["birth_date"].split("-"))
    place, _, building = line["address"].partition(" ")
    found = _ADDRESS.fullmatch(place)
    number = line["msisdn"]
    return (
        line
        | {"birth_year": year, "birth_month": month, "birth_day": day, "building": building}
        | (found.groupdict() if found else {})
        | {"last4": number[-4:], "grouped": f"{number[:3]}-{number[3:7]}-{number[7:]}"}
    )


def _printed(card: dict[str, Any]) -> dict[str, Any]:
    """A payment card with its number also as it is printed, and the last four digits, by which pages name it."""
    number = card["number"]
    return card | {"last4": number[-4:], "grouped": " ".join(number[place : place + 4] for place in range(0, 16, 4))}


def fact(person: str, path: str) -> Any:
    """What is known of a person at a dotted path; None for a person or a fact that is not there."""
    value: Any = people().get(person)
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value

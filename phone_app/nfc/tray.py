"""The cards on the desk beside the phone: its owner's My Number card, somebody else's, and one of another kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phone_app.nfc.card import MyNumberCard

if TYPE_CHECKING:
    from core.jpki.authority import CardAuthority


@dataclass(frozen=True)
class DeskCard:
    """A card that can be laid on the phone. `card` None: it has nothing that the reader can talk to."""

    key: str
    kind: str
    """`mynumber` or `licence`."""
    names: dict[str, str]
    """Whose it is, by language."""
    card: MyNumberCard | None
    note: str = ""
    """What the demonstration's people wrote down: the password of the card's issue, for whoever tries the bench out."""


def cards_on_the_desk(
    demo: Mapping[str, Any], owner: str, *, folder: Path, authority: Callable[[], CardAuthority]
) -> dict[str, DeskCard]:
    """By key: `mynumber` of `owner` (an e-mail of the demonstration), `other` of the next person, `licence`.

    The cards are files in `folder`, one a person, so that every phone that is given a person's card has the same.
    """
    issued = {str(card["owner"]): card for card in demo.get("my_number_cards", [])}
    names = {
        str(item["email"]): {lang: str(item[f"name_{lang}"]) for lang in ("ja", "en")} for item in demo["accounts"]
    }

    def of(email: str, key: str) -> DeskCard:
        data = issued[email]
        card = MyNumberCard(
            folder / f"{email.partition('@')[0]}.json",
            number=str(data["number"]),
            first_password=str(data["password"]),
            authority=authority,
        )
        return DeskCard(key, "mynumber", names[email], card, str(data["password"]))

    people = list(issued)
    found: dict[str, DeskCard] = {}
    if owner in issued:
        found["mynumber"] = of(owner, "mynumber")
    others = [email for email in (*people[people.index(owner) + 1 :], *people) if email != owner] if found else people
    if others:
        found["other"] = of(others[0], "other")
    found["licence"] = DeskCard("licence", "licence", names.get(owner, {"ja": "", "en": ""}), None)
    return found

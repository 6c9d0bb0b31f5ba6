"""Payment cards that a guest of the demonstration can type: `[[cards]]` of `assets/demo/demo.toml`."""

from __future__ import annotations

from dataclasses import dataclass

from cloud.points.rules.cards import ELIGIBLE
from core.demo import demo_data


@dataclass(frozen=True)
class DemoCard:
    """One card. `kind` is a kind of `rules.cards`, `owner` the e-mail address of who has it."""

    owner: str
    kind: str
    number: str

    @property
    def grouped(self) -> str:
        """The number as it is printed on a card."""
        return " ".join(self.number[place : place + 4] for place in range(0, len(self.number), 4))

    @property
    def eligible(self) -> bool:
        """True if the bank takes it (`AEON-05`)."""
        return self.kind in ELIGIBLE


def demo_cards() -> list[DemoCard]:
    """All of them, as they stand in the file."""
    return [DemoCard(**item) for item in demo_data().get("cards", ())]

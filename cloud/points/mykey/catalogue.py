"""Cashless payment services that can be chosen (`MYNA-C01`), from `assets/points/services.toml`."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache

from core.paths import ASSETS


@dataclass(frozen=True)
class CashlessService:
    """One service; `bank` says who confirms its IDs ("" for one that is in the list only to be found)."""

    id: str
    name_ja: str
    name_en: str
    operator_ja: str
    operator_en: str
    bank: str

    def to_json(self) -> dict[str, str]:
        """What the app lists."""
        return {
            "id": self.id,
            "name#ja": self.name_ja,
            "name#en": self.name_en,
            "operator#ja": self.operator_ja,
            "operator#en": self.operator_en,
        }


@cache
def services() -> dict[str, CashlessService]:
    """All services by id."""
    items = tomllib.loads((ASSETS / "points" / "services.toml").read_text(encoding="utf-8"))["services"]
    return {item["id"]: CashlessService(**item) for item in items}


def search(keyword: str) -> list[CashlessService]:
    """Services whose name or operator has the keyword in it; an empty keyword finds none."""
    wanted = unicodedata.normalize("NFKC", keyword).casefold().strip()
    if not wanted:
        return []

    def fits(service: CashlessService) -> bool:
        texts = (service.name_ja, service.name_en, service.operator_ja, service.operator_en)
        return any(wanted in unicodedata.normalize("NFKC", text).casefold() for text in texts)

    return [service for service in services().values() if fits(service)]

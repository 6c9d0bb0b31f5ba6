"""Every label that the guides quote for app and car is there in Japanese, and BMW's also in English (row X-14).

That they stand on the right screen is what journeys look at; this finds one that a change of words took away.
"""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from core.brand import brand_ids, load_brand
from core.paths import ASSETS
from onebench.guide.catalogue import BORROWED, Row, load_catalogue
from onebench.guide.labels import is_seen, quoted_labels

WINDOWS = {"phone-app", "phone-sms", "phone-dialer", "head-unit"}
"""Actors whose screens are QML; web pages have catalogues of their own."""
OPERATOR = "NTT DOCOMO"
"""A name that comes from the operator, not from a catalogue."""
NOT_A_LABEL = {"クママの設定", "My BMW App"}
"""A slip of the guide for クルマの設定, and the guide's words for the app whose name on a phone is "My BMW"."""


def words(language: str) -> list[str]:
    """All texts of car and phone in a language, those with a gap once with each word of each brand."""
    fills = {"%1"}
    for pack in (load_brand(name) for name in brand_ids()):
        fills |= {pack.name, pack.id_name, pack.app_name, pack.app_name.upper()}
    texts = []
    for part in ("headunit", "phone"):
        root = ElementTree.parse(ASSETS / "translations" / f"{part}_ja.ts").getroot()
        for message in root.iter("message"):
            text = message.findtext("source" if language == "en" else "translation") or ""
            texts += [text.replace("%1", fill) for fill in fills] if "%1" in text else [text]
    return [*texts, *(fill for fill in fills if fill != "%1"), OPERATOR]


def has_text(row: Row, language: str) -> bool:
    return language == "ja" or (row.id.startswith("BMW-") and not row.text_en.startswith(BORROWED))


def labels(language: str) -> list[tuple[str, str]]:
    rows = [row for row in load_catalogue().values() if row.actor in WINDOWS and has_text(row, language)]
    return [(row.id, label) for row in rows for label in quoted_labels(row.text(language), language)]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_labels_of_app_and_car_are_there(language: str) -> None:
    texts = words(language)
    wanted = labels(language)
    assert len(wanted) > 40
    missing = [(row, label) for row, label in wanted if label not in NOT_A_LABEL and not is_seen(label, texts)]
    assert missing == []

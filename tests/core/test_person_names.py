"""Names in several languages (OpenID Connect Core §5.2)."""

from __future__ import annotations

import pytest

from core.person_names import initial_of, name_in, names_of


def test_the_tagged_name_wins_and_every_language_gets_some_name() -> None:
    names = names_of({"name": "Hana Aoki", "name#ja": "青木 花", "given_name#ja": "花", "email": "h@example.com"})
    assert names == {"": "Hana Aoki", "ja": "青木 花"}
    assert (name_in(names, "ja"), name_in(names, "en")) == ("青木 花", "Hana Aoki")


@pytest.mark.parametrize(
    ("claims", "language", "name"),
    [
        ({"name#ja-Jpan-JP": "青木 花", "name": "Hana Aoki"}, "ja", "青木 花"),
        ({"name#JA": "青木 花"}, "ja", "青木 花"),
        ({"name#ja": "青木 花"}, "en", "青木 花"),
        ({"name#ja": " ", "name": "Hana Aoki"}, "ja", "Hana Aoki"),
        ({"given_name": "Hana", "name#ja": "青木 花"}, "en", "Hana"),
        ({"name": 7, "nickname": "H", "name#ja": None}, "ja", ""),
        ({}, "en", ""),
    ],
)
def test_what_is_missing_is_filled_in(claims: dict[str, object], language: str, name: str) -> None:
    assert name_in(names_of(claims), language) == name


@pytest.mark.parametrize(("name", "letter"), [("hana", "H"), (" 青木 花", "青"), ("", "")])
def test_the_letter_in_the_ring(name: str, letter: str) -> None:
    assert initial_of(name) == letter

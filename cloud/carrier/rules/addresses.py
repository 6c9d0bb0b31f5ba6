"""Addresses of Japan: the prefectures, and whether two ways to write an address mean the same place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_LIST = (
    "北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 "
    "東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 "
    "滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 "
    "香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県"
)
PREFECTURES = tuple(_LIST.split())
"""From north to south, as every form lists them."""

_KANJI_DIGITS = {letter: value for value, letter in enumerate("〇一二三四五六七八九")}
_KANJI_NUMBER = re.compile(r"[一二三四五六七八九十]+(?=丁目|番|号)")
_PART_MARK = re.compile(r"(?<=\d)(丁目|番地の|番地|番|号室|号|の(?=\d))")
_DASH = re.compile(r"(?<=\d)[\-\u2010-\u2015\u2212\u30fc]+")


def address_key(text: str) -> str:
    """`text` so that 「三丁目５番１号」 and 「3-5-1」 are the same."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    plain = _KANJI_NUMBER.sub(lambda found: str(_number(found[0])), plain)
    plain = _DASH.sub("-", _PART_MARK.sub("-", plain))
    return re.sub(r"-+(?!\d)", "", plain).casefold()


def first_difference(parts: Mapping[str, str], known: str) -> str | None:
    """The first of `prefecture`, `city`, `street`, `building` that does not agree with the `known` address, whose
    building stands after its first space. A building that was left out is no difference; a wrong one is.
    """
    place, _, known_building = unicodedata.normalize("NFKC", known).partition(" ")
    street = parts["prefecture"] + parts["city"] + parts["street"]
    if address_key(street + parts["building"]) == address_key(known):  # or whichever field the building went into
        return None
    if address_key(street) == address_key(place):
        building = address_key(parts["building"])
        return None if building in ("", address_key(known_building)) else "building"
    if not place.startswith(parts["prefecture"]):
        return "prefecture"
    return "street" if address_key(place).startswith(address_key(parts["prefecture"] + parts["city"])) else "city"


def has_odd_signs(text: str) -> bool:
    """True for control signs, emoji and the like, which no address has."""
    return any(unicodedata.category(letter) in ("Cc", "Cf", "Cn", "Co", "Cs", "So", "Sk") for letter in text)


def _number(kanji: str) -> int:
    """一 to 九十九."""
    tens, ten, ones = kanji.rpartition("十")
    value = (_KANJI_DIGITS.get(tens, 1) * 10) if ten else 0
    return value + _KANJI_DIGITS.get(ones, 0)

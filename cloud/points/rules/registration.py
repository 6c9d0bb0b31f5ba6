"""The form of the first registration (`AEON-05`, `AEON-06`): card, name, birth date, telephone number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cloud.carrier.rules.digits import are_digits, plain_digits, plain_msisdn
from cloud.points.rules.cards import clean_card
from core.errors import BenchError

MAX_NAME = 40
_KANA = re.compile(r"[ァ-ヺー・\u3000 ]+")
_MOBILE = re.compile(r"0[6789]0[0-9]{8}")
FIELDS = ("card_kind", "card_number", "name_kana", "birth_date", "phone")


@dataclass(frozen=True)
class Registration:
    """Good data. `birth_date` is ISO 8601, `phone` national digits of a mobile number."""

    card_kind: str
    card_number: str
    name_kana: str
    birth_date: str
    phone: str


def check_registration(typed: Mapping[str, str], today: date) -> tuple[Registration | None, dict[str, BenchError]]:
    """The registration, or an error for each field that is not right."""
    errors: dict[str, BenchError] = {}
    found: dict[str, str] = {"card_kind": typed.get("card_kind", "")}
    if not found["card_kind"]:
        errors["card_kind"] = BenchError("card.kind_missing")
    readers = {
        "card_number": lambda: clean_card(typed.get("card_number", ""), found["card_kind"]),
        "name_kana": lambda: _name(typed.get("name_kana", "")),
        "birth_date": lambda: _birth_date(typed.get("birth_date", ""), today),
        "phone": lambda: _phone(typed.get("phone", "")),
    }
    for field, read in readers.items():
        try:
            found[field] = read()
        except BenchError as error:
            errors[field] = error
    return (None if errors else Registration(**found)), errors


def _name(typed: str) -> str:
    name = " ".join(unicodedata.normalize("NFKC", typed).split())
    if not name:
        raise BenchError("name.missing")
    if len(name) > MAX_NAME:
        raise BenchError("name.too_long", limit=MAX_NAME)
    if not _KANA.fullmatch(name):
        raise BenchError("name.not_kana")
    return name


def _birth_date(typed: str, today: date) -> str:
    digits = plain_digits(typed).replace("/", "").replace(".", "")
    if not digits:
        raise BenchError("birth_date.missing")
    try:
        if not are_digits(digits, 8):
            raise ValueError(digits)
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError as error:
        raise BenchError("birth_date.malformed") from error
    if not born.year >= 1900 or born >= today:
        raise BenchError("birth_date.malformed")
    return born.isoformat()


def _phone(typed: str) -> str:
    number = plain_msisdn(typed)
    if not number:
        raise BenchError("phone.missing")
    if not _MOBILE.fullmatch(number):
        raise BenchError("phone.not_mobile")
    return number

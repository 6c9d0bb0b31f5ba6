"""The order form: what was typed, made comparable, and what is wrong with it, field by field.

It is the 「簡易な本人確認」 (simple identity check) of `BMW-JP-SP-20` and 30a: names, birth date and address must be
those that the line's contract has.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Literal, Protocol

from cloud.carrier.rules.addresses import PREFECTURES, first_difference, has_odd_signs
from cloud.carrier.rules.contracts import Item
from cloud.carrier.rules.digits import are_digits, plain_digits
from cloud.carrier.rules.names import clean_name, is_japanese, is_katakana
from cloud.identity.rules.emails import clean_email
from core.errors import BenchError

Step = Literal["form", "payment", "all"]
USER_AGES = ("18_or_over", "under_18")
DELIVERIES = ("web", "post", "email")
PAYMENTS = ("phone_bill", "card")
LIMITS = {
    "family_kana": 20,
    "given_kana": 20,
    "family_kanji": 20,
    "given_kanji": 20,
    "city": 40,
    "street": 60,
    "building": 60,
    "email": 254,
}
"""Letters; the longest real ones fit with room."""
MAX_TYPED = 300
"""Letters that are kept of what was typed into one field: enough to show it again, too few to fill a disk."""
LEAST_AGE = 18
"""Full years: the age of majority in Japan, from which one orders without one's parents."""
FIRST_YEAR = 1900


class KnownPerson(Protocol):
    """What the line's contract says (`cloud.carrier.lines.Line`)."""

    @property
    def family_kana(self) -> str: ...
    @property
    def given_kana(self) -> str: ...
    @property
    def family_kanji(self) -> str: ...
    @property
    def given_kanji(self) -> str: ...
    @property
    def birth_date(self) -> str: ...
    @property
    def postcode(self) -> str: ...
    @property
    def address(self) -> str: ...


@dataclass(frozen=True)
class OrderForm:
    """What stands in the form; what was typed is cleaned on its way in."""

    base: bool = False
    option: bool = False
    terms_base: bool = False
    terms_option: bool = False
    family_kana: str = ""
    given_kana: str = ""
    family_kanji: str = ""
    given_kanji: str = ""
    birth_year: str = ""
    birth_month: str = ""
    birth_day: str = ""
    postcode: str = ""
    prefecture: str = ""
    city: str = ""
    street: str = ""
    building: str = ""
    user_age: str = ""
    delivery: str = ""
    email: str = ""
    payment: str = ""

    def __post_init__(self) -> None:
        for name, typed in asdict(self).items():
            if not isinstance(typed, bool):
                object.__setattr__(self, name, _CLEAN.get(name, str)(_one_line(typed)))

    @classmethod
    def from_fields(cls, typed: Mapping[str, object]) -> OrderForm:
        """The form out of a web form or a draft; unknown fields are ignored, missing ones are empty.

        Boxes are ticked by `True`, or any text but "", "0", "false", "off".
        """
        values: dict[str, Any] = {}
        for field in fields(cls):
            value = typed.get(field.name, field.default)
            values[field.name] = _ticked(value) if isinstance(field.default, bool) else str(value or "")
        return cls(**values)

    def to_fields(self) -> dict[str, object]:
        """The form as plain data, for drafts and stored orders."""
        return asdict(self)

    def items(self) -> list[Item]:
        """What is ordered."""
        return [item for item, wanted in ((Item.BASE, self.base), (Item.OPTION, self.option)) if wanted]

    def birth_date(self) -> date | None:
        """The date, if the three fields make one."""
        try:
            return date(int(self.birth_year), int(self.birth_month), int(self.birth_day))
        except (ValueError, OverflowError):
            return None


def check_step(
    form: OrderForm, step: Step, line: KnownPerson | None, *, today: date | None = None
) -> dict[str, BenchError]:
    """What is wrong, by field, in the order of the page; empty when one may go on. `line` None: no identity check.

    `order.nothing_chosen` (field `base`), `order.terms` (not agreed), `order.missing`, `order.too_long {limit}`,
    `order.not_katakana`, `order.not_kanji`, `order.not_a_date`, `order.in_future`, `order.too_young {least}`,
    `order.not_a_postcode`, `order.unknown_choice`, `order.odd_signs`, `order.not_an_email`, `order.not_as_contracted`
    (differs from the line's contract). Errors about the whole birth date are the field `birth_year`'s.
    """
    errors: dict[str, BenchError] = {}
    if step in ("form", "all"):
        _check_choice(form, errors)
        _check_names(form, line, errors)
        _check_birth_date(form, line, today, errors)
        _check_address(form, line, errors)
        _check_one_of(form.user_age, "user_age", USER_AGES, errors)
        _check_delivery(form, errors)
    if step in ("payment", "all"):
        _check_one_of(form.payment, "payment", PAYMENTS, errors)
    return errors


def _check_choice(form: OrderForm, errors: dict[str, BenchError]) -> None:
    if not form.items():
        errors["base"] = BenchError("order.nothing_chosen")
    if form.base and not form.terms_base:
        errors["terms_base"] = BenchError("order.terms")
    if form.option and not form.terms_option:
        errors["terms_option"] = BenchError("order.terms")


def _check_names(form: OrderForm, line: KnownPerson | None, errors: dict[str, BenchError]) -> None:
    for name in ("family_kana", "given_kana", "family_kanji", "given_kanji"):
        value = getattr(form, name)
        known = clean_name(getattr(line, name)) if line else None
        if value and value == known:  # what the contract says is right, whatever letters it has
            continue
        in_kana = name.endswith("kana")
        if _has_length(value, name, errors):
            if not (is_katakana(value) if in_kana else is_japanese(value)):
                errors[name] = BenchError("order.not_katakana" if in_kana else "order.not_kanji")
            elif known is not None:
                errors[name] = BenchError("order.not_as_contracted")


def _check_birth_date(
    form: OrderForm, line: KnownPerson | None, today: date | None, errors: dict[str, BenchError]
) -> None:
    missing = [name for name in ("birth_year", "birth_month", "birth_day") if not getattr(form, name)]
    for name in missing:
        errors[name] = BenchError("order.missing")
    if missing:
        return
    birth = form.birth_date()
    if birth is None or birth.year < FIRST_YEAR:
        errors["birth_year"] = BenchError("order.not_a_date")
    elif today is not None and birth > today:
        errors["birth_year"] = BenchError("order.in_future")
    elif today is not None and _age(birth, today) < LEAST_AGE:
        errors["birth_year"] = BenchError("order.too_young", least=LEAST_AGE)
    elif line is not None and birth.isoformat() != line.birth_date:
        errors["birth_year"] = BenchError("order.not_as_contracted")


def _check_address(form: OrderForm, line: KnownPerson | None, errors: dict[str, BenchError]) -> None:
    if not form.postcode:
        errors["postcode"] = BenchError("order.missing")
    elif not are_digits(form.postcode, 7):
        errors["postcode"] = BenchError("order.not_a_postcode")
    elif line is not None and form.postcode != line.postcode:
        errors["postcode"] = BenchError("order.not_as_contracted")
    _check_one_of(form.prefecture, "prefecture", PREFECTURES, errors)
    for name in ("city", "street", "building"):
        value = getattr(form, name)
        if (value or name != "building") and _has_length(value, name, errors) and has_odd_signs(value):
            errors[name] = BenchError("order.odd_signs")
    if line is not None and not errors.keys() & {"prefecture", "city", "street", "building"}:
        parts = {name: getattr(form, name) for name in ("prefecture", "city", "street", "building")}
        if (different := first_difference(parts, line.address)) is not None:
            errors[different] = BenchError("order.not_as_contracted")


def _check_delivery(form: OrderForm, errors: dict[str, BenchError]) -> None:
    _check_one_of(form.delivery, "delivery", DELIVERIES, errors)
    if form.delivery == "email" and _has_length(form.email, "email", errors) and clean_email(form.email) is None:
        errors["email"] = BenchError("order.not_an_email")


def _check_one_of(value: str, name: str, choices: tuple[str, ...], errors: dict[str, BenchError]) -> None:
    if not value:
        errors[name] = BenchError("order.missing")
    elif value not in choices:
        errors[name] = BenchError("order.unknown_choice")


def _has_length(value: str, name: str, errors: dict[str, BenchError]) -> bool:
    if not value:
        errors[name] = BenchError("order.missing")
    elif len(value) > LIMITS[name]:
        errors[name] = BenchError("order.too_long", limit=LIMITS[name])
    return name not in errors


def _age(birth: date, today: date) -> int:
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))


def _ticked(value: object) -> bool:
    return value if isinstance(value, bool) else str(value).strip().lower() not in ("", "0", "false", "off", "none")


def _one_line(typed: str) -> str:
    """Composed (NFC), cut where nobody types any more."""
    return " ".join(unicodedata.normalize("NFC", typed[: 2 * MAX_TYPED]).split())[:MAX_TYPED]


_CLEAN = {
    "family_kana": clean_name,
    "given_kana": clean_name,
    "family_kanji": clean_name,
    "given_kanji": clean_name,
    "birth_year": plain_digits,
    "birth_month": plain_digits,
    "birth_day": plain_digits,
    "postcode": lambda text: plain_digits(text).removeprefix("〒"),
}

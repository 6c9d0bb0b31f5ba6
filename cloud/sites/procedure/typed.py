"""What a person typed into an order: kept as it was typed, checked as an `OrderForm`.

A draft is a dict of JSON values. Besides the fields of the form it holds `read_base` and `read_option`: whether the
terms were opened and closed, without which a consent does not count (BMW-JP-SP-17…19).
"""

from __future__ import annotations

import re
from typing import Any

from werkzeug.datastructures import MultiDict

from cloud.carrier.rules.order_form import MAX_TYPED, OrderForm

TEXTS = (
    "family_kana",
    "given_kana",
    "family_kanji",
    "given_kanji",
    "birth_year",
    "birth_month",
    "birth_day",
    "postcode",
    "prefecture",
    "city",
    "street",
    "building",
    "user_age",
    "delivery",
    "email",
)
TICKS = ("base", "option", "terms_base", "terms_option")
READ = {"base": "read_base", "option": "read_option"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def empty(kind: str) -> dict[str, Any]:
    """A form nobody has touched."""
    return {**dict.fromkeys(TEXTS, ""), **dict.fromkeys((*TICKS, *READ.values()), False), "payment": "", "kind": kind}


def merged(kind: str, draft: dict[str, Any], posted: MultiDict[str, str], *, outdated: bool = False) -> dict[str, Any]:
    """`draft` with what the page of details sends. A consent to terms that were not read does not count.

    An `outdated` page was opened before another window changed the draft: what it has empty does not empty the draft.
    """
    found = {**empty(kind), **draft}
    for name in TEXTS:
        sent = _CONTROL.sub(" ", posted.get(name, ""))[:MAX_TYPED].strip()
        found[name] = sent or (found[name] if outdated else "")
    for name in TICKS:
        found[name] = name in posted or (outdated and found[name])
    for which, read in READ.items():
        found[f"terms_{which}"] = found[f"terms_{which}"] and found[read]
    if kind == "option":
        found["base"] = found["terms_base"] = False
    return found


def as_form(draft: dict[str, Any]) -> OrderForm:
    """The order that a draft stands for."""
    return OrderForm.from_fields(draft)

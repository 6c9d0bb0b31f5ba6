"""The form of the activation: country, operator, number (BMW-JP-SP-12, MINI-APP-S1-18a)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

LENGTHS = {"last4": (4, 4), "full": (10, 11)}
"""Fewest and most digits, by what the brand asks for. A Japanese number has 10 digits, a mobile one 11."""


class EsimForm:
    """What was chosen and typed. The first country and operator are chosen beforehand, as the guide shows them."""

    def __init__(self, countries: Sequence[dict[str, Any]], number_entry: str) -> None:
        self.countries = list(countries)
        self.entry = number_entry if number_entry in LENGTHS else "last4"
        self.country = str(self.countries[0]["code"]) if self.countries else ""
        self.operator = self._first_operator()
        self.number = ""
        self.mistake = ""
        """"" or `number`: what must be mended before the form can be sent."""

    @property
    def operators(self) -> list[dict[str, Any]]:
        """The operators of the chosen country."""
        return next((list(item["operators"]) for item in self.countries if item["code"] == self.country), [])

    def choose_country(self, code: str) -> None:
        """Another country: its first operator comes with it."""
        if any(item["code"] == code for item in self.countries) and code != self.country:
            self.country = code
            self.operator = self._first_operator()

    def choose_operator(self, operator: str) -> None:
        """One of the country's operators."""
        if any(item["id"] == operator for item in self.operators):
            self.operator = operator

    def type_number(self, text: str) -> None:
        """What is in the field now: full-width digits and separators are as good as others."""
        plain = unicodedata.normalize("NFKC", text)
        self.number = "".join(sign for sign in plain if sign.isascii() and sign.isdigit())[: LENGTHS[self.entry][1]]
        self.mistake = ""

    def check(self) -> bool:
        """Whether it can be sent; else `mistake` says what is wrong."""
        fewest, most = LENGTHS[self.entry]
        fits = fewest <= len(self.number) <= most and (self.entry == "last4" or self.number.startswith("0"))
        self.mistake = "" if fits else "number"
        return fits and bool(self.operator)

    def values(self) -> dict[str, str]:
        """What `POST /api/esim/activation` takes."""
        name = "number_last4" if self.entry == "last4" else "number"
        return {"country": self.country, "operator": self.operator, name: self.number}

    def state(self) -> dict[str, Any]:
        """For the view."""
        return {
            "countries": [str(item["code"]) for item in self.countries],
            "country": self.country,
            "operators": [{"id": str(item["id"]), "name": str(item["name"])} for item in self.operators],
            "operator": self.operator,
            "number": self.number,
            "entry": self.entry,
            "length": LENGTHS[self.entry][1],
            "mistake": self.mistake,
        }

    def _first_operator(self) -> str:
        return str(self.operators[0]["id"]) if self.operators else ""

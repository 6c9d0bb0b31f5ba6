"""The phone book: stored, sorted for people, and written as vCards for the car."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from core.errors import BenchError
from core.store import JsonStore

VCARD_VERSIONS = ("3.0", "4.0")


@dataclass(frozen=True)
class Contact:
    """One entry; `names` by language code, numbers as digits."""

    key: str
    names: dict[str, str]
    numbers: tuple[str, ...]

    def name(self, language: str) -> str:
        """The name for `language`, or any."""
        return self.names.get(language) or next(iter(self.names.values()), "")


class PhoneBook:
    """All contacts. A damaged file is kept aside and told as `trouble`; then the demonstration's contacts are used."""

    def __init__(self, path: Path, demo: Sequence[Mapping[str, Any]]) -> None:
        self._store = JsonStore(path)
        stored = self._store.load()
        self.trouble: BenchError | None = None
        try:
            entries = stored["contacts"] if stored else None
            self.contacts = [_contact(entry) for entry in entries] if entries is not None else _from_demo(demo)
        except (KeyError, TypeError, ValueError, AttributeError):
            self._store.set_aside()
            self.contacts = _from_demo(demo)
        if self._store.kept_aside is not None:
            self.trouble = BenchError("storage.damaged", path=str(self._store.kept_aside))
        if not stored or self.trouble:
            self.save()

    def save(self) -> None:
        """Store the book; raises `storage.*`."""
        self._store.save({"contacts": [asdict(contact) for contact in self.contacts]})

    def sorted(self, language: str) -> list[Contact]:
        """In the order of names, without regard to capitals and width."""
        return sorted(self.contacts, key=lambda contact: unicodedata.normalize("NFKC", contact.name(language)).lower())

    def find(self, key: str) -> Contact | None:
        """The contact of a stable `key`."""
        return next((contact for contact in self.contacts if contact.key == key), None)

    def name_of(self, number: str, language: str) -> str:
        """Whose number it is, or ""."""
        return next((contact.name(language) for contact in self.contacts if number in contact.numbers), "")

    def vcards(self, language: str, version: str = "3.0") -> str:
        """All contacts as vCards (RFC 2426, or RFC 6350 for 4.0), as the Phone Book Access Profile hands them out."""
        if version not in VCARD_VERSIONS:
            raise ValueError(f"no vCard {version}")
        return "".join(_vcard(contact, language, version) for contact in self.sorted(language))


def _vcard(contact: Contact, language: str, version: str) -> str:
    import vobject

    name = contact.name(language)
    card = vobject.vCard()
    card.add("version").value = version
    card.add("fn").value = name
    family, given = _split(name, language)
    card.add("n").value = vobject.vcard.Name(family=family, given=given)
    for number in contact.numbers:
        line = card.add("tel")
        kind = "CELL" if number.startswith(("070", "080", "090")) else "VOICE"
        line.type_param = kind if version == "3.0" else kind.lower()
        line.value = number
    # The library knows 3.0 by name only; what is written here is the same in both (no binary values, no charset).
    return str(card.serialize(validate=version == "3.0"))


def _split(name: str, language: str) -> tuple[str, str]:
    first, _, rest = name.partition(" ")
    if not rest:
        return name, ""
    return (first, rest) if language == "ja" else (rest, first)


def _contact(entry: Mapping[str, Any]) -> Contact:
    numbers = tuple(str(number) for number in entry["numbers"])
    names = {str(language): str(name) for language, name in entry["names"].items()}
    if not names:
        raise ValueError("a contact without a name")
    return Contact(str(entry["key"]), names, numbers)


def _from_demo(demo: Sequence[Mapping[str, Any]]) -> list[Contact]:
    return [
        Contact(f"c{number}", {"ja": entry["name_ja"], "en": entry["name_en"]}, tuple(entry["numbers"]))
        for number, entry in enumerate(demo, start=1)
    ]

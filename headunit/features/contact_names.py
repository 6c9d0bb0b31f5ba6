"""Names for numbers, from the contacts that are shown now; a look costs nothing, however many there are."""

from __future__ import annotations

from typing import Any

from core.phone_numbers import national
from headunit.desk import Desk
from headunit.flow.telephone import rows_of


class ContactNames:
    """The contacts of whoever drives, by number and as rows to call."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._read: object = None
        self._names: dict[str, str] = {}
        self._rows: list[dict[str, str]] = []

    def of(self, number: str) -> str:
        """The contact with this number, "" if there is none."""
        self._refresh()
        return self._names.get(national(number), "") if number else ""

    @property
    def rows(self) -> list[dict[str, str]]:
        """One row for each number."""
        self._refresh()
        return self._rows

    def _refresh(self) -> None:
        contacts: list[dict[str, Any]] = self._desk.state.get("contacts")
        if contacts is self._read:
            return
        self._read, self._names = contacts, {}
        for contact in contacts:
            for number in contact["numbers"]:
                self._names.setdefault(national(number), str(contact["name"]))
        self._rows = rows_of(contacts)

"""The Contacts app: a list and one contact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.person_names import initial_of
from core.phone_numbers import grouped
from phone_app.apps.base import App
from phone_app.apps.contacts.book import Contact, PhoneBook


class ContactsApp(App):
    """Screens: list, detail."""

    id = "contacts"

    def __init__(self, book: PhoneBook, language: Callable[[], str]) -> None:
        super().__init__()
        self.screen = "list"
        self._book = book
        self._language = language
        self._shown: Contact | None = None

    def state(self) -> dict[str, Any]:
        """`contacts` for the list, `contact` for the detail."""
        language = self._language()
        return {
            "screen": self.screen,
            "contacts": [_row(contact, language) for contact in self._book.sorted(language)],
            "contact": _row(self._shown, language) if self._shown else {},
        }

    def back(self) -> bool:
        """From the detail to the list."""
        if self.screen == "list":
            return False
        self.go("list", "back")
        return True

    def on_open_contact(self, key: Any) -> None:
        """A row of the list."""
        self._shown = self._book.find(str(key))
        if self._shown is not None:
            self.go("detail")


def _row(contact: Contact, language: str) -> dict[str, Any]:
    name = contact.name(language)
    numbers = [grouped(number) for number in contact.numbers]
    return {"key": contact.key, "name": name, "initial": initial_of(name), "numbers": numbers}

"""A person at the bank's pages, with a browser that has no script: reads, types, presses."""

from __future__ import annotations

from typing import Any

import requests
from points_bench import CARD, Desk
from procedure_walk import Page, form_of

TYPED = {
    "card_kind": "aeon_card_waon",
    "card_number": CARD,
    "name_kana": "アオキ ハナ",
    "birth_year": "1990",
    "birth_month": "5",
    "birth_day": "14",
    "phone": "090-0000-1234",
}
PASSWORD = "Waon2026"


class Visitor:
    """One browser at the desk's bank."""

    def __init__(self, desk: Desk, language: str = "en") -> None:
        self.desk = desk
        self.browser = requests.Session()
        self.page = self.open(f"/aeon/?lang={language}")

    def open(self, path: str) -> Page:
        answer = self.browser.get(self.desk.url + path, timeout=5)
        self.path = answer.url.removeprefix(self.desk.url)
        self.page = Page.of(answer)
        return self.page

    def follow(self, link_id: str) -> Page:
        return self.open(self.page.get(link_id).attributes["href"])

    def press(self, button_id: str, **typed: str | None) -> Page:
        path, sent = form_of(self.page, button_id, **typed)
        return self.post(path, sent)

    def post(self, path: str, sent: dict[str, Any]) -> Page:
        answer = self.browser.post(self.desk.url + path, data=sent, timeout=5)
        self.path = answer.url.removeprefix(self.desk.url)
        self.page = Page.of(answer)
        return self.page

    # -- whole steps

    def to_form(self) -> Page:
        self.follow("aeon-register-card")
        self.press("aeon-confirm-next", agree="yes")
        return self.follow("aeon-first-registration")

    def to_code(self, **typed: str | None) -> Page:
        self.to_form()
        return self.press("aeon-next", **{**TYPED, **typed})

    def to_password(self) -> Page:
        self.to_code()
        return self.press("aeon-authenticate", code=self.desk.post.code)

    def to_issued(self) -> Page:
        self.to_password()
        return self.press("aeon-set", password=PASSWORD)

    def errors(self) -> list[str]:
        """The ids of the fields that are wrong."""
        return [one for one in self.page.ids() if one.endswith("-error")]

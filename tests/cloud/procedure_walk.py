"""A person at the operator's procedure site, with a browser that has no script: reads pages, types, presses."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import requests
from carrier_bench import MIO, MIO_FORM, MIO_PIN, CarrierBench
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

VOID = {"input", "br", "img", "meta", "link", "hr"}
MIO_TYPED = {
    name: str(value)
    for name, value in MIO_FORM.to_fields().items()
    if isinstance(value, str) and name != "payment" and value
}
"""What Mio Tanaka types into the page of details."""


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    form: int | None
    text: str = ""
    parents: list[Element] = field(default_factory=list)


class Page(HTMLParser):
    """What an answer shows."""

    def __init__(self, status: int, html: str) -> None:
        super().__init__()
        self.status, self.html = status, html
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self._forms = 0
        self.feed(self.html)

    @classmethod
    def of(cls, answer: TestResponse | requests.Response) -> Page:
        return cls(answer.status_code, answer.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._forms += tag == "form"
        inside = tag == "form" or any(element.tag == "form" for element in self._open)
        found = Element(tag, {name: value or "" for name, value in attrs}, self._forms if inside else None)
        found.parents = list(self._open)
        self.elements.append(found)
        if tag not in VOID:
            self._open.append(found)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def get(self, element_id: str) -> Element:
        found = [element for element in self.elements if element.attributes.get("id") == element_id]
        assert len(found) == 1, f"{element_id}: {len(found)} on {self.ids()} of {self.status}"
        return found[0]

    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    def texts(self) -> list[str]:
        """Everything that can be read, element by element."""
        return [" ".join(element.text.split()) for element in self.elements if element.tag not in ("head", "html")]

    def value(self, element_id: str) -> str:
        return self.get(element_id).attributes.get("value", "")

    def state(self) -> str:
        return self.get("procedure-status").attributes["data-state"]

    def fields(self, form: int | None) -> dict[str, str]:
        """What a browser would send of this form as it stands."""
        sent: dict[str, str] = {}
        for element in self.elements:
            name = element.attributes.get("name")
            if element.form != form or not name or "disabled" in element.attributes:
                continue
            if element.tag == "input":
                ticks = element.attributes.get("type") in ("checkbox", "radio")
                if not ticks or "checked" in element.attributes:
                    sent[name] = element.attributes.get("value", "")
            elif element.tag == "select":
                options = [option for option in self.elements if element in option.parents]
                chosen = [option for option in options if "selected" in option.attributes] or options
                sent[name] = chosen[0].attributes["value"] if chosen else ""
        return sent


def form_of(page: Page, button_id: str, **typed: str | None) -> tuple[str, dict[str, str]]:
    """Address ("": the page's own) and content of what pressing this button sends; a `typed` None is a box unticked."""
    button = page.get(button_id)
    form = next(element for element in page.elements if element.tag == "form" and element.form == button.form)
    sent = page.fields(button.form)
    if name := button.attributes.get("name"):
        sent[name] = button.attributes.get("value", "")
    for name, value in typed.items():
        if value is None:
            sent.pop(name, None)
        else:
            sent[name] = value
    return form.attributes.get("action", ""), sent


class Walker:
    """One browser. `line` is whose mobile data it uses; None is Wi-Fi."""

    def __init__(self, carrier: CarrierBench, line: str | None = None, language: str = "en") -> None:
        self.carrier = carrier
        self.client: FlaskClient = carrier.client()
        self.line = line
        carrier.services.packet.connect(self)
        self.page = self.open(f"/procedure?lang={language}")

    def msisdn_of(self, session_token: str) -> str | None:
        return session_token.removeprefix("session-of-")

    def _headers(self) -> dict[str, str]:
        return {"X-Packet-Session": f"session-of-{self.line}"} if self.line else {}

    def open(self, path: str) -> Page:
        self.page = Page.of(self.client.get(path, headers=self._headers(), follow_redirects=True))
        return self.page

    def follow(self, link_id: str) -> Page:
        return self.open(self.page.get(link_id).attributes["href"])

    def sent_by(self, button_id: str, **typed: str | None) -> tuple[str, dict[str, str]]:
        """Address and content of what pressing this button sends."""
        return form_of(self.page, button_id, **typed)

    def press(self, button_id: str, **typed: str | None) -> Page:
        path, sent = self.sent_by(button_id, **typed)
        return self.post(path, sent)

    def post(self, path: str, sent: dict[str, Any]) -> Page:
        answer = self.client.post(path, data=sent, headers=self._headers(), follow_redirects=True)
        self.page = Page.of(answer)
        return self.page

    # -- whole steps

    def log_in_by_pin(self, pin: str = MIO_PIN) -> Page:
        return self.press("pin-submit", pin=pin)

    def log_in_by_d_account(self, d_id: str, password: str, line: str) -> Page:
        self.press("daccount-next", d_id=d_id)
        return self.press("daccount-login", password=password, code=self.carrier.sms.last_code(line))

    def read_terms(self, which: str, **typed: str | None) -> Page:
        self.press(f"order-terms-{which}", **typed)
        return self.press("terms-close")

    def fill_details(self, *items: str, **typed: str | None) -> Page:
        """From the page of details to the page of payment, as Mio."""
        for which in items:
            self.read_terms(which, **{which: "yes"})
        ticks = {name: "yes" for which in items for name in (which, f"terms_{which}")}
        return self.press("order-next", **{**MIO_TYPED, **ticks, **typed})

    def order(self, *items: str) -> Page:
        """From the first page to 「お手続きが完了いたしました」."""
        self.follow(f"procedure-order-{'base' if 'base' in items else 'option'}")
        self.fill_details(*items)
        self.press("payment-next", payment="phone_bill")
        return self.press("summary-complete")


def mio_on_cellular(carrier: CarrierBench, language: str = "en") -> Walker:
    """Mio Tanaka, logged in with her phone on its mobile network."""
    walker = Walker(carrier, MIO, language)
    walker.log_in_by_pin()
    return walker

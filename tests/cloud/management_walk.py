"""A person at the management site, with a browser that has no script."""

from __future__ import annotations

from urllib.parse import urlencode

from carrier_bench import CarrierBench
from procedure_walk import Page, Walker

REN, YUI, KAITO = "09000002109", "09000006543", "09000008765"
"""One accessory on the base plan; three of five and five of five with the option (`demo.toml`)."""
PINS = {REN: "1852", YUI: "6039", KAITO: "9427", "09000001234": "2580", "09000004321": "8264", "09000003456": "4096"}


class Manager(Walker):
    """A walker who came to the management site by mobile data and has logged in with the network PIN."""

    def __init__(self, carrier: CarrierBench, line: str, language: str = "ja") -> None:
        super().__init__(carrier, line, language)
        self.open("/management/")
        self.log_in_by_pin(PINS[line])

    def check_name(self, name: str) -> Page:
        """「確認する」 of the form, which is a GET."""
        path, sent = self.sent_by("edit-confirm", name=name)
        return self.open(f"{path}?{urlencode(sent)}")

    def text(self, element_id: str) -> str:
        """What an element says."""
        return " ".join(self.page.get(element_id).text.split())

    def names(self) -> list[str]:
        """The names of the accessories on the first page, in order."""
        found = [name for name in self.page.ids() if name.startswith("management-name-")]
        return [self.text(name) for name in found]

    def notice(self) -> str:
        """What the first page says of the last press."""
        ids = self.page.ids()
        return self.page.get("management-notice").attributes["data-kind"] if "management-notice" in ids else ""

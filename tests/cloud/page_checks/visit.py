"""One visit of a page: everything that is checked there, as one list of findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import requests
from selenium import webdriver

from page_checks.axe import CONTRAST, violations
from page_checks.chromium import DESKTOP, PHONE, night, resize
from page_checks.html_validity import findings


@dataclass
class Inspection:
    """Visits pages and remembers what was wrong where. `pictures`: a folder for screenshots, for people who look."""

    browser: webdriver.Chrome
    pictures: Path | None = None
    wrong: list[str] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)

    def look(self, name: str, address: str | None = None) -> None:
        """Check the page that the browser shows, or go to `address` first."""
        browser = self.browser
        if address is not None:
            browser.get(address)
            self._note(name, findings(self._source(address)))
        self.visited.append(name)
        for size in (PHONE, DESKTOP):
            resize(browser, size)
            out = browser.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
            self._note(name, [f"sticks out by {out} px at a width of {size[0]}"] if out > 0 else [])
            if self.pictures is not None:
                browser.save_screenshot(str(self.pictures / f"{name.replace(' ', '-')}-{size[0]}.png"))
        self._note(name, violations(browser))
        night(browser, True)
        self._note(name, [f"at night: {one}" for one in violations(browser, CONTRAST)])
        night(browser, False)
        resize(browser, PHONE)
        log = [entry["message"] for entry in browser.get_log("browser")]
        self._note(name, [line for line in log if "responded with a status of" not in line])

    def _source(self, address: str) -> str:
        """The page as the server sends it: what the browser shows has been repaired already."""
        cookies = {cookie["name"]: cookie["value"] for cookie in self.browser.get_cookies()}
        headers = {"Accept-Language": self.browser.execute_script("return document.documentElement.lang")}
        return requests.get(address, cookies=cookies, headers=headers, timeout=10).text

    def _note(self, name: str, found: list[str]) -> None:
        self.wrong += [f"{name}: {one}" for one in found]

"""The operator is killed (SIGKILL) after each step of an order; the browser goes on as if nothing had been."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import requests
from carrier_bench import MIO, MIO_ID, MIO_PASSWORD, make_carrier
from procedure_walk import MIO_TYPED, Page, form_of

from core.clock import Clock

PROGRAM = Path(__file__).parent / "killed_site.py"


class Process:
    """The process of a server and one browser."""

    program = PROGRAM

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.browser = requests.Session()
        self.base = ""
        self.page: Page
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(self.program), str(self.folder)], stdout=subprocess.PIPE, text=True
        )
        base = self.told()["address"]
        assert self.base in ("", base), "the port stays"
        self.base = base

    def told(self) -> dict[str, str]:
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "the process ended"
        found: dict[str, str] = json.loads(line)
        return found

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(timeout=10)
        assert self.process.stdout
        self.process.stdout.close()

    def open(self, path: str) -> Page:
        self.page = Page.of(self.browser.get(self.base + path, timeout=10))
        return self.page

    def press(self, button_id: str, **typed: str | None) -> Page:
        path, sent = form_of(self.page, button_id, **typed)
        self.page = Page.of(self.browser.post(self.base + path, data=sent, timeout=10))
        return self.page


def test_killed_after_each_step(tmp_path: Path, clock: Clock, first_carrier_run: Path) -> None:
    site = Process(shutil.copytree(first_carrier_run, tmp_path / "carrier"))
    try:
        site.open("/procedure?lang=en")
        site.press("daccount-next", d_id=MIO_ID)
        code = re.search(r"\d{6}", site.told()["text"])
        assert code

        def again(page: Page) -> Page:
            site.kill()
            site.start()
            return page

        again(site.page)
        assert again(site.press("daccount-login", password=MIO_PASSWORD, code=code[0])).state() == "none"
        again(site.open("/procedure/order/base"))
        again(site.press("order-terms-base", base="yes", **MIO_TYPED))
        again(site.press("terms-close"))
        again(site.press("order-next", terms_base="yes"))
        again(site.press("payment-next", payment="card"))
        path, sent = form_of(site.page, "summary-complete")
        number = again(site.press("summary-complete")).get("receipt-number").text
        repeated = Page.of(site.browser.post(site.base + path, data=sent, timeout=10))
        assert repeated.get("receipt-number").text == number
        assert site.open("/procedure").state() in ("ordered", "one_number")
    finally:
        site.kill()
    after = make_carrier(site.folder, clock)
    assert [receipt.order_id for receipt in after.services.contracts.receipts(MIO)] == [number]
    after.close()

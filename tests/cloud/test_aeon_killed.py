"""The bank is killed (SIGKILL) after each step of a registration; the browser goes on as if nothing had been."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from pathlib import Path

from aeon_walk import PASSWORD, TYPED
from points_bench import PHONE
from procedure_walk import Page, form_of
from test_procedure_killed import Process


class Bank(Process):
    program = Path(__file__).parent / "killed_points.py"


def test_the_bank_is_killed_after_each_step(tmp_path: Path) -> None:
    bank = Bank(tmp_path)
    try:

        def again(page: Page) -> Page:
            bank.kill()
            bank.start()
            return page

        bank.open("/aeon/confirm?lang=en")
        bank.press("aeon-confirm-next", agree="yes")
        bank.open("/aeon/management/registration")
        bank.press("aeon-next", **TYPED)
        code = re.search(r"\d{6}", bank.told()["text"])
        assert code
        again(bank.page)
        again(bank.press("aeon-authenticate", code=code[0]))
        path, sent = form_of(bank.page, "aeon-set", password=PASSWORD)
        issued = again(bank.press("aeon-set", password=PASSWORD)).get("aeon-payment-service-id").text
        repeated = Page.of(bank.browser.post(bank.base + path, data=sent, timeout=10))
        assert repeated.get("aeon-payment-service-id").text == issued
        bank.browser.cookies.clear()
        bank.open("/aeon/management/login")
        assert bank.press("aeon-login", phone=PHONE, password=PASSWORD).get("aeon-payment-service-id").text == issued
    finally:
        bank.kill()
    with contextlib.closing(sqlite3.connect(tmp_path / "points" / "points.sqlite3")) as stored:
        assert stored.execute("SELECT COUNT(*) FROM points_one_time_codes").fetchone() == (0,), "what was typed is gone"
        assert stored.execute("SELECT COUNT(*) FROM points_payment_services").fetchone() == (1,)

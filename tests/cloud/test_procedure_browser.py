"""The procedure site in a real browser: every page is inspected on the way, and what the script adds works."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from carrier_bench import MIO, MIO_FORM, MIO_PIN, RIN, SmsRecorder, cheap_carrier_hashing
from page_checks.chromium import chromium, click, fill, resize, wait_for
from page_checks.visit import Inspection
from procedure_walk import MIO_TYPED
from selenium import webdriver
from selenium.webdriver.support.ui import Select, WebDriverWait
from test_procedure_association import MAKER, push

from cloud.carrier.server import CarrierServer
from cloud.sites.procedure.visitor import PACKET_HEADER
from core.clock import Clock
from core.events import EventLog
from core.faults import Faults
from core.randomness import SystemRandomness
from core.settings import Settings

pytestmark = pytest.mark.browser
TYPED = {name: text for name, text in MIO_TYPED.items() if name not in ("prefecture", "user_age", "delivery")}


class Operator:
    """A running operator whose network believes what a phone says of itself."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock(datetime(2026, 4, 1, 9, 0, tzinfo=UTC), rate=0)
        self.faults, self.sms = Faults(), SmsRecorder()
        self.server = CarrierServer(
            folder=folder,
            clock=self.clock,
            events=EventLog(self.clock),
            faults=self.faults,
            randomness=SystemRandomness(),
            settings=Settings(),
            hashing=cheap_carrier_hashing(),
            clients=[MAKER],
        )
        self.base = self.server.start()
        self.services = self.server.services
        self.services.sms.connect(self.sms)
        self.services.packet.connect(self)

    def msisdn_of(self, session_token: str) -> str | None:
        return session_token or None


@pytest.fixture
def operator(tmp_path: Path) -> Iterator[Operator]:
    made = Operator(tmp_path / "carrier")
    yield made
    made.server.stop()


@pytest.fixture(scope="module")
def inspection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inspection]:
    pictures = os.environ.get("ONEBENCH_PICTURES")
    with chromium(tmp_path_factory.mktemp("browser")) as browser:
        yield Inspection(browser, Path(pictures) if pictures else None)


def by_mobile_data_of(browser: webdriver.Chrome, line: str) -> None:
    browser.execute_cdp_cmd("Network.enable", {})
    headers = {PACKET_HEADER: line} if line else {}
    browser.execute_cdp_cmd("Network.setExtraHTTPHeaders", {"headers": headers})


def fill_details(browser: webdriver.Chrome, which: str) -> None:
    """As a person does it: tick, read, agree, type."""
    wait_for(browser, f"order-{which}").click()
    click(browser, f"order-terms-{which}")
    click(browser, "terms-close")
    tick = wait_for(browser, f"order-agree-{which}")
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", tick)
    tick.click()
    fill(browser, **{f"order_{name}": text for name, text in TYPED.items()})
    Select(wait_for(browser, "order-prefecture")).select_by_value(MIO_FORM.prefecture)
    for choice in ("order-age-18-or-over", "order-delivery-web"):
        element = wait_for(browser, choice)
        browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()


def test_every_page_from_the_pin_to_the_association(operator: Operator, inspection: Inspection) -> None:
    browser, look, base = inspection.browser, inspection.look, operator.base
    by_mobile_data_of(browser, MIO)
    look("PIN", f"{base}/procedure?lang=ja")
    fill(browser, pin_code="1111")
    click(browser, "pin-submit")
    look("PIN refused")
    browser.get(f"{base}{push(operator)}")  # type: ignore[arg-type]
    fill(browser, pin_code=MIO_PIN)
    click(browser, "pin-submit")
    look("top, nothing ordered")
    click(browser, "procedure-order-base")
    look("details")
    click(browser, "order-next")
    look("details refused")
    click(browser, "order-terms-base")
    look("terms")
    click(browser, "terms-close")
    fill_details(browser, "base")
    click(browser, "order-next")
    look("payment")
    click(browser, "payment-next")
    look("payment refused")
    wait_for(browser, "payment-phone-bill").click()
    click(browser, "payment-next")
    look("summary")
    browser.execute_script(
        "const button = document.getElementById('summary-complete'); button.click(); button.click();"
    )
    wait_for(browser, "complete-title")
    look("completed")
    click(browser, "complete-back")
    look("top, ordered")
    operator.clock.advance(5)
    click(browser, "procedure-refresh")
    look("top, subscribed")
    look("receipts", f"{base}/procedure/receipts")
    browser.get(f"{base}/procedure/car")
    look("consent")
    wait_for(browser, "associate-cancel")
    submit = browser.find_element("id", "associate-submit")
    assert not submit.is_enabled(), "disabled until ticked (BMW-JP-SP-37)"
    wait_for(browser, "associate-agree").click()
    click(browser, "associate-submit")
    look("associated")
    look("no request", f"{base}/procedure/car")
    look("nothing here", f"{base}/nothing-here")
    assert len(operator.services.contracts.receipts(MIO)) == 1, "a double click orders once"
    assert inspection.wrong == []


def test_every_page_of_the_d_account(operator: Operator, inspection: Inspection) -> None:
    browser, look, base = inspection.browser, inspection.look, operator.base
    by_mobile_data_of(browser, "")
    look("d ACCOUNT id", f"{base}/procedure?lang=en")
    fill(browser, daccount_id="rin-kato")
    click(browser, "daccount-next")
    look("password and code")
    fill(browser, daccount_password="wrong", daccount_code=operator.sms.last_code(RIN))
    click(browser, "daccount-login")
    look("password refused")
    fill(browser, daccount_password="Bench-Kato-2026", daccount_code=operator.sms.last_code(RIN))
    click(browser, "daccount-login")
    look("no line")
    click(browser, "procedure-order-base")
    look("not tied")
    click(browser, "daccount-setup")
    look("set up")
    click(browser, "setup-submit")
    look("set up refused")
    look("unlock", f"{base}/procedure/d-account/unlock")
    operator.faults.set("carrier.server", "maintenance", count=1)
    look("maintenance", f"{base}/procedure")
    assert inspection.wrong == []


def test_what_is_typed_is_kept_while_it_is_typed(operator: Operator, inspection: Inspection) -> None:
    browser, base = inspection.browser, operator.base
    resize(browser, (420, 880))
    by_mobile_data_of(browser, MIO)
    browser.get(f"{base}/procedure?lang=en")
    browser.delete_all_cookies()
    browser.get(f"{base}/procedure?lang=en")
    fill(browser, pin_code=MIO_PIN)
    click(browser, "pin-submit")
    click(browser, "procedure-order-base")
    fill(browser, order_city="江東区")

    def kept(_browser: webdriver.Chrome) -> bool:
        return operator.services.drafts.load(f"line:{MIO}", "order:base").get("city") == "江東区"

    WebDriverWait(browser, 10, poll_frequency=0.1).until(kept)
    click(browser, "language-ja")
    assert wait_for(browser, "order-city").get_attribute("value") == "江東区", "the other language loses nothing"
    click(browser, "order-next")
    assert browser.switch_to.active_element.get_attribute("id") == "order-errors", "errors are read first"
